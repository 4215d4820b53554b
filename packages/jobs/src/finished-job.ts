/** How long a job is waited for before it is asked again whether it is done. */
const askAgainAfterMs = 2000;

/**
 * Waits for a job by its news and, because news may get lost, by asking again: in the database events are read by number, and one that commits
 * after a later one is passed over.
 * @param wait answers when the job is done, and asks once at its start whether it is; rejects with "timed out" after the milliseconds given
 */
export async function finishedJob<Answer>(wait: (ms: number) => Promise<Answer>, timeoutMs: number): Promise<Answer> {
  for (let left = timeoutMs; ; left -= askAgainAfterMs) {
    try {
      return await wait(Math.min(left, askAgainAfterMs));
    } catch (error) {
      if (left <= askAgainAfterMs || !isTimeout(error)) throw error;
    }
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('timed out before finishing');
}
