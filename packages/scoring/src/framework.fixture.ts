import fc from 'fast-check';
import { calendarDate } from './calendar-date.js';
import type { Framework, FrameworkIndicator } from './framework.js';
import type { AssessmentAnswers } from './score.js';

export function indicator(code: string, more: Partial<FrameworkIndicator> = {}): FrameworkIndicator {
  const maximum = more.maximum ?? 5;
  return {
    code,
    nameDa: `Indikator ${code}`,
    nameEn: `Indicator ${code}`,
    dimension: code.slice(0, 1),
    measuresDa: 'Det, der måles',
    measuresEn: 'What is measured',
    scale: Array.from({ length: maximum + 1 }, (_, value) => ({ value, nameDa: `Trin ${value}`, nameEn: `Step ${value}` })),
    maximum,
    minimum: null,
    weight: 1,
    source: 'test',
    confidence: 'sourced',
    valuesConfidence: 'sourced',
    ...more,
  };
}

export function framework(indicators: readonly FrameworkIndicator[], more: Partial<Framework> = {}): Framework {
  const dimensions = [...new Set(indicators.map(({ dimension }) => dimension))];
  return {
    level: 'gold',
    version: 'test',
    state: 'active',
    effectiveFrom: calendarDate('2020-01-01'),
    effectiveUntil: null,
    dimensions: dimensions.map((code) => ({ code, nameDa: `Gruppe ${code}`, nameEn: `Group ${code}` })),
    indicators,
    passRule: { shareOfTotal: 80, bindingMinimums: 'all' },
    ...more,
  };
}

export function answers(scores: Readonly<Record<string, number | null>>): AssessmentAnswers {
  return { answers: Object.entries(scores).map(([code, score]) => ({ indicator: code, score })) };
}

const anyIndicator = fc.record({
  dimension: fc.constantFrom('A', 'B', 'C'),
  maximum: fc.integer({ min: 1, max: 3 }),
  minimum: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 2 }),
  weight: fc.oneof(
    fc.constant(1),
    fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100),
  ),
});

/** Small frameworks with uneven weights and scales, each with answers of which some may be missing or unconfirmed. */
export function anyAssessment(mayMiss: boolean, most = 5): fc.Arbitrary<{ rules: Framework; given: AssessmentAnswers }> {
  const value = fc.record({ part: fc.nat(3), isMissing: fc.boolean(), isToConfirm: fc.boolean() });
  return fc
    .record({
      parts: fc.array(anyIndicator, { minLength: 1, maxLength: most }),
      values: fc.array(value, { minLength: most, maxLength: most }),
      shareOfTotal: fc.integer({ min: 0, max: 100 }),
    })
    .filter(({ parts }) => parts.some(({ weight }) => weight > 0))
    .map(({ parts, values, shareOfTotal }) => {
      const indicators = parts.map(({ dimension, maximum, minimum, weight }, place) =>
        indicator(`${dimension}${place}`, { maximum, weight, minimum: minimum === null ? null : Math.min(minimum, maximum) }),
      );
      const given = indicators.flatMap(({ code, maximum }, place) => {
        const { part, isMissing, isToConfirm } = values[place] as { part: number; isMissing: boolean; isToConfirm: boolean };
        if (mayMiss && isMissing) return [];
        return [{ indicator: code, score: Math.min(part, maximum), isToConfirm: mayMiss && isToConfirm }];
      });
      return { rules: framework(indicators, { passRule: { shareOfTotal, bindingMinimums: 'all' } }), given: { answers: given } };
    });
}
