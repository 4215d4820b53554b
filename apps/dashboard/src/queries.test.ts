import { MutationObserver, onlineManager } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiProblem } from './api-client.js';
import { createQueryClient } from './queries.js';

afterEach(() => onlineManager.setOnline(true));

it('without a connection a change fails at once, and is not sent when there is one again', async () => {
  const client = createQueryClient(() => undefined);
  client.mount();
  onlineManager.setOnline(false);
  const send = vi.fn(() => Promise.reject(new ApiProblem('offline', 0, '', null)));
  const change = new MutationObserver(client, { mutationFn: send }).mutate();
  await expect(change).rejects.toMatchObject({ code: 'offline' });
  onlineManager.setOnline(true);
  await client.resumePausedMutations();
  expect(send).toHaveBeenCalledTimes(1);
  client.unmount();
});
