import { expect, it } from 'vitest';
import { portfolioRow } from '../fixtures/portfolio.js';
import { verdictDiffers } from './VerdictBadge.js';

const row = (
  status: 'in-force' | 'expiring' | 'renewable' | 'lapsed' | 'unknown' | 'none',
  verdict: Parameters<typeof verdictDiffers>[0]['verdict'],
) => portfolioRow(1, 'X', { status, verdict });

it.each([
  ['in-force', 'met', false],
  ['expiring', 'met', false],
  ['renewable', 'renewable', false],
  ['lapsed', 'breach', false],
  ['unknown', 'unknown', false],
  ['expiring', 'at-risk', true],
  ['in-force', 'by-plan', true],
  ['in-force', 'renewable', true],
  ['in-force', 'not-bound', true],
  ['lapsed', 'exempt', true],
  ['none', 'by-plan', true],
] as const)('%s with %s is said twice: %s', (status, verdict, expected) => {
  expect(verdictDiffers(row(status, verdict))).toBe(expected);
});

it('says of a cluster that left only that it left', () => {
  const left = { status: 'none', verdict: 'not-bound' } as const;
  expect(verdictDiffers({ ...left, exitedOn: null })).toBe(true);
  expect(verdictDiffers({ ...left, exitedOn: portfolioRow(1, 'X').validUntil })).toBe(false);
});
