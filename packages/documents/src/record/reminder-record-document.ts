import { createTranslator, formatDate, formatExactInstant, formatLongDate, type Language, type Translator } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { PrintJob } from '../pdf/pdf-press.js';

interface RecordEntry {
  at: string | null;
  text: string;
  letter: number | null;
}

interface RecordStep {
  about: string;
  dueOn: CalendarDate;
  state: string;
  stateWord: string;
  roleWord: string;
  recipient: string | null;
  sendingWord: string;
  entries: readonly RecordEntry[];
}

interface RecordDeadline {
  title: string;
  summary: string;
  basis: { title: string; lines: readonly { label: string; value: string }[] } | null;
  steps: readonly RecordStep[];
}

interface RecordLetter {
  number: number;
  sentAt: string;
  about: string;
  roleWord: string;
  recipient: string | null;
  sentTo: string | null;
  messageId: string;
  answer: string | null;
  isPossibleRepeat: boolean;
  isPart: boolean;
  language: Language;
  subject: string | null;
  text: string | null;
  withheld: 'not-for-you' | 'erased' | null;
}

/** The answer of `GET /clusters/:slug/reminder-record`, as far as it is printed. */
export interface RecordToPrint {
  slug: string;
  clusterName: string;
  summary: string;
  period: { from: CalendarDate | null; to: CalendarDate | null };
  marking: 'illustrative' | 'fictional' | null;
  seesNames: boolean;
  stamp: {
    readAt: string;
    today: CalendarDate;
    known: string | null;
    by: { name: string; role: string };
    dataVersion: string;
    seal: { position: number | null; hash: string; sealedAt: string } | null;
    program: string;
  };
  cycles: readonly { title: string; deadlines: readonly RecordDeadline[] }[];
  holds: readonly { at: string; text: string }[];
  letters: readonly RecordLetter[];
}

/** The record as a document on paper: the same sentences in the same order as on the screen, the mails as annexes. */
export function reminderRecordJob(record: RecordToPrint, language: Language): PrintJob {
  const t = createTranslator(language);
  const { stamp, clusterName } = record;
  const printedOn = formatExactInstant(stamp.readAt, language);
  const data = {
    lang: language,
    title: t('reminderRecord.title', { cluster: clusterName }),
    running: t('reminderRecord.running', { cluster: clusterName }),
    printed: t('reminderRecord.print.printed', { at: printedOn }),
    foot: [t('reminderRecord.print.program', { program: stamp.program }), markOf(record, t, 'foot')].filter(Boolean).join(' · '),
    page: [t('reminderRecord.print.page'), t('reminderRecord.print.of')],
    mark: markOf(record, t, 'head'),
    summary: record.summary,
    head: headOf(record, language, t),
    reading: (['order', 'times', record.seesNames ? 'names' : 'noNames'] as const).map((name) => t(`reminderRecord.reading.${name}`)),
    columns: (['due', 'step', 'course'] as const).map((name) => t(`reminderRecord.columns.${name}`)),
    cycles: record.cycles.map(({ title, deadlines }) => ({ title, deadlines: deadlines.map((one) => deadlineOf(one, language)) })),
    annexWord: t('reminderRecord.annex.word'),
    holdsTitle: t('reminderRecord.holds.title'),
    holds: record.holds.map(({ at, text }) => ({ at: formatExactInstant(at, language), text })),
    annexTitle: t(record.seesNames ? 'reminderRecord.annex.title' : 'reminderRecord.annex.titleWithheld'),
    annexIntro: t(record.seesNames ? 'reminderRecord.annex.intro' : 'reminderRecord.annex.introWithheld'),
    annexes: record.letters.map((letter) => annexOf(letter, language, t)),
  };
  return { template: 'reminder-record.typ', data, printedAt: new Date(stamp.readAt) };
}

/** `paamindelsesjournal-censec-2026-11-28-illustrativ.pdf`: whoever finds the file sees that it is no evidence. */
export function reminderRecordName({ slug, marking, stamp }: RecordToPrint, language: Language): string {
  const t = createTranslator(language);
  const mark = marking === null ? '' : `-${t(`reminderRecord.fileMark.${marking}`)}`;
  return `${t('reminderRecord.fileName')}-${slug}-${stamp.today}${mark}.pdf`;
}

function markOf({ marking }: RecordToPrint, t: Translator, place: 'head' | 'foot'): string | null {
  return marking === null ? null : t(`reminderRecord.marking.${place}.${marking}`);
}

function headOf({ clusterName, period, stamp }: RecordToPrint, language: Language, t: Translator) {
  const row = (name: 'cluster' | 'period' | 'printedBy' | 'asOf' | 'dataVersion' | 'seal' | 'program', value: string) => ({
    label: t(`reminderRecord.head.${name}`),
    value,
  });
  const { seal, by, known } = stamp;
  const asOf = known === null ? stamp.readAt : known;
  return [
    row('cluster', clusterName),
    row('period', periodText(period, language, t)),
    row('printedBy', t('reminderRecord.by', { name: by.name, role: by.role.toLowerCase() })),
    row('asOf', formatExactInstant(asOf, language)),
    row('dataVersion', stamp.dataVersion),
    row('seal', seal === null ? t('reminderRecord.noSeal') : sealText(seal, language, t)),
    row('program', stamp.program),
  ];
}

function sealText(seal: NonNullable<RecordToPrint['stamp']['seal']>, language: Language, t: Translator): string {
  const words = { hash: seal.hash, at: formatExactInstant(seal.sealedAt, language) };
  return seal.position === null
    ? t('reminderRecord.seal.hash', words)
    : t('reminderRecord.seal.entry', { ...words, position: seal.position });
}

function periodText({ from, to }: RecordToPrint['period'], language: Language, t: Translator): string {
  const day = (on: CalendarDate) => formatLongDate(on, language);
  if (from !== null && to !== null) return t('reminderRecord.period.both', { from: day(from), to: day(to) });
  if (from !== null) return t('reminderRecord.period.from', { from: day(from) });
  return to === null ? t('reminderRecord.period.all') : t('reminderRecord.period.to', { to: day(to) });
}

function deadlineOf({ title, summary, basis, steps }: RecordDeadline, language: Language) {
  return { title, summary, basis, steps: steps.map((step) => stepOf(step, language)) };
}

function stepOf({ about, dueOn, state, stateWord, roleWord, recipient, sendingWord, entries }: RecordStep, language: Language) {
  return {
    about,
    dueOn: formatDate(dueOn, language),
    recipient: [recipient === null ? roleWord : `${recipient}, ${roleWord.toLowerCase()}`, sendingWord],
    state: stateWord,
    // A row stays on one page unless it is longer than half of one.
    isLong: entries.reduce((sum, { text }) => sum + text.length, 0) > 1200,
    isLoud: state === 'failed' || state === 'uncertain',
    entries: entries.map(({ at, text, letter }) => ({ at: at && formatExactInstant(at, language), text, annex: letter })),
  };
}

function annexOf(letter: RecordLetter, language: Language, t: Translator) {
  const { number, recipient, roleWord, subject, text, withheld } = letter;
  const rows: [name: 'sentAt' | 'to' | 'address' | 'messageId' | 'answer' | 'repeat' | 'part', value: string | null][] = [
    ['sentAt', formatExactInstant(letter.sentAt, language)],
    ['to', recipient === null ? roleWord : `${recipient}, ${roleWord.toLowerCase()}`],
    ['address', letter.sentTo],
    ['messageId', letter.messageId],
    ['answer', letter.answer],
    ['part', letter.isPart ? t('reminderRecord.letter.isPart') : null],
    ['repeat', letter.isPossibleRepeat ? t('reminderRecord.letter.isRepeat') : null],
  ];
  return {
    number,
    title: t('reminderRecord.annex.one', { number, about: letter.about }),
    facts: rows.flatMap(([name, value]) => (value === null ? [] : [{ label: t(`reminderRecord.letter.${name}`), value }])),
    lang: letter.language,
    subject: subject ?? '',
    text: text ?? '',
    withheld: withheld === null ? null : t(`reminderRecord.letter.withheld.${withheld}`),
  };
}
