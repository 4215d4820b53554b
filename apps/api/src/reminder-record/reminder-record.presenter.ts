import type { ReminderRecord } from '@klyngevagt/contracts';
import type { RecordedLetter, ReminderListRow } from '@klyngevagt/db';
import { formatLongDate } from '@klyngevagt/messages';
import { isDay } from '@klyngevagt/scoring';
import type { ClusterReading } from '../portfolio/decision-reader.js';
import type { Basis } from './record-basis.js';
import { type RecordedCycle, type RecordedDeadline, warningsIn } from './record-deadlines.js';
import { type EntryContext, entriesOf, holdText } from './record-entries.js';
import { type Comebacks, mailsOf } from './record-mails.js';
import { aboutDeadline, type RecordWords, summaryOf } from './record-words.js';

type View = ReminderRecord;
type StepView = View['cycles'][number]['deadlines'][number]['steps'][number];
type LetterView = View['letters'][number];

export interface RecordContext extends EntryContext {
  /** Recorded time of the reading; null: now. */
  knownAt: string | null;
  /** Number of each mail, by its id. */
  numbers: ReadonlyMap<string, number>;
  bases: ReadonlyMap<string, Basis | null>;
}

/** Mails of the rows shown, numbered in the order in which they were sent. */
export function numberLetters(
  rows: readonly ReminderListRow[],
  letters: ReadonlyMap<string, RecordedLetter>,
  comebacks: Comebacks,
): Map<string, number> {
  const shown = new Set(rows.flatMap((row) => mailsOf(row, comebacks)));
  const inOrder = [...letters.values()].filter(({ id }) => shown.has(id)).sort((one, other) => one.sentAt.localeCompare(other.sentAt));
  return new Map(inOrder.map(({ id }, index) => [id, index + 1]));
}

export function presentCycles(cycles: readonly RecordedCycle[], reading: ClusterReading, context: RecordContext): View['cycles'] {
  return cycles.map(({ key, deadlines }) => ({
    key,
    title: cycleTitle(key, reading, context.words),
    deadlines: deadlines.map((deadline) => presentDeadline(deadline, context)),
  }));
}

/** "Fornyelse af guldmærket, der gælder til og med 31. marts 2027". */
function cycleTitle(key: string, { cluster }: ClusterReading, { t, language }: RecordWords): string {
  const [level = '', kind = '', subject = ''] = key.split(':');
  if (kind !== 'renewal' && kind !== 'first') return t('reminderRecord.cycle.other');
  const values = { level: t(`mail.level.${level}`) };
  const end = kind === 'renewal' ? (cluster.facts.awards.find(({ id }) => id === subject)?.validUntil ?? null) : null;
  return isDay(end)
    ? t('reminderRecord.cycle.renewalOf', { ...values, end: formatLongDate(end, language) })
    : t(`reminderRecord.cycle.${kind}`, values);
}

function presentDeadline(deadline: RecordedDeadline, context: RecordContext) {
  const { words, bases } = context;
  const { key, event, deadlineOn, rows } = deadline;
  const { about, title } = aboutDeadline(deadline, words);
  const steps = rows.map((row) => presentStep(row, context));
  return { key, event, deadlineOn, title, summary: summaryOf(warningsIn(rows), about, words), basis: bases.get(key) ?? null, steps };
}

/** Who held reminders back, until when and why. */
export function presentHolds(context: RecordContext): View['holds'] {
  return context.holds.map((hold) => ({ at: new Date(hold.createdAt).toISOString(), text: holdText(hold, context) }));
}

function presentStep(row: ReminderListRow, context: RecordContext): StepView {
  const { words, numbers, knownAt } = context;
  const { t, rules } = words;
  const entries = entriesOf(row, context).filter(({ at }) => at === null || knownAt === null || at <= knownAt);
  const language = t(`reminderRecord.language.${row.language}`);
  return {
    id: row.id,
    about: capital(rules.reminderStep(row)),
    dueOn: row.dueOn,
    role: row.role,
    roleWord: t(`terms.clusterRole.${row.role}`),
    recipient: words.seesNames ? row.personName : null,
    sendingWord: t('reminderRecord.sending', { channel: t(`reminderRecord.channel.${row.channel}`), language }),
    state: row.state,
    stateWord: t(`reminders.state.${row.state}`),
    entries: entries.map(({ code, at, text, messageId }) => ({
      code,
      at,
      text,
      letter: messageId === null ? null : (numbers.get(messageId) ?? null),
    })),
  };
}

export function presentLetters(rows: readonly ReminderListRow[], context: RecordContext): LetterView[] {
  const letters = [...context.numbers].map(([id, number]) => {
    const letter = context.words.letters.get(id);
    const of = rows.filter((row) => mailsOf(row, context.comebacks).includes(id));
    return letter && of[0] ? [presentLetter(letter, number, [of[0], ...of.slice(1)], context)] : [];
  });
  return letters.flat().sort((one, other) => one.number - other.number);
}

/** Addresses, words and what the mail server said, which names the address, are for those who may see names and read texts. */
function presentLetter(
  letter: RecordedLetter,
  number: number,
  rows: readonly [ReminderListRow, ...ReminderListRow[]],
  { words, mayReadTexts }: RecordContext,
): LetterView {
  const { t, rules, seesNames } = words;
  const [row] = rows;
  const isOpen = seesNames && mayReadTexts;
  const about = [...new Set(rows.map((one) => rules.reminderStep(one)))].join('; ');
  return {
    number,
    reminderId: rows.find(({ messageId }) => messageId === letter.id)?.id ?? null,
    about,
    roleWord: t(`terms.clusterRole.${row.role}`),
    recipient: seesNames ? row.personName : null,
    sentTo: isOpen && !letter.isErased ? letter.sentTo : null,
    sentAt: new Date(letter.sentAt).toISOString(),
    messageId: letter.messageIdHeader,
    answer: isOpen && !letter.isErased ? letter.smtpAnswer : null,
    isPossibleRepeat: letter.isPossibleRepeat,
    isPart: letter.words?.isPart ?? false,
    language: letter.language,
    subject: isOpen ? (letter.words?.subject ?? null) : null,
    text: isOpen ? (letter.words?.text ?? null) : null,
    withheld: !isOpen ? 'not-for-you' : letter.words === null ? 'erased' : null,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
