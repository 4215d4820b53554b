import { LedgerRepository } from '@klyngevagt/db';
import type { TestDatabase } from '@klyngevagt/db/testing';
import { expect, vi } from 'vitest';

/**
 * Seals until nothing waits. One round need not be enough: transactions of every database on the server hold rows back for as long as
 * they last, and other test files begin and end theirs meanwhile.
 */
export async function sealEverything({ dataSource }: Pick<TestDatabase, 'dataSource'>): Promise<void> {
  const ledger = new LedgerRepository(dataSource);
  await vi.waitFor(
    async () => {
      await ledger.seal();
      expect((await ledger.sealHealth()).unsealedRows).toBe(0);
    },
    { timeout: 45_000, interval: 20 },
  );
}
