import { describe, expect, it } from 'vitest';
import { readPortfolioSearch } from './portfolio-search.js';

describe('the portfolio in the address', () => {
  const full = {
    on: '2027-03-01',
    programme: 'innovationskraft',
    tile: 'expiring',
    view: 'mine',
    level: 'gold',
    officer: '00000000-0000-4000-8000-000000000001',
    booking: 'not-booked',
    find: 'æøå & co',
    sort: 'validUntil',
    descending: true,
  };

  it('reads back all that it writes', () => {
    expect(readPortfolioSearch(full)).toEqual(full);
  });

  it.each([
    ['on', '2027-02-30'],
    ['on', '1889-01-01'],
    ['on', 20270301],
    ['programme', '../../x'],
    ['tile', 'everything'],
    ['view', 'theirs'],
    ['level', 'platinum'],
    ['booking', 'perhaps'],
    ['sort', '__proto__'],
    ['descending', 'yes'],
    ['find', 'x'.repeat(81)],
    ['officer', { id: 1 }],
  ])('drops %s=%j', (key, value) => {
    expect(readPortfolioSearch({ [key]: value })).toEqual({});
  });

  it('takes a number as text to find', () => {
    expect(readPortfolioSearch({ find: 2027 })).toEqual({ find: '2027' });
  });
});
