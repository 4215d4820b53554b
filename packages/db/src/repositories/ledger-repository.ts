import type { DataSource } from 'typeorm';
import { readLedger, type LedgerPage, type LedgerRow } from '../ledger.js';
import type { Scope } from '../scope.js';
import { NotFoundError } from '../errors.js';

/** Who recorded what, when and why. Nobody changes it; only the words of a reason can be erased. */
export class LedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  async readChanges(scope: Scope, page: LedgerPage): Promise<LedgerRow[]> {
    return readLedger(this.dataSource, scope, page);
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
