import type { ReminderList } from '@klyngevagt/contracts';

type Sums = ReminderList['health']['sums'];
export type SumName = Exclude<keyof Sums, 'total'>;

/** In the order of the bar: done, to come, taken out, gone wrong. */
export const sumNames = [
  'sent',
  'toCome',
  'superseded',
  'suppressed',
  'acknowledged',
  'uncertain',
  'failed',
] as const satisfies readonly SumName[];

export function partsTotal(sums: Sums): number {
  return sumNames.reduce((total, name) => total + sums[name], 0);
}

/** Both must hold: the server's own reconciliation, and the sums as they stand on the page. */
export function doesAddUp({ sums, addsUp }: Pick<ReminderList['health'], 'sums' | 'addsUp'>): boolean {
  return addsUp && partsTotal(sums) === sums.total;
}
