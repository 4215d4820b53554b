import type { LadderList, LadderStep } from '@klyngevagt/contracts';
import { ReminderEvent } from '@klyngevagt/contracts';
import type { RuleRows } from '@klyngevagt/db';
import { type Language, sourceText } from '@klyngevagt/messages';
import { type CalendarDate, effectiveReminderSteps } from '@klyngevagt/scoring';
import { ruleWords } from './rule-words.js';

type StepRow = RuleRows['reminderSteps'][number];
type Ladder = LadderList['events'][number]['ladders'][number];
type NamedCluster = LadderList['clusters'][number] & { id: string };

/** The steps of every event on a day: first those for all, then those of the clusters that have their own. */
export function presentLadders(
  rows: readonly StepRow[],
  clusters: readonly NamedCluster[],
  on: CalendarDate,
  language: Language,
): LadderList['events'] {
  const { t } = ruleWords(language);
  return ReminderEvent.options.map((event) => {
    const ofEvent = rows.filter((row) => row.event === event);
    const own = clusters.flatMap(({ id, slug, name }) => {
      const ladder = presentLadder(
        ofEvent.filter(({ clusterId }) => clusterId === id),
        { slug, name },
        on,
        language,
      );
      return ladder.steps.length > 0 || ladder.later.some(({ steps }) => steps.length > 0) ? [ladder] : [];
    });
    const shared = presentLadder(
      ofEvent.filter(({ clusterId }) => clusterId === null),
      null,
      on,
      language,
    );
    return { event, name: t(`explanation.reminder.event.${event}`), ladders: [shared, ...own] };
  });
}

function presentLadder(rows: readonly StepRow[], cluster: Ladder['cluster'], on: CalendarDate, language: Language): Ladder {
  const days = [...new Set(rows.map(({ effectiveFrom }) => effectiveFrom))].filter((day) => day > on).sort();
  const stepsOn = (day: CalendarDate) => effectiveReminderSteps(rows, day).map((row) => presentStep(row, language));
  return { cluster, steps: stepsOn(on), later: days.map((from) => ({ from, steps: stepsOn(from) })) };
}

function presentStep(row: StepRow, language: Language): Ladder['steps'][number] {
  const { id, level, offsetDays, unit, recipients, channel, urgency, effectiveFrom, source, confidence } = row;
  const about = ruleWords(language).reminderStep(row);
  const step = { level, offsetDays, unit, recipients: [...recipients], channel, urgency };
  return { ...step, id, about, effectiveFrom, source: sourceText(source, language), confidence };
}

/** A ladder, each step in one line. */
export function stepsInWords(steps: readonly (LadderStep | StepRow)[], language: Language): string[] {
  const { t, distance } = ruleWords(language);
  return [...steps]
    .sort((one, other) => one.offsetDays - other.offsetDays)
    .map(({ level, offsetDays, unit, recipients, channel, urgency }) => {
      const days = distance({ offset: Math.abs(offsetDays), unit });
      const at = t(`ladders.draft.${offsetDays < 0 ? 'before' : offsetDays > 0 ? 'after' : 'on'}`, { days });
      const roles = recipients.map((role) => t(`terms.clusterRole.${role}`).toLowerCase()).join(', ');
      const kind = urgency === 'routine' ? '' : `, ${t(`ladders.urgency.${urgency}`).toLowerCase()}`;
      const shown = channel === 'inbox' ? `, ${t('ladders.channel.inbox').toLowerCase()}` : '';
      return `${level ? `${t(`terms.level.${level}`)}, ` : ''}${at}: ${roles}${kind}${shown}`;
    });
}
