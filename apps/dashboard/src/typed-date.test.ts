import { calendarDate } from '@klyngevagt/scoring';
import { expect, it } from 'vitest';
import { parseTypedDate, typedDate } from './typed-date.js';

it.each(['31.03.2027', '31.3.2027', '31/3/2027', '31-03-27', '31 3 2027', '31. 3. 2027', '31032027', '2027-03-31', ' 31.03.2027 '])(
  'reads %j',
  (text) => {
    expect(parseTypedDate(text)).toBe('2027-03-31');
  },
);

it.each(['', '31.02.2027', '2027', '03.2027', '31.13.2027', 'i morgen', '1.2.3.4'])('reads no day in %j', (text) => {
  expect(parseTypedDate(text)).toBeNull();
});

it('writes a day as it is typed', () => {
  expect(typedDate(calendarDate('2027-03-01'))).toBe('01.03.2027');
});
