import { expect, it } from 'vitest';
import { day } from './cluster-facts.fixture.js';
import type { VerdictCode } from './decision.js';
import { comparePortfolioRows, type PortfolioPlace } from './portfolio-order.js';

const place = (slug: string, verdict: VerdictCode, needsAction: boolean, validUntil: string | null): PortfolioPlace => ({
  slug,
  verdict,
  needsAction,
  validUntil: validUntil === null ? null : day(validUntil),
});

const inOrder = [
  place('breach-no-end', 'breach', true, null),
  place('renewable', 'renewable', true, '2026-06-30'),
  place('at-risk', 'at-risk', true, '2027-02-28'),
  place('unknown-ended', 'unknown', true, '2023-10-31'),
  place('unknown-a', 'unknown', true, null),
  place('unknown-b', 'unknown', true, null),
  place('met-overdue', 'met', true, '2026-12-31'),
  place('met-soon', 'met', false, '2026-11-30'),
  place('by-plan', 'by-plan', false, '2027-09-30'),
  place('met-late', 'met', false, '2028-09-30'),
  place('by-plan-no-end', 'by-plan', false, null),
  place('left', 'not-bound', false, '2020-01-01'),
];

it('puts who must act first, the worst verdict before the others, then the nearest end; the unbound last', () => {
  const shuffled = [...inOrder].sort((one, other) => one.slug.length - other.slug.length || (one.slug < other.slug ? 1 : -1));
  expect(shuffled).not.toEqual(inOrder);
  expect(shuffled.sort(comparePortfolioRows).map(({ slug }) => slug)).toEqual(inOrder.map(({ slug }) => slug));
});

it('is the same for equal rows', () => {
  for (const row of inOrder) expect(comparePortfolioRows(row, { ...row })).toBe(0);
});
