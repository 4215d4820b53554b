import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAssessment, answers, framework, indicator } from './framework.fixture.js';
import type { Framework } from './framework.js';
import { score, type AssessmentAnswers } from './score.js';
import { smallestRaises, whatIf } from './what-if.js';

const three = framework([indicator('A1', { minimum: 3 }), indicator('A2'), indicator('B1', { weight: 2 })]);

describe('what if', () => {
  it('scores the same way and leaves the assessment as it is', () => {
    const given = answers({ A1: 3, A2: 3, B1: 3 });
    expect(whatIf(given, three, { B1: 5 })).toMatchObject({
      before: { share: 60, outcome: 'not-reached' },
      after: { share: 80, outcome: 'reached' },
      shareChange: 20,
    });
    expect(given).toEqual(answers({ A1: 3, A2: 3, B1: 3 }));
  });

  it('counts an indicator that is tried out as answered', () => {
    expect(whatIf(answers({ A1: 5, A2: 5 }), three, { B1: 4 })).toMatchObject({ after: { outcome: 'reached' }, shareChange: null });
  });
});

describe('the smallest set of raises', () => {
  it('takes what minimums demand, then where most is to be had, no further than needed, and proves it', () => {
    expect(smallestRaises(answers({ A1: 2, A2: 3, B1: 3 }), three)).toEqual({
      answer: 'raises',
      raises: [
        { indicator: 'A1', from: 2, to: 5, isRequired: true },
        { indicator: 'B1', from: 3, to: 4, isRequired: false },
      ],
      proof: { pointsNow: 11, pointsRequired: 16, requiredRaises: 1, mostWithOneFewer: 14, pointsAfter: 16 },
    });
  });

  it('is not asked for where the level is reached, and can not be told while an answer is missing', () => {
    expect(smallestRaises(answers({ A1: 5, A2: 5, B1: 5 }), three)).toEqual({ answer: 'reached' });
    expect(smallestRaises(answers({ A1: 5, A2: 5 }), three)).toEqual({ answer: 'unanswered', indicators: ['B1'] });
  });

  it('finds none in a framework whose minimum lies above its scale', () => {
    const broken = framework([indicator('A1', { minimum: 9 })]);
    expect(smallestRaises(answers({ A1: 5 }), broken)).toEqual({ answer: 'out-of-reach' });
  });

  it('is as small as the smallest that trying every combination finds, reaches the level, and has no step to spare', () => {
    fc.assert(
      fc.property(anyAssessment(false), ({ rules, given }) => {
        const found = smallestRaises(given, rules);
        const least = fewestByTrial(given, rules);
        if (found.answer !== 'raises') {
          expect(found.answer).toBe('reached');
          expect(least).toBe(0);
          return;
        }
        expect(found.raises).toHaveLength(least);
        const tried = Object.fromEntries(found.raises.map(({ indicator: code, to }) => [code, to]));
        expect(whatIf(given, rules, tried).after).toMatchObject({ outcome: 'reached', points: found.proof.pointsAfter });
        for (const { indicator: code, to } of found.raises) {
          expect(whatIf(given, rules, { ...tried, [code]: to - 1 }).after.outcome).not.toBe('reached');
        }
        expect(found.proof.mostWithOneFewer ?? -1).toBeLessThan(found.proof.pointsRequired);
      }),
      { numRuns: 300 },
    );
  });
});

/** Every combination of scores at or above the present ones. */
function fewestByTrial(given: AssessmentAnswers, rules: Framework): number {
  const present = given.answers.map(({ indicator: code, score: value }) => ({ code, value: value ?? 0 }));
  let least = Infinity;
  const tryFrom = (place: number, chosen: Record<string, number>, raised: number): void => {
    if (raised >= least) return;
    const next = present[place];
    if (next === undefined) {
      if (score(answers(chosen), rules).outcome === 'reached') least = raised;
      return;
    }
    const top = rules.indicators.find(({ code }) => code === next.code)?.maximum ?? 0;
    for (let value = next.value; value <= top; value += 1) {
      tryFrom(place + 1, { ...chosen, [next.code]: value }, raised + (value > next.value ? 1 : 0));
    }
  };
  tryFrom(0, {}, 0);
  return least;
}
