import { createTranslator } from '@klyngevagt/messages';
import { calendarDate } from '@klyngevagt/scoring';
import { expect, it } from 'vitest';
import { timelineCsv, type TimelineCsvAnswer, timelineCsvName } from './timeline-csv.js';

const day = calendarDate;
const row: TimelineCsvAnswer['rows'][number] = {
  name: '=Opdigtet klynge',
  level: 'gold',
  status: 'expiring',
  verdict: 'met',
  validUntil: day('2027-03-31'),
  validUntilPartial: null,
  recertifyBy: day('2027-03-31'),
  illustrative: true,
  dates: [
    { kind: 'order', on: day('2026-12-18'), untilOn: null, overdue: false },
    { kind: 'booked-audit', on: day('2027-02-01'), untilOn: day('2027-02-02'), overdue: false },
  ],
};
const answer: TimelineCsvAnswer = {
  on: day('2026-11-25'),
  rows: [
    row,
    { ...row, name: 'Uden datoer', level: null, status: 'unknown', verdict: 'unknown', validUntil: null, recertifyBy: null, dates: [] },
  ],
};
const danish = { t: createTranslator('da') };

it('writes a line for each date ahead, and one for a cluster without any', () => {
  const lines = timelineCsv(answer, danish).replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(lines).toEqual([
    'Klynge;Mærke;Status;Forpligtelse;Gyldig til;Guldfrist;Frist;Dato;Til og med;Overskredet;Illustrativ',
    "'=Opdigtet klynge;Guld;Udløber snart;Opfyldt;2027-03-31;2027-03-31;Sidste sikre bookingdag;2026-12-18;;nej;ja",
    "'=Opdigtet klynge;Guld;Udløber snart;Opfyldt;2027-03-31;2027-03-31;Audit er booket;2027-02-01;2027-02-02;nej;ja",
    'Uden datoer;;Oplysning mangler;Kan ikke afgøres;;;;;;;ja',
  ]);
});

it('names the day, and says that rows are invented', () => {
  expect(timelineCsvName(answer, danish)).toBe('klyngevagt-frister-2026-11-25-illustrativ.csv');
  expect(timelineCsvName({ ...answer, rows: [] }, { t: createTranslator('en') })).toBe('klyngevagt-deadlines-2026-11-25.csv');
});
