/** What a check of the ledger may find. */
export type LedgerFinding =
  /** The row, or its link, is not what was sealed. */
  | { kind: 'altered'; seq: number }
  | { kind: 'removed'; seq: number }
  /** The row stands where everything had been sealed already. */
  | { kind: 'inserted'; seq: number }
  /** A link of the chain is missing. */
  | { kind: 'link-removed'; position: number }
  /** Row and fact, or two rows that follow each other, do not agree: something was written past the trigger. */
  | { kind: 'contradiction'; seq: number | null; entity: string; rowId: string }
  /** The head that was written down elsewhere is not in the chain: its end was cut off, or all of it was written anew. */
  | { kind: 'head-missing'; hash: string };
