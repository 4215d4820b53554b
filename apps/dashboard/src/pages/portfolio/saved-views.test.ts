// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { readSavedViews, searchOf, withView, writeSavedViews } from './saved-views.js';

beforeEach(() => localStorage.clear());

describe('saved views', () => {
  it('are kept for one person, without the day looked at; the same name replaces', () => {
    const first = withView([], 'Guld uden booking', { level: 'gold', booking: 'not-booked', on: '2027-01-01' as never });
    writeSavedViews('one', withView(first, 'Guld uden booking', { level: 'gold' }));
    expect(readSavedViews('one')).toEqual([{ name: 'Guld uden booking', search: { level: 'gold' } }]);
    expect(readSavedViews('two')).toEqual([]);
  });

  it('take back every filter that they do not name', () => {
    expect(searchOf({ name: 'x', search: { level: 'gold' } })).toMatchObject({
      level: 'gold',
      find: undefined,
      tile: undefined,
      view: undefined,
    });
  });

  it('drop what somebody else wrote there', () => {
    localStorage.setItem('klyngevagt.views.one', '[1, null, {"name": "a"}, {"name": "b", "search": {"level": "tin", "find": "x"}}]');
    expect(readSavedViews('one')).toEqual([{ name: 'b', search: { find: 'x' } }]);
    localStorage.setItem('klyngevagt.views.one', 'rubbish');
    expect(readSavedViews('one')).toEqual([]);
  });
});
