import { expect, test, vi } from 'vitest';
import { finishedJob } from './finished-job.js';

const timedOut = () =>
  Promise.reject(new Error('Job wait run-day timed out before finishing, no finish notification arrived after 2000ms (id=414)'));

test('a job whose news got lost is asked again', async () => {
  const wait = vi
    .fn<(ms: number) => Promise<string>>()
    .mockImplementationOnce(timedOut)
    .mockImplementationOnce(timedOut)
    .mockResolvedValue('done');
  expect(await finishedJob(wait, 120_000)).toBe('done');
  expect(wait.mock.calls).toEqual([[2000], [2000], [2000]]);
});

test('one that is not done in time is given up, one that failed at once', async () => {
  const wait = vi.fn<(ms: number) => Promise<string>>(timedOut);
  await expect(finishedJob(wait, 5000)).rejects.toThrow('timed out');
  expect(wait.mock.calls).toEqual([[2000], [2000], [1000]]);
  const failing = vi.fn<(ms: number) => Promise<string>>().mockRejectedValue(new Error('no such day'));
  await expect(finishedJob(failing, 5000)).rejects.toThrow('no such day');
  expect(failing).toHaveBeenCalledOnce();
});
