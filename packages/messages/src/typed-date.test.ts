import { calendarDate } from '@klyngevagt/scoring';
import { expect, test } from 'vitest';
import { readTypedDate } from './typed-date.js';

test.each([
  '31.03.2027',
  '31-03-2027',
  '31/3 2027',
  '31/3/2027',
  ' 31.3.2027 ',
  '2027-03-31',
  '31. marts 2027',
  '31 march 2027',
  '31. mar. 2027',
  'den 31. marts 2027',
  '31/3-27',
  '31-3-27',
  '31. 3. 2027',
  '31 3 2027',
  '31-mar-27',
  '31032027',
])('%s is 31 March 2027', (typed) => expect(readTypedDate(typed)).toEqual({ kind: 'day', day: '2027-03-31' }));

test.each([
  ['30.05.2027', '2027-05-30'],
  ['31. maj 2027', '2027-05-31'],
  ['1. oktober 2026', '2026-10-01'],
  ['29.02.2028', '2028-02-29'],
])('%s is %s', (typed, day) => expect(readTypedDate(typed)).toEqual({ kind: 'day', day }));

test.each([
  ['03.2027', '2027-03-31'],
  ['marts 2027', '2027-03-31'],
  ['3 2027', '2027-03-31'],
  ['2028-02', '2028-02-29'],
])('%s lacks its day; the month ends on %s', (typed, monthEnd) => expect(readTypedDate(typed)).toEqual({ kind: 'month', monthEnd }));

test.each([
  ['31.04.2027', '2027-04-30'],
  ['29.02.2027', '2027-02-28'],
])('%s does not exist; the month ends on %s', (typed, monthEnd) => expect(readTypedDate(typed)).toEqual({ kind: 'no-such-day', monthEnd }));

test.each(['snart', '31.13.2027', '45.03.2027', '03/31/27', '2027', '31. floril 2027', '1.2.3.4', '310327', 'i morgen'])(
  '%s is no date',
  (typed) => expect(readTypedDate(typed)).toEqual({ kind: 'unreadable' }),
);

test('nothing typed is nothing', () => expect(readTypedDate('  ')).toEqual({ kind: 'empty' }));

test.each([
  ['i dag', '2026-12-31'],
  ['I morgen', '2027-01-01'],
  ['imorgen', '2027-01-01'],
  ['tomorrow', '2027-01-01'],
  ['i går', '2026-12-30'],
  ['i overmorgen', '2027-01-02'],
])('on 31 December 2026, "%s" is %s', (typed, day) =>
  expect(readTypedDate(typed, calendarDate('2026-12-31'))).toEqual({ kind: 'day', day }),
);
