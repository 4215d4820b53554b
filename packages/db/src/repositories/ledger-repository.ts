import type { DataSource } from 'typeorm';
import { readSealHead, sealLedger, type SealHead, type SealingResult } from '../ledger-seal.js';
import { readLedger, type LedgerPage, type LedgerRow } from '../ledger.js';
import type { Scope } from '../scope.js';
import { NotFoundError } from '../errors.js';
import { readSealHealth, type SealHealth } from '../seal-health.js';

/** Who recorded what, when and why. Nobody changes it; only the words of a reason can be erased. */
export class LedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  async readChanges(scope: Scope, page: LedgerPage): Promise<LedgerRow[]> {
    return readLedger(this.dataSource, scope, page);
  }

  /** Chains every settled row that is not sealed yet. Harmless when repeated or done by two at once. */
  async seal(): Promise<SealingResult> {
    return sealLedger(this.dataSource);
  }

  /** What to write down elsewhere: with it a cut-off end of the ledger shows. Null: nothing is sealed yet. */
  async sealHead(): Promise<SealHead | null> {
    return readSealHead(this.dataSource);
  }

  async sealHealth(): Promise<SealHealth> {
    return readSealHealth(this.dataSource);
  }

  /** Removes the words of a reason and their salt for good. The ledger stays as it is. @throws NotFoundError */
  async eraseReason(reasonId: string): Promise<void> {
    const [, count] = (await this.dataSource.query('update free_text set value = null, salt = null where id = $1', [reasonId])) as [
      unknown[],
      number,
    ];
    if (count === 0) throw new NotFoundError('free_text');
  }
}
