import { calendarDate } from '@klyngevagt/scoring';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarDigest, calendarWords } from './calendar-words.js';
import { calendarFile, type CalendarFileEvent } from './calendar.js';

const id = '5b0c2f5e-3c39-4c0a-9c55-0d1a2b3c4d5e';
const entry: CalendarEntry = {
  kind: 'order',
  clusterName: 'Ærø, Øland; Ålborg',
  isPlanned: false,
  subject: null,
  why: [{ sentence: 'chain', anchor: 'end', days: { anchor: calendarDate('2027-03-31') } }],
  marking: 'fictional',
};
const event = (changes: Partial<CalendarFileEvent> = {}): CalendarFileEvent => ({
  id,
  kind: 'order',
  startsOn: calendarDate('2026-12-18'),
  endsOn: calendarDate('2026-12-18'),
  sequence: 0,
  createdAt: '2026-11-01T10:00:00.000Z',
  changedAt: '2026-11-02T11:30:00.000Z',
  state: 'present',
  url: 'https://klyngevagt.example/clusters/aeroe',
  ...calendarWords(entry, changes.state ?? 'present', 'da'),
  ...changes,
});
const file = (...events: CalendarFileEvent[]) => calendarFile({ language: 'da', clusterName: null, events });

/** What two readers that know nothing of each other make of the same bytes. */
function readByBoth(text: string) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((vevent) => {
    const read = new ICAL.Event(vevent);
    return {
      uid: read.uid,
      summary: read.summary,
      isDay: read.startDate.isDate && read.endDate.isDate,
      start: read.startDate.toString(),
      end: read.endDate.toString(),
      sequence: read.sequence,
      status: vevent.getFirstPropertyValue('status'),
      alarms: vevent
        .getAllSubcomponents('valarm')
        .map((alarm) => [alarm.getFirstPropertyValue('action'), String(alarm.getFirstPropertyValue('trigger'))]),
    };
  });
  const others = Object.values(nodeIcal.sync.parseICS(text)).flatMap((component) => (component?.type === 'VEVENT' ? [component] : []));
  return { events, others };
}

const localDay = (date: Date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()];

describe('a calendar file', () => {
  test('is of whole days, with an exclusive end and no time zone', () => {
    const audit = event({ kind: 'booked-audit', startsOn: calendarDate('2027-02-16'), endsOn: calendarDate('2027-02-17') });
    const text = file(audit);
    const { events, others } = readByBoth(text);
    expect(events).toMatchObject([{ uid: id, isDay: true, start: '2027-02-16', end: '2027-02-18' }]);
    expect(others).toMatchObject([{ uid: id, datetype: 'date', sequence: 0, status: 'CONFIRMED', transparency: 'TRANSPARENT' }]);
    expect([others[0]?.start, others[0]?.end].map((date) => localDay(date as Date))).toEqual([
      [2027, 2, 16],
      [2027, 2, 18],
    ]);
    expect(text).toContain('DTSTART;VALUE=DATE:20270216\r\n');
    expect(text).toContain('DTSTAMP:20261102T113000Z\r\n');
    expect(text).not.toMatch(/TZID|VTIMEZONE/);
  });

  test('Danish letters and marks of the format come out of both readers as they went in', () => {
    const { events, others } = readByBoth(file(event()));
    const summary = '[opdigtet] Sidste sikre bookingdag for audit – Ærø, Øland; Ålborg';
    expect([events[0]?.summary, others[0]?.summary]).toEqual([summary, summary]);
    expect(String(others[0]?.description).split('\n')).toEqual([
      'Regnet baglæns fra mærkets sidste gyldige dag, 31.\u00a0marts\u00a02027.',
      'Øvelsesdata: klyngen og alle datoer er opdigtede.',
      'Se mere: https://klyngevagt.example/clusters/aeroe',
    ]);
  });

  test('no line is longer than 75 octets, and none breaks inside a letter', () => {
    const text = file(event({ summary: 'æøå€🏅'.repeat(60) }));
    const lines = text.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(readByBoth(text).events[0]?.summary).toBe('æøå€🏅'.repeat(60));
  });

  test('a day that moved keeps its id and has a higher sequence; the same events give the same bytes', () => {
    const moved = event({ startsOn: calendarDate('2027-01-18'), endsOn: calendarDate('2027-01-18'), sequence: 3 });
    const { events, others } = readByBoth(file(moved));
    expect(events).toMatchObject([{ uid: id, sequence: 3, start: '2027-01-18' }]);
    expect(others).toMatchObject([{ uid: id, sequence: 3 }]);
    expect(file(event())).toBe(file(event()));
  });

  test('the booking rings at nine, 14 days and one day before', () => {
    expect(readByBoth(file(event())).events[0]?.alarms).toEqual([
      ['DISPLAY', '-P13DT15H'],
      ['DISPLAY', '-PT15H'],
    ]);
    const seconds = ICAL.Duration.fromString('-P13DT15H').toSeconds();
    expect(new Date(Date.UTC(2026, 11, 18) + seconds * 1000).toISOString()).toBe('2026-12-04T09:00:00.000Z');
  });

  test('what no longer holds is told as cancelled, and rings no more', () => {
    const { events, others } = readByBoth(file(event({ state: 'cancelled', sequence: 1 }), event({ id: `${id}2`, state: 'passed' })));
    expect(events.map(({ status, alarms }) => [status, alarms])).toEqual([
      ['CANCELLED', []],
      ['CONFIRMED', []],
    ]);
    expect(others.map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED']);
    expect(events[0]?.summary).toMatch(/^Aflyst: \[opdigtet\] Sidste sikre bookingdag/);
  });

  test('with nothing in it is still a calendar', () => {
    expect(readByBoth(file())).toEqual({ events: [], others: [] });
  });
});

describe('words of an event', () => {
  test('their digest follows the words in both languages, and nothing else', () => {
    const renamed = { ...entry, clusterName: 'Et andet navn' };
    const otherDay: CalendarEntry = { ...entry, why: [{ sentence: 'chain', anchor: 'end', days: { anchor: calendarDate('2027-04-30') } }] };
    expect(calendarDigest({ ...entry })).toBe(calendarDigest(entry));
    expect(new Set([entry, renamed, otherDay].map(calendarDigest)).size).toBe(3);
    expect(calendarDigest(entry)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a milestone says whether somebody planned it; a document is told by its title', () => {
    const words = (changes: Partial<CalendarEntry>) => calendarWords({ ...entry, marking: null, ...changes }, 'present', 'en').summary;
    expect(words({ kind: 'milestone-experts', isPlanned: true })).toBe('Planned: Experts agreed – Ærø, Øland; Ålborg');
    expect(words({ kind: 'milestone-experts' })).toBe('Experts agreed at the latest – Ærø, Øland; Ålborg');
    expect(words({ kind: 'document-expiry', subject: 'Vedtægter' })).toBe('Last day of the document: Vedtægter – Ærø, Øland; Ålborg');
  });
});
