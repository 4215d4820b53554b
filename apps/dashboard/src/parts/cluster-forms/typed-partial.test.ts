import { expect, it } from 'vitest';
import { parseTypedPartial, typedPartial } from './typed-partial.js';

it.each([
  ['31.03.2027', '2027-03-31'],
  ['3.2027', '2027-03'],
  ['2027-03', '2027-03'],
  ['marts 2027', '2027-03'],
  ['31. marts 2027', '2027-03-31'],
  ['2027-13', null],
  [' 2027 ', '2027'],
  ['13.2027', null],
  ['31.02.2027', null],
  ['snart', null],
  ['', null],
])('reads %s as %s', (typed, recorded) => expect(parseTypedPartial(typed)).toBe(recorded));

it.each(['2027-03-31', '2027-03', '2027'])('%s comes back as it was recorded', (recorded) =>
  expect(parseTypedPartial(typedPartial(recorded))).toBe(recorded),
);
