import { expect, it } from 'vitest';
import { readAsOf } from './search-params.js';

it('keeps a leap day', () => {
  expect(readAsOf({ on: '2028-02-29' })).toEqual({ on: '2028-02-29' });
});
