import type { CalendarDate } from './calendar-date.js';
import type { Confidence, Level } from './facts.js';

/**
 * A framework is data: which indicators decide a label, on which scale, and what it takes to pass. How many indicators there are is
 * never a constant. An active framework is never edited, only superseded by a new version; an assessment stays under its own.
 */
export interface Framework {
  level: Level;
  /** Name of this version among those of its level, for example "2020". */
  version: string;
  state: FrameworkState;
  /** First day on which new assessments use it. */
  effectiveFrom: CalendarDate;
  /** Last such day; null: until it is superseded. */
  effectiveUntil: CalendarDate | null;
  dimensions: readonly FrameworkDimension[];
  indicators: readonly FrameworkIndicator[];
  passRule: PassRule;
}

/** `draft` may be edited and decides nothing; `active` is the one that new assessments use; `retired` decides only those made under it. */
export type FrameworkState = 'draft' | 'active' | 'retired';

export interface FrameworkDimension {
  code: string;
  nameDa: string;
  nameEn: string;
}

export interface FrameworkIndicator {
  code: string;
  nameDa: string;
  nameEn: string;
  /** Code of its dimension. */
  dimension: string;
  measuresDa: string;
  measuresEn: string;
  /** The scores that can be given, in rising order, each with its words. */
  scale: readonly ScaleStep[];
  /** Highest score; the value of the last step. */
  maximum: number;
  /** Score that must be reached. Null: nobody published one, and it binds nothing. */
  minimum: number | null;
  /** Points that one step of the scale is worth: points = score x weight. */
  weight: number;
  /** Where name and meaning come from, and how sure they are. */
  source: string;
  confidence: Confidence;
  /** How sure scale, maximum, minimum and weight are: apart from the name, which may be better known. */
  valuesConfidence: Confidence;
}

export interface ScaleStep {
  value: number;
  nameDa: string;
  nameEn: string;
}

export interface PassRule {
  /** Percent of all points that must be reached, inclusive. */
  shareOfTotal: number;
  /** Which minimums bind: every one that is stated, or those of the indicators that are named. */
  bindingMinimums: 'all' | readonly string[];
}

/** Numbers of a framework have at most this many decimals, so that sums are exact and no order of addition changes them. */
export const frameworkDecimals = 2;

const hundredth = 10 ** frameworkDecimals;

/** A score, weight or percentage in whole hundredths. */
export function inHundredths(value: number): number {
  return Math.round(value * hundredth);
}

/** What a framework comes to when it is scored: worked out once for each. Points are whole ten-thousandths, a score's times a weight's hundredths. */
export interface PreparedFramework {
  indicators: readonly PreparedIndicator[];
  placeOf: ReadonlyMap<string, number>;
  dimensions: readonly { code: string; maximum: number }[];
  maximum: number;
  /** Points from which the share is reached. */
  requiredPoints: number;
  /** How many minimums bind. */
  minimumCount: number;
  assumedCount: number;
}

export interface PreparedIndicator {
  code: string;
  dimension: number;
  weight: number;
  /** In hundredths of a score. */
  maximum: number;
  /** In hundredths of a score; null where none binds. */
  minimum: number | null;
}

/** Ten-thousandths of a point in one point. */
export const unitsOfPoint = hundredth * hundredth;

const preparedFrameworks = new WeakMap<Framework, PreparedFramework>();

/** The framework ready to score. Throws a RangeError where an indicator names a dimension that does not exist. */
export function prepareFramework(framework: Framework): PreparedFramework {
  const known = preparedFrameworks.get(framework);
  if (known !== undefined) return known;
  const prepared = workedOut(framework);
  preparedFrameworks.set(framework, prepared);
  return prepared;
}

function workedOut({ dimensions, indicators, passRule }: Framework): PreparedFramework {
  const places = new Map(dimensions.map(({ code }, place) => [code, place]));
  const binds = (code: string): boolean => passRule.bindingMinimums === 'all' || passRule.bindingMinimums.includes(code);
  const prepared = indicators.map(({ code, dimension, weight, maximum, minimum }): PreparedIndicator => {
    const place = places.get(dimension);
    if (place === undefined) throw new RangeError(`Indicator ${code} names a dimension that does not exist: ${dimension}`);
    const binding = minimum !== null && binds(code) ? inHundredths(minimum) : null;
    return { code, dimension: place, weight: inHundredths(weight), maximum: inHundredths(maximum), minimum: binding };
  });
  const totals = dimensions.map(({ code }) => ({ code, maximum: 0 }));
  for (const { dimension, weight, maximum } of prepared) (totals[dimension] as { maximum: number }).maximum += weight * maximum;
  const maximum = totals.reduce((sum, total) => sum + total.maximum, 0);
  return {
    indicators: prepared,
    placeOf: new Map(prepared.map(({ code }, place) => [code, place])),
    dimensions: totals,
    maximum,
    requiredPoints: Math.ceil((inHundredths(passRule.shareOfTotal) * maximum) / (100 * hundredth)),
    minimumCount: prepared.filter(({ minimum }) => minimum !== null).length,
    assumedCount: indicators.filter(({ valuesConfidence }) => valuesConfidence === 'assumption').length,
  };
}
