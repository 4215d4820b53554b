import type { Explanation } from '@klyngevagt/contracts';
import { formatDate } from '@klyngevagt/messages';
import { type CalendarDate, type Chain, type ChainStep, daysBetween } from '@klyngevagt/scoring';
import type { Explained } from './explained.js';

type Line = Explanation['arithmetic'][number];

/** The sum behind the date that matters: back from the anchor to the last safe booking day, or the days that are left. */
export function explainArithmetic(explained: Explained): Line[] {
  const { chain } = explained.decided.decision;
  return chain ? backToOrder(chain, explained) : daysLeft(explained);
}

function backToOrder(chain: Chain, explained: Explained): Line[] {
  const { language, words, reading } = explained;
  const { t } = words;
  const anchor: Line = {
    label: t(`explanation.arithmetic.anchor.${chain.cycle.anchor}`, words.level(chain.cycle.level)),
    value: formatDate(chain.cycle.anchorOn, language),
    kind: 'start',
  };
  const path = (['decision', 'audit', 'order'] as const).flatMap((name) => {
    const step = chain.steps.find((one) => one.step === name);
    return step ? stepLines(step, name, explained) : [];
  });
  return [anchor, ...path, ...fromDay(chain.orderBy, reading.on, explained)];
}

function stepLines(step: ChainStep, name: 'decision' | 'audit' | 'order', { words, reading, language }: Explained): Line[] {
  const { t } = words;
  const rule = reading.rules.rules.processSteps.find(({ id }) => id === step.ruleId);
  if (!rule || (name === 'decision' && rule.offset === 0)) return [];
  const label = t(`explanation.arithmetic.${name}`, { distance: words.distance(rule) });
  const raw = step.rawOn === null ? '' : `${weekdayOf(step.rawOn, language, 'short')} ${formatDate(step.rawOn, language)}`;
  const lines: Line[] = [{ label, value: raw, kind: 'step' }];
  if (step.latestOn === null) return [...lines, { label: t('explanation.arithmetic.outsideCalendar'), value: '', kind: 'note' }];
  if (step.rawOn !== null) {
    const weekday = weekdayOf(step.latestOn, language, 'long');
    lines.push({ label: t('explanation.arithmetic.closedDay', { weekday }), value: '', kind: 'note' });
  }
  if (name === 'audit') {
    lines.push({ label: t('explanation.arithmetic.auditBy'), value: formatDate(step.latestOn, language), kind: 'start' });
    if (step.startsOn !== null && step.startsOn !== step.latestOn) {
      lines.push({ label: t('explanation.arithmetic.auditStarts'), value: formatDate(step.startsOn, language), kind: 'start' });
    }
  }
  if (name === 'order') lines.push({ label: t('explanation.arithmetic.orderBy'), value: formatDate(step.latestOn, language), kind: 'sum' });
  return lines;
}

function fromDay(orderBy: CalendarDate | null, on: CalendarDate, { words: { t, days }, language }: Explained): Line[] {
  if (orderBy === null) return [];
  const left = daysBetween(on, orderBy);
  const value = left >= 0 ? days(left) : t('explanation.arithmetic.passed', { days: days(-left) });
  return [{ label: t('explanation.arithmetic.fromDay', { on: formatDate(on, language) }), value, kind: 'note' }];
}

function daysLeft({ state, reading, language, words: { t, days } }: Explained): Line[] {
  if (state.validUntil === null || state.daysLeft === null) return [];
  return [
    { label: t('explanation.arithmetic.validUntil'), value: formatDate(state.validUntil, language), kind: 'start' },
    { label: t('explanation.arithmetic.on'), value: formatDate(reading.on, language), kind: 'step' },
    {
      label: t('explanation.arithmetic.daysLeft'),
      value: state.daysLeft < 0 ? `−${days(-state.daysLeft)}` : days(state.daysLeft),
      kind: 'sum',
    },
  ];
}

function weekdayOf(date: CalendarDate, language: string, form: 'short' | 'long'): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { weekday: form, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
