import type { DaysCount, DaysWithout, DaysWithoutRow } from '@klyngevagt/contracts';
import { createTranslator, type Language } from '@klyngevagt/messages';
import { type CalendarDate, daysWithout, type Level } from '@klyngevagt/scoring';
import type { DecidedCluster, Reading } from '../portfolio/decision-reader.js';
import { isIllustrative } from '../portfolio/row.presenter.js';

export interface DaysAsked {
  level: Level;
  from: CalendarDate;
  to: CalendarDate;
  language: Language;
}

/** A row for each cluster known now; `atEnd` from the facts and rules that were known when the period ended. */
export function countRows(now: Reading, then: Reading | null, asked: DaysAsked): DaysWithoutRow[] {
  const before = new Map(then?.clusters.map((decided) => [decided.cluster.id, decided]));
  const rows = now.clusters.map((decided) => {
    const { id, slug, name, shortName } = decided.cluster;
    const earlier = before.get(id);
    const counted = { now: count(decided, now, asked), atEnd: then && earlier ? count(earlier, then, asked) : null };
    return {
      id,
      slug,
      name,
      shortName: shortName ?? name,
      illustrative: isIllustrative(decided),
      ...counted,
      differs: then !== null && JSON.stringify(counted.now) !== JSON.stringify(counted.atEnd ?? nothing(asked)),
    };
  });
  const byName = new Intl.Collator('da-DK');
  return rows.sort(
    (one, other) =>
      other.now.days - one.now.days || other.now.unknownDays - one.now.unknownDays || byName.compare(one.shortName, other.shortName),
  );
}

function count({ cluster }: DecidedCluster, { rules }: Reading, { level, from, to, language }: DaysAsked): DaysCount {
  const { days, unknownDays, boundDays, spans } = daysWithout(level, from, to, cluster.facts, rules.rules);
  const shown = spans.map((span) => ({ ...span, counts: span.status !== 'unknown' }));
  return { days, unknownDays, boundDays, arithmetic: arithmeticOf(shown, language), spans: shown };
}

/** A cluster that was not recorded then: nobody was known to be bound. */
function nothing({ language }: DaysAsked): DaysCount {
  return { days: 0, unknownDays: 0, boundDays: 0, arithmetic: arithmeticOf([], language), spans: [] };
}

/** "28 + 61 = 89 dage": the sum over the spans that count. */
function arithmeticOf(spans: DaysCount['spans'], language: Language): string {
  const t = createTranslator(language);
  const counted = spans.filter(({ counts }) => counts).map(({ days }) => days);
  const sum = t('daysWithout.days', { count: counted.reduce((total, days) => total + days, 0) });
  return counted.length > 1 ? `${counted.join(' + ')} = ${sum}` : sum;
}

export function presentTotal(counts: readonly DaysCount[]): DaysWithout['totals']['now'] {
  const sum = (value: (count: DaysCount) => number) => counts.reduce((total, one) => total + value(one), 0);
  return {
    days: sum(({ days }) => days),
    unknownDays: sum(({ unknownDays }) => unknownDays),
    boundDays: sum(({ boundDays }) => boundDays),
    clusters: counts.filter(({ days }) => days > 0).length,
  };
}
