import { expect, it } from 'vitest';
import { placeAfter } from './heat-walk.js';

const size = { rows: 2, columns: 3 };

it('walks by one in every direction, up to the codes, and along the row', () => {
  const from = { row: 0, column: 1 };
  expect(placeAfter('ArrowUp', from, size)).toEqual({ row: -1, column: 1 });
  expect(placeAfter('ArrowDown', from, size)).toEqual({ row: 1, column: 1 });
  expect(placeAfter('ArrowLeft', from, size)).toEqual({ row: 0, column: 0 });
  expect(placeAfter('ArrowRight', from, size)).toEqual({ row: 0, column: 2 });
  expect(placeAfter('Home', from, size)).toEqual({ row: 0, column: 0 });
  expect(placeAfter('End', from, size)).toEqual({ row: 0, column: 2 });
});

it('stays inside, and leaves other keys alone', () => {
  expect(placeAfter('ArrowUp', { row: -1, column: 0 }, size)).toBeNull();
  expect(placeAfter('ArrowDown', { row: 1, column: 0 }, size)).toBeNull();
  expect(placeAfter('ArrowLeft', { row: 0, column: 0 }, size)).toBeNull();
  expect(placeAfter('ArrowRight', { row: 0, column: 2 }, size)).toBeNull();
  expect(placeAfter('Enter', { row: 0, column: 0 }, size)).toBeNull();
  expect(placeAfter('toString', { row: 0, column: 0 }, size)).toBeNull();
});
