import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAssessment, answers, framework, indicator } from './framework.fixture.js';
import { score, type ScoreOutcome } from './score.js';

const two = framework([indicator('A1'), indicator('B1', { minimum: 3 })]);
const codes = (given: Record<string, number | null>, rules = two) => score(answers(given), rules).reasons.map(({ code }) => code);

describe('a score', () => {
  it('reaches the level where the share and every binding minimum are met', () => {
    const result = score(answers({ A1: 5, B1: 3 }), two);
    expect(result).toMatchObject({ outcome: 'reached', level: 'gold', points: 8, maximum: 10, share: 80, gates: [] });
    expect(result.reasons).toEqual([
      { code: 'level-reached', params: { level: 'gold', share: 80, required: 80 } },
      { code: 'share-met', params: { share: 80, required: 80, over: 0 } },
      { code: 'minimums-met', params: { count: 1 } },
    ]);
  });

  it('names each gate that fails and how far away it is', () => {
    const result = score(answers({ A1: 5, B1: 1 }), two);
    expect(result.outcome).toBe('not-reached');
    expect(result.gates).toEqual([
      { gate: 'share', state: 'failed', required: 80, lowest: 60, highest: 60, missingPoints: 2, missingShare: 20 },
      { gate: 'minimum', state: 'failed', indicator: 'B1', minimum: 3, score: 1, distance: 2 },
    ]);
    expect(codes({ A1: 5, B1: 1 })).toEqual(['level-not-reached', 'share-not-met', 'minimum-not-met']);
  });

  it('is a share above 80 percent that still fails on one minimum', () => {
    expect(
      score(
        answers({ A1: 5, A2: 5, A3: 5, B1: 2 }),
        framework([indicator('A1'), indicator('A2'), indicator('A3'), indicator('B1', { minimum: 3 })]),
      ),
    ).toMatchObject({ outcome: 'not-reached', share: 85, gates: [{ gate: 'minimum', distance: 1 }] });
  });

  it('is undecided while an answer is missing that may decide it', () => {
    const result = score(answers({ A1: 5 }), two);
    expect(result).toMatchObject({
      outcome: 'undecided',
      level: null,
      share: null,
      lowestShare: 50,
      highestShare: 100,
      unanswered: ['B1'],
    });
    expect(codes({ A1: 5 })).toEqual(['level-undecided', 'share-open', 'minimum-open', 'unanswered']);
  });

  it('is not reached before the last answer, where no answer can make up for what is lost', () => {
    expect(score(answers({ B1: 3, A1: null }), framework([indicator('A1', { weight: 0.5 }), indicator('B1')]))).toMatchObject({
      outcome: 'not-reached',
      gates: [{ gate: 'share', state: 'failed', highest: 73.3 }],
    });
  });

  it('does not count a carried-over answer before it is confirmed', () => {
    const carried = {
      answers: [
        { indicator: 'A1', score: 5, isToConfirm: true },
        { indicator: 'B1', score: 5 },
      ],
    };
    expect(score(carried, two)).toMatchObject({ outcome: 'undecided', unanswered: ['A1'], points: 5 });
    expect(score(carried, two).reasons).toContainEqual({ code: 'to-confirm', params: { count: 1 } });
  });

  it('says that nothing binds where no minimum is stated, and that values are assumed', () => {
    const open = framework([indicator('A1', { valuesConfidence: 'assumption' })]);
    expect(codes({ A1: 4 }, open)).toEqual(['level-reached', 'share-met', 'no-minimum-binds', 'values-assumed']);
  });

  it('holds only the minimums that the pass rule names', () => {
    const rules = framework([indicator('A1', { minimum: 5 }), indicator('B1', { minimum: 3 })], {
      passRule: { shareOfTotal: 50, bindingMinimums: ['B1'] },
    });
    expect(score(answers({ A1: 4, B1: 3 }), rules).outcome).toBe('reached');
  });

  it('rounds a share down: what is shown as 80 is 80', () => {
    const rules = framework([indicator('A1', { weight: 1.99 }), indicator('B1', { weight: 0.51 })]);
    expect(score(answers({ A1: 5, B1: 0 }), rules)).toMatchObject({ outcome: 'not-reached', share: 79.6, gates: [{ missingShare: 0.4 }] });
    // 959.6 of 1200 points are 79.966 percent, and 0.033 are missing.
    const near = framework([indicator('A1', { weight: 191.92 }), indicator('B1', { weight: 48.08 })]);
    expect(score(answers({ A1: 5, B1: 0 }), near)).toMatchObject({ outcome: 'not-reached', share: 79.9, gates: [{ missingShare: 0.1 }] });
  });

  it('is still undecided where the open answers could bring exactly what is missing', () => {
    const rules = framework([indicator('A1', { weight: 4 }), indicator('B1', { weight: 1 })]);
    expect(score(answers({ B1: 0 }), rules)).toMatchObject({
      outcome: 'undecided',
      gates: [{ gate: 'share', state: 'open', highest: 80 }],
    });
    expect(score(answers({ A1: 5 }), rules)).toMatchObject({ outcome: 'undecided', lowestShare: 80, gates: [] });
  });

  it('refuses an unknown indicator, a second answer and a score off the scale', () => {
    expect(() => score(answers({ Z9: 1 }), two)).toThrow('no indicator Z9');
    expect(() => score({ answers: [...answers({ A1: 1 }).answers, ...answers({ A1: 2 }).answers] }, two)).toThrow('twice');
    expect(() => score(answers({ A1: 6 }), two)).toThrow('outside its scale');
    expect(() => score(answers({ A1: -1 }), two)).toThrow('outside its scale');
    expect(() => score(answers({ A1: NaN }), two)).toThrow('outside its scale');
  });
});

const rank: Record<ScoreOutcome, number> = { 'not-reached': 0, undecided: 1, reached: 2 };

describe('any score', () => {
  it('is never lowered by a raised answer', () => {
    fc.assert(
      fc.property(anyAssessment(true), fc.nat(), ({ rules, given }, pick) => {
        fc.pre(given.answers.length > 0);
        const place = pick % given.answers.length;
        const raised = given.answers.map((answer, at) => {
          const top = rules.indicators.find(({ code }) => code === answer.indicator)?.maximum ?? 0;
          return at === place ? { ...answer, score: Math.min(top, (answer.score ?? 0) + 1) } : answer;
        });
        const [before, after] = [score(given, rules), score({ answers: raised }, rules)];
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(after.lowestShare).toBeGreaterThanOrEqual(before.lowestShare);
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome]);
      }),
    );
  });

  it('is the sum of its parts', () => {
    fc.assert(
      fc.property(anyAssessment(true), ({ rules, given }) => {
        const { points, maximum, dimensions, unanswered } = score(given, rules);
        const sum = (of: (part: (typeof dimensions)[number]) => number): number => dimensions.reduce((total, part) => total + of(part), 0);
        expect(sum((part) => part.points)).toBeCloseTo(points, 9);
        expect(sum((part) => part.maximum)).toBeCloseTo(maximum, 9);
        expect(sum((part) => part.unanswered)).toBe(unanswered.length);
      }),
    );
  });

  it('does not depend on the order of indicators or answers', () => {
    fc.assert(
      fc.property(anyAssessment(true), ({ rules, given }) => {
        const turned = { ...rules, indicators: [...rules.indicators].reverse(), dimensions: [...rules.dimensions].reverse() };
        const one = score(given, rules);
        const other = score({ answers: [...given.answers].reverse() }, turned);
        expect(other).toMatchObject({ outcome: one.outcome, points: one.points, share: one.share, highestShare: one.highestShare });
        expect(new Set(other.unanswered)).toEqual(new Set(one.unanswered));
        expect(other.gates).toHaveLength(one.gates.length);
        expect(new Set(other.reasons.map(({ code }) => code))).toEqual(new Set(one.reasons.map(({ code }) => code)));
      }),
    );
  });

  it('reaches the level only with every answer given, the share met and every binding minimum met', () => {
    fc.assert(
      fc.property(anyAssessment(true), ({ rules, given }) => {
        const { outcome, points, maximum } = score(given, rules);
        const confirmed = new Map(
          given.answers.filter(({ isToConfirm }) => !isToConfirm).map((answer) => [answer.indicator, answer.score]),
        );
        const isGold =
          rules.indicators.every(({ code, minimum }) => confirmed.has(code) && (confirmed.get(code) ?? 0) >= (minimum ?? 0)) &&
          points * 100 >= rules.passRule.shareOfTotal * maximum - 1e-9;
        expect(outcome === 'reached').toBe(isGold);
      }),
    );
  });
});
