import { frameworkDecimals, type Framework, type FrameworkIndicator } from './framework.js';

/** What is wrong with a framework, by place: the row of the list that the field belongs to, from 1; null for the framework itself. */
export interface FrameworkFault {
  list: 'indicators' | 'dimensions' | null;
  row: number | null;
  /** The row's code, where it has one. */
  code: string | null;
  field: string;
  fault: FrameworkFaultCode;
}

export type FrameworkFaultCode = (typeof frameworkFaultCodes)[number];

export const frameworkFaultCodes = [
  'empty',
  'repeated',
  'unknown-dimension',
  'unknown-indicator',
  'without-indicators',
  'not-rising',
  'not-the-last-step',
  'below-first-step',
  'outside-scale',
  'negative',
  'no-points',
  'outside-percent',
  'too-many-decimals',
  'ends-before-it-starts',
] as const;

type Report = (field: string, fault: FrameworkFaultCode) => void;

/** Every contradiction of a framework whose fields have the right form; none: it can be scored. */
export function frameworkFaults(framework: Framework): FrameworkFault[] {
  const faults: FrameworkFault[] = [];
  const at =
    (list: FrameworkFault['list'], row: number | null, code: string | null): Report =>
    (field, fault) =>
      void faults.push({ list, row, code, field, fault });
  const { dimensions, indicators, passRule } = framework;
  checkWhole(framework, at(null, null, null));
  const known = new Set(dimensions.map(({ code }) => code));
  dimensions.forEach(({ code, nameDa, nameEn }, place) => {
    const report = at('dimensions', place + 1, code);
    requireText({ code, nameDa, nameEn }, report);
    if (dimensions.findIndex((other) => other.code === code) < place) report('code', 'repeated');
    if (!indicators.some(({ dimension }) => dimension === code)) report('code', 'without-indicators');
  });
  indicators.forEach((indicator, place) => {
    const report = at('indicators', place + 1, indicator.code);
    if (indicators.findIndex(({ code }) => code === indicator.code) < place) report('code', 'repeated');
    if (!known.has(indicator.dimension)) report('dimension', 'unknown-dimension');
    checkIndicator(indicator, report);
  });
  if (passRule.bindingMinimums !== 'all') {
    for (const code of passRule.bindingMinimums) {
      if (!indicators.some((indicator) => indicator.code === code)) at(null, null, code)('passRule.bindingMinimums', 'unknown-indicator');
    }
  }
  return faults;
}

function checkWhole({ version, effectiveFrom, effectiveUntil, indicators, passRule }: Framework, report: Report): void {
  requireText({ version }, report);
  if (effectiveUntil !== null && effectiveUntil < effectiveFrom) report('effectiveUntil', 'ends-before-it-starts');
  if (indicators.length === 0) report('indicators', 'empty');
  else if (indicators.every(({ weight, maximum }) => weight * maximum === 0)) report('indicators', 'no-points');
  const { shareOfTotal } = passRule;
  if (!(shareOfTotal >= 0 && shareOfTotal <= 100)) report('passRule.shareOfTotal', 'outside-percent');
  else if (!hasFewDecimals(shareOfTotal)) report('passRule.shareOfTotal', 'too-many-decimals');
}

function checkIndicator(indicator: FrameworkIndicator, report: Report): void {
  const { code, nameDa, nameEn, source, scale, maximum, minimum, weight } = indicator;
  requireText({ code, nameDa, nameEn, source }, report);
  checkScale(scale, report);
  if (maximum !== scale.at(-1)?.value) report('maximum', 'not-the-last-step');
  if (minimum !== null && !(minimum >= 0 && minimum <= maximum)) report('minimum', 'outside-scale');
  else if (minimum !== null && !hasFewDecimals(minimum)) report('minimum', 'too-many-decimals');
  if (!(weight >= 0)) report('weight', 'negative');
  else if (!hasFewDecimals(weight)) report('weight', 'too-many-decimals');
}

function checkScale(scale: FrameworkIndicator['scale'], report: Report): void {
  const [first] = scale;
  if (first === undefined) report('scale', 'empty');
  else if (first.value < 0) report('scale', 'below-first-step');
  if (scale.some(({ value }, place) => place > 0 && value <= (scale[place - 1]?.value ?? -1))) report('scale', 'not-rising');
  if (scale.some(({ value }) => !hasFewDecimals(value))) report('scale', 'too-many-decimals');
  if (scale.some(({ nameDa, nameEn }) => nameDa.trim() === '' || nameEn.trim() === '')) report('scale', 'empty');
}

function requireText(texts: Readonly<Record<string, string>>, report: Report): void {
  for (const [field, text] of Object.entries(texts)) if (text.trim() === '') report(field, 'empty');
}

function hasFewDecimals(value: number): boolean {
  return Number(value.toFixed(frameworkDecimals)) === value;
}
