import { createTranslator } from '@klyngevagt/messages';
import { calendarDate } from '@klyngevagt/scoring';
import { expect, it } from 'vitest';
import { forecastCsv, type ForecastCsvAnswer, forecastCsvName } from './forecast-csv.js';

const course = { verdicts: ['met', 'renewable'], statuses: ['expiring', 'renewable'], holds: [true, false] };
const answer: ForecastCsvAnswer = {
  on: calendarDate('2027-03-15'),
  days: [calendarDate('2027-03-15'), calendarDate('2027-04-30')],
  rows: [{ name: 'Alfa', illustrative: false, nothing: course, asBooked: course, usualPace: null }],
};
const danish = { t: createTranslator('da') };

it('writes a line for each course that is offered and each month', () => {
  const lines = forecastCsv(answer, danish).replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(lines).toEqual([
    'Klynge;Forløb;Måned (sidste dag);Forpligtelse;Mærkets status;Mærket i kraft;Illustrativ',
    'Alfa;Intet sker;2027-03-15;Opfyldt;Udløber snart;ja;nej',
    'Alfa;Intet sker;2027-04-30;Ikke opfyldt, kan fornyes;Udløbet, kan fornyes;nej;nej',
    'Alfa;Som booket;2027-03-15;Opfyldt;Udløber snart;ja;nej',
    'Alfa;Som booket;2027-04-30;Ikke opfyldt, kan fornyes;Udløbet, kan fornyes;nej;nej',
  ]);
});

it('names the day that it was made for', () => {
  expect(forecastCsvName(answer, danish)).toBe('klyngevagt-fremskrivning-2027-03-15.csv');
});
