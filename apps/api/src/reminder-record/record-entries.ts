import type { RecordedHold, RecordedLetter, ReminderListRow } from '@klyngevagt/db';
import { formatExactInstant, formatLongDate } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { copenhagenDate } from '../clock.js';
import { type Comebacks, mailsOf } from './record-mails.js';
import type { RecordWords } from './record-words.js';

/** Something that happened to a reminder; `at` null: when is not kept. */
export interface Entry {
  code: string;
  at: string | null;
  text: string;
  /** Id of the mail that it speaks of. */
  messageId: string | null;
}

export interface EntryContext {
  words: RecordWords;
  /** Names of those who asked for a reminder to be sent. */
  names: ReadonlyMap<string, string>;
  /** Every reminder of the cluster: tells where a deadline moved to. */
  rows: readonly ReminderListRow[];
  holds: readonly RecordedHold[];
  comebacks: Comebacks;
  officer: string | null;
  mayReadTexts: boolean;
}

/** What happened to a reminder, in order of time; at the end what has no instant. */
export function entriesOf(row: ReminderListRow, context: EntryContext): Entry[] {
  const entries = [
    planned(row, context),
    requested(row, context),
    interrupted(row, context),
    shown(row, context),
    ...mailsOf(row, context.comebacks).flatMap((id) => aboutMail(id, row, context)),
    read(row, context),
    ...acknowledged(row, context),
    closed(row, context),
  ].filter((entry) => entry !== null);
  const known = entries.filter(({ at }) => at !== null);
  return [...known.sort((one, other) => one.at?.localeCompare(other.at ?? '') ?? 0), ...entries.filter(({ at }) => at === null)];
}

const instant = (at: Date | string): string => new Date(at).toISOString();

function planned({ createdAt, dueOn, escalatedFrom }: ReminderListRow, { words: { t, language } }: EntryContext): Entry {
  const text = t('reminderRecord.entry.planned', { day: formatLongDate(dueOn, language) });
  const role = escalatedFrom && t(`terms.clusterRole.${escalatedFrom}`).toLowerCase();
  const why = role === null ? '' : ` ${t('reminderRecord.entry.escalated', { role })}`;
  return { code: 'planned', at: instant(createdAt), text: text + why, messageId: null };
}

/** Somebody asked for it to go out, whatever its day. Who and in which words is for those who may see names. */
function requested(
  { requestedAt, requestedById, requestReason }: ReminderListRow,
  { words: { t, seesNames }, names }: EntryContext,
): Entry | null {
  if (requestedAt === null) return null;
  const by = (seesNames && requestedById !== null ? names.get(requestedById) : null) ?? t('reminderRecord.someone');
  const reason = seesNames ? requestReason : null;
  const text = reason === null ? t('reminderRecord.entry.requested', { by }) : t('reminderRecord.entry.requestedBecause', { by, reason });
  return { code: 'requested', at: instant(requestedAt), text, messageId: null };
}

function interrupted({ uncertainAt }: ReminderListRow, { words: { t } }: EntryContext): Entry | null {
  return uncertainAt === null
    ? null
    : { code: 'interrupted', at: instant(uncertainAt), text: t('reminderRecord.entry.interrupted'), messageId: null };
}

/** What stood in the inbox of the product only. */
function shown({ sentAt, messageId, channel }: ReminderListRow, { words: { t } }: EntryContext): Entry | null {
  if (sentAt === null || channel !== 'inbox' || messageId !== null) return null;
  return { code: 'sent', at: instant(sentAt), text: t('reminderRecord.entry.sentInbox'), messageId: null };
}

/** That a mail went out, and what was told of it afterwards. */
function aboutMail(messageId: string, row: ReminderListRow, context: EntryContext): Entry[] {
  const letter = context.words.letters.get(messageId);
  const sentAt = letter?.sentAt ?? (row.messageId === messageId ? row.sentAt : null);
  if (!sentAt) return [];
  const out = sent(sentAt, letter, context.words);
  return letter ? [out, ...returned(letter, context), ...cameBack(letter, row, context)] : [out];
}

function sent(sentAt: Date | string, letter: RecordedLetter | undefined, { t, language, seesNames }: RecordWords): Entry {
  const parts = [
    letter?.sentOn &&
      isOtherDay(letter.sentOn, sentAt) &&
      t('reminderRecord.entry.demoDay', { day: formatLongDate(letter.sentOn, language) }),
    letter?.isPossibleRepeat && t('reminderRecord.entry.repeat'),
    t(letter && seesNames ? 'reminderRecord.entry.sent' : 'reminderRecord.entry.sentWithout'),
  ];
  return { code: 'sent', at: instant(sentAt), text: parts.filter(Boolean).join(' '), messageId: letter?.id ?? null };
}

/** What mail servers told afterwards. Their own words name addresses, and are for those who may read the mail. */
function returned({ returns, isErased }: RecordedLetter, { words: { t, seesNames }, mayReadTexts }: EntryContext): Entry[] {
  return returns.map(({ kind, status, diagnostic, receivedAt }) => {
    const isOpen = seesNames && mayReadTexts && !isErased && diagnostic !== '';
    const said = isOpen ? ` ${t('reminderRecord.entry.serverSaid', { words: diagnostic })}` : '';
    const code = kind === 'failed' ? 'returned' : 'delayed';
    return { code, at: instant(receivedAt), text: t(`reminderRecord.entry.${code}`, { status }) + said, messageId: null };
  });
}

/** Somebody told that it came back; what a mail server told stands by itself. */
function cameBack(letter: RecordedLetter, { id }: ReminderListRow, { words: { t, seesNames }, comebacks }: EntryContext): Entry[] {
  const back = comebacks.get(id)?.find(({ messageId }) => messageId === letter.id);
  if (!back || (!back.isToldByPerson && letter.returns.some(({ kind }) => kind === 'failed'))) return [];
  const by = (seesNames ? back.byName : null) ?? t('reminderRecord.someone');
  const reason = seesNames ? back.reason : null;
  const text = reason === null ? t('reminderRecord.entry.cameBack', { by }) : t('reminderRecord.entry.cameBackBecause', { by, reason });
  return [{ code: 'came-back', at: instant(back.returnedAt), text, messageId: null }];
}

const isOtherDay = (day: CalendarDate, at: Date | string) => copenhagenDate(new Date(at)) !== day;

function read({ readAt }: ReminderListRow, { words: { t } }: EntryContext): Entry | null {
  return readAt === null ? null : { code: 'read', at: instant(readAt), text: t('reminderRecord.entry.read'), messageId: null };
}

/** Whoever was reminded said that they know: the row says when, the hold who and by which day. */
function acknowledged(row: ReminderListRow, context: EntryContext): Entry[] {
  if (row.acknowledgedAt === null) return [];
  const hold = context.holds.find(
    ({ kind, event, subject, deadlineOn }) =>
      kind === 'acknowledgement' && event === row.event && (subject ?? '') === row.subject && deadlineOn === row.deadlineOn,
  );
  const text = hold ? holdText(hold, context) : context.words.t('reminderRecord.entry.acknowledgedByRecipient');
  return [{ code: 'acknowledged', at: instant(row.acknowledgedAt), text, messageId: null }];
}

/** "Åse Ørsted kvitterede: det er gjort senest 10. december 2026. ..." */
export function holdText(hold: RecordedHold, { words: { t, language, seesNames } }: EntryContext): string {
  const role = hold.byRole === 'administrator' || hold.byRole === 'system' ? 'officer' : hold.byRole;
  const by = (seesNames ? hold.personName : null) ?? t(`reminderRecord.personIn.${role}`);
  const day = (on: CalendarDate) => formatLongDate(on, language);
  const until = day(hold.untilOn);
  const sentences = [
    t(`reminderRecord.holds.${hold.kind}`, { by, until }),
    hold.planOn !== null && t('reminderRecord.holds.planOn', { day: day(hold.planOn) }),
    seesNames && hold.note !== null && t('reminderRecord.holds.because', { reason: hold.note }),
    hold.endedOn !== null && t('reminderRecord.holds.ended', { day: day(hold.endedOn) }),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** How it ended otherwise than by being sent. */
function closed(row: ReminderListRow, context: EntryContext): Entry | null {
  const { words, officer } = context;
  const { t, language } = words;
  const because = (code: string | null) => (code === null ? '' : t(`reminders.because.${code}`));
  const entry = (code: string, at: Date | string | null, text: string): Entry => ({ code, at: at && instant(at), text, messageId: null });
  switch (row.state) {
    case 'superseded': {
      const movedTo = heirOf(row, context.rows);
      const text =
        movedTo === null
          ? t('reminderRecord.entry.superseded')
          : t('reminderRecord.entry.movedTo', { day: formatLongDate(movedTo, language) });
      return entry('superseded', row.supersededAt, text);
    }
    case 'suppressed':
      return entry('suppressed', null, t('reminderRecord.entry.suppressed', { because: because(row.suppressedBecause) }));
    case 'acknowledged':
      return entry('not-needed', null, t('reminderRecord.entry.acknowledged'));
    case 'failed': {
      const named = (words.seesNames ? officer : null) ?? t('reminderRecord.officer');
      return entry('failed', row.failedAt, t('reminderRecord.entry.failed', { because: because(row.failedBecause), officer: named }));
    }
    default: {
      if (row.nextAttemptAt === null || row.attempts === 0 || row.sentAt !== null) return null;
      const at = formatExactInstant(instant(row.nextAttemptAt), language);
      return entry('postponed', null, t('reminderRecord.entry.attempts', { count: row.attempts, at }));
    }
  }
}

/** The day to which the same step for the same person moved. */
function heirOf(row: ReminderListRow, rows: readonly ReminderListRow[]): CalendarDate | null {
  const heir = rows.find(
    (other) =>
      other.state !== 'superseded' &&
      other.event === row.event &&
      other.subject === row.subject &&
      other.cycle === row.cycle &&
      other.offsetDays === row.offsetDays &&
      other.personId === row.personId &&
      other.deadlineOn !== row.deadlineOn,
  );
  return heir?.deadlineOn ?? null;
}
