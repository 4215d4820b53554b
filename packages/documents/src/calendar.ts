import { createTranslator, type Language } from '@klyngevagt/messages';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import ical, {
  type ICalAlarmData,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarKind, CalendarWords } from './calendar-words.js';

/** One event with everything it says. */
export interface CalendarFileEvent extends CalendarWords {
  /** Id of a row: it is written as the UID, which nothing escapes. */
  id: string;
  kind: CalendarKind;
  startsOn: CalendarDate;
  /** Last day, included. */
  endsOn: CalendarDate;
  sequence: number;
  /** ISO instants. */
  createdAt: string;
  changedAt: string;
  state: 'present' | 'cancelled' | 'passed';
  url: string;
}

export interface CalendarFile {
  language: Language;
  /** Cluster that the calendar is about; null: all of them. */
  clusterName: string | null;
  events: readonly CalendarFileEvent[];
}

/** Calendar programs are asked not to come more often; few obey. */
const secondsBetweenReadings = 3600;

/**
 * An iCalendar file (RFC 5545) of all-day events. It has no time zone: a day is a day wherever it is read. The same events give the same
 * bytes.
 */
export function calendarFile({ language, clusterName, events }: CalendarFile): string {
  const t = createTranslator(language);
  const calendar = ical({
    name: clusterName === null ? t('calendar.file.everything') : t('calendar.file.cluster', { cluster: clusterName }),
    description: t('calendar.file.about'),
    prodId: `//Klyngevagt//Klyngevagt//${language.toUpperCase()}`,
    method: ICalCalendarMethod.PUBLISH,
    ttl: secondsBetweenReadings,
  });
  for (const event of events) calendar.createEvent(eventOf(event, language));
  return calendar.toString();
}

function eventOf(event: CalendarFileEvent, language: Language): ICalEventData {
  const changed = new Date(event.changedAt);
  const link = createTranslator(language)('calendar.link', { url: event.url });
  return {
    id: event.id,
    sequence: event.sequence,
    allDay: true,
    start: event.startsOn,
    // The end is the first day after: a day that ended on itself would last no time, and some readers then drop it.
    end: addDays(event.endsOn, 1),
    stamp: changed,
    created: new Date(event.createdAt),
    lastModified: changed,
    summary: event.summary,
    // Some readers show no address of their own.
    description: `${event.description}\n${link}`,
    url: event.url,
    status: event.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A deadline keeps nobody from meeting.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    alarms: event.state === 'present' ? alarmsOf(event) : [],
  };
}

const hour = 3600;
const day = 24 * hour;

/** At nine in the morning of an earlier day, which the beginning of an all-day event, midnight, lies behind by fifteen hours. */
function alarmsOf({ kind, summary }: CalendarFileEvent): ICalAlarmData[] {
  return (daysBefore[kind] ?? []).map((days) => ({
    type: ICalAlarmType.display,
    trigger: days * day - 9 * hour,
    description: summary,
  }));
}

/** Milestones that are only planned, and days on which others act, ring no bell. */
const daysBefore: Partial<Record<CalendarKind, readonly number[]>> = {
  'self-test': [7, 1],
  order: [14, 1],
  submission: [14, 1],
  'booked-audit': [7, 1],
  end: [30, 1],
  'window-end': [30, 1],
  'plan-due': [14, 1],
  'plan-step': [7],
  'level-due': [14],
  'waiver-end': [30],
  'recommendation-due': [14, 1],
  'document-due': [7, 1],
  'document-expiry': [30],
  'cure-end': [14, 1],
};
