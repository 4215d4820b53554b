import { calendarDate } from '@klyngevagt/scoring';
import { expect, it } from 'vitest';
import { parseTypedDate, typedDate } from './typed-date.js';

it.each(['31.03.2027', '31/3-27', '31. marts 2027', '2027-03-31'])('reads %j', (text) => expect(parseTypedDate(text)).toBe('2027-03-31'));

it('reads "i morgen" where it is known what day it is', () => {
  expect(parseTypedDate('i morgen', calendarDate('2027-03-30'))).toBe('2027-03-31');
  expect(parseTypedDate('i morgen')).toBeNull();
});

it.each(['', '31.02.2027', '2027', '03.2027', 'snart'])('reads no day in %j', (text) => expect(parseTypedDate(text)).toBeNull());

it('writes a day as it is typed', () => {
  expect(typedDate(calendarDate('2027-03-01'))).toBe('01.03.2027');
});
