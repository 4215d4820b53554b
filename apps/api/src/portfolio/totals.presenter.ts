import type { PortfolioRow, PortfolioTotals } from '@klyngevagt/contracts';

/** The counts above the table. Bound clusters fall into four groups by the state of the label their duty asks for. */
export function presentTotals(rows: readonly PortfolioRow[]): PortfolioTotals {
  const bound = rows.filter((row) => row.bound);
  const groupOf = (row: PortfolioRow) =>
    row.requiredStatus === 'in-force' || row.requiredStatus === 'expiring' || row.requiredStatus === 'unknown'
      ? row.requiredStatus
      : 'ended';
  const group = (name: ReturnType<typeof groupOf>) => bound.filter((row) => groupOf(row) === name);
  const notInForce = group('ended');
  const kind = (row: PortfolioRow) =>
    row.verdict === 'by-plan' ? 'byPlan' : row.verdict === 'exempt' ? 'exempt' : row.requiredStatus === 'renewable' ? 'renewable' : 'ended';
  const countOf = (name: ReturnType<typeof kind>) => notInForce.filter((row) => kind(row) === name).length;
  const expiring = group('expiring');
  return {
    rows: rows.length,
    bound: bound.length,
    needsAction: rows.filter((row) => row.needsAction).length,
    notInForce: {
      count: notInForce.length,
      renewable: countOf('renewable'),
      byPlan: countOf('byPlan'),
      ended: countOf('ended'),
      exempt: countOf('exempt'),
    },
    expiring: { count: expiring.length, withoutBooking: expiring.filter((row) => row.booking === null).length },
    unknown: { count: group('unknown').length },
    inForce: { count: group('in-force').length },
  };
}
