import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentKind, AssessmentState } from './assessment.js';
import { calendarDate } from './calendar-date.js';
import { answers, anyAssessment, framework, indicator } from './framework.fixture.js';
import { heatMap, rankOf, speakingAssessment } from './heat-map.js';

const on = calendarDate('2026-11-25');
const closed = (kind: AssessmentKind, round: number, closedOn: string | null, state: AssessmentState = 'closed') => ({
  kind,
  round,
  closedOn,
  state,
});

describe('the assessment that speaks for a cluster', () => {
  it.each([
    ['the newest round', [closed('agreed', 1, '2023-01-01'), closed('self-test', 2, '2026-01-01')], null, ['self-test', 2]],
    ['the audit before the self-test', [closed('self-test', 1, '2026-01-01'), closed('agreed', 1, '2026-02-01')], null, ['agreed', 1]],
    ['nothing closed later than the day', [closed('agreed', 1, '2023-01-01'), closed('agreed', 2, '2026-11-26')], null, ['agreed', 1]],
    ['what was closed on the day itself', [closed('agreed', 1, '2023-01-01'), closed('agreed', 2, '2026-11-25')], null, ['agreed', 2]],
    ['the kind asked for', [closed('agreed', 2, '2026-01-01'), closed('expert-a', 1, '2023-01-01')], 'expert-a', ['expert-a', 1]],
  ] as const)('is %s', (_, given, kind, [expectedKind, round]) => {
    expect(speakingAssessment([...given], on, kind)).toMatchObject({ kind: expectedKind, round });
  });

  it('is none that is open, and no single expert unless asked for', () => {
    expect(speakingAssessment([closed('agreed', 1, null, 'reopened'), closed('expert-b', 1, '2020-01-01')], on, null)).toBeNull();
  });
});

describe('the heat map', () => {
  const rules = framework([indicator('A1', { minimum: 3 }), indicator('A2'), indicator('B1', { minimum: 2 })]);
  const row = (id: string, scores: Record<string, number | null>, under = rules) => ({
    id,
    assessed: { framework: under, answers: answers(scores) },
  });

  it('marks what is below, what is missing and what was not asked; counts and orders the weakest first', () => {
    const older = framework([indicator('A1')], { version: 'before' });
    const { rows, columns } = heatMap(
      ['A1', 'A2', 'B1'],
      [
        row('strong', { A1: 5, A2: 5, B1: 4 }),
        row('weak', { A1: 2, A2: 4, B1: 1 }),
        row('open', { A1: 4, A2: null }),
        { id: 'none', assessed: null },
        row('old', { A1: 1 }, older),
      ],
    );
    expect(rows.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ['scored', 'scored', 'scored'],
      ['below-minimum', 'scored', 'below-minimum'],
      ['scored', 'unanswered', 'unanswered'],
      [],
      // Its own version stated no minimum.
      ['scored', 'not-asked', 'not-asked'],
    ]);
    expect(rows.map(({ belowMinimum, unanswered, place }) => [belowMinimum, unanswered, place])).toEqual([
      [0, 0, 3],
      [2, 0, 1],
      [0, 2, 4],
      [0, 0, 5],
      [0, 0, 2],
    ]);
    expect(columns).toEqual([
      { code: 'A1', belowMinimum: 1, scored: 4, unanswered: 0, meanShare: 60, place: 2 },
      { code: 'A2', belowMinimum: 0, scored: 2, unanswered: 1, meanShare: 90, place: 3 },
      { code: 'B1', belowMinimum: 1, scored: 2, unanswered: 1, meanShare: 50, place: 1 },
    ]);
  });

  it('counts the same over rows as over columns, and never a missing answer as below', () => {
    fc.assert(
      fc.property(anyAssessment(true), anyAssessment(true), (one, other) => {
        const codes = [...new Set([...one.rules.indicators, ...other.rules.indicators].map(({ code }) => code))];
        const map = heatMap(
          codes,
          [one, other].map(({ rules: under, given }, at) => ({ id: String(at), assessed: { framework: under, answers: given } })),
        );
        const sum = (items: readonly { belowMinimum: number }[]) => items.reduce((total, { belowMinimum }) => total + belowMinimum, 0);
        expect(sum(map.rows)).toBe(sum(map.columns));
        for (const { cells } of map.rows) {
          expect(cells).toHaveLength(codes.length);
          for (const { state, score } of cells) expect(score === null).toBe(state === 'unanswered' || state === 'not-asked');
        }
        const places = [...map.columns].map(({ place }) => place).sort((a, b) => a - b);
        expect(places).toEqual(codes.map((_, at) => at + 1));
      }),
    );
  });
});

it('ranks from the highest; equals share a place', () => {
  expect(rankOf([80, 100, 80, null, 20])).toEqual([2, 1, 2, null, 4]);
});
