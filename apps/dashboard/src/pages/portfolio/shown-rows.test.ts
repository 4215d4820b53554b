import { calendarDate } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { portfolio, portfolioRow, rows, today } from '../../fixtures/portfolio.js';
import { isInView, shownRows, tileOf } from './shown-rows.js';

const names = (search: Parameters<typeof shownRows>[1]) => shownRows(rows, search, today).map(({ name }) => name);

describe('shownRows', () => {
  it("keeps the server's order as long as nobody sorts", () => {
    expect(names({})).toEqual(rows.map(({ name }) => name));
  });

  it('shows under each tile as many rows as the server counted', () => {
    const { totals } = portfolio;
    expect(names({ tile: 'not-in-force' })).toHaveLength(totals.notInForce.count);
    expect(names({ tile: 'expiring' })).toHaveLength(totals.expiring.count);
    expect(names({ tile: 'unknown' })).toHaveLength(totals.unknown.count);
    expect(names({ tile: 'in-force' })).toHaveLength(totals.inForce.count);
  });

  it('judges by the label that the duty asks for, not by the highest one in force', () => {
    expect(names({ tile: 'not-in-force' })).toEqual(['Planlagt Klynge']);
  });

  it('filters by view, level, officer, booking and text, all at once', () => {
    expect(names({ view: 'needs-action' })).toEqual(['Uvis Klynge', 'Snart Klynge']);
    expect(names({ view: 'mine' })).toEqual(['Snart Klynge']);
    expect(names({ level: 'silver' })).toEqual(['Planlagt Klynge']);
    expect(names({ officer: 'none' })).toEqual(['Uvis Klynge', 'MARLOG']);
    expect(names({ booking: 'booked' })).toEqual(['Booket Klynge']);
    expect(names({ find: 'ØSTERGAARD', booking: 'booked' })).toEqual(['Booket Klynge']);
    expect(names({ view: 'mine', booking: 'booked' })).toEqual([]);
  });

  it('sorts in Danish: å after z, and Aarhus as Århus', () => {
    const some = ['Øst', 'Zebra', 'Aarhus', 'Alfa', 'Ærø'].map((name, index) => portfolioRow(index, name));
    expect(shownRows(some, { sort: 'name' }, today).map(({ name }) => name)).toEqual(['Alfa', 'Zebra', 'Ærø', 'Øst', 'Aarhus']);
  });

  it('puts what is not known last in either direction', () => {
    const up = shownRows(rows, { sort: 'validUntil' }, today).map(({ validUntil }) => validUntil);
    const down = shownRows(rows, { sort: 'validUntil', descending: true }, today).map(({ validUntil }) => validUntil);
    expect(up.slice(-2)).toEqual([null, null]);
    expect(down.slice(-2)).toEqual([null, null]);
    expect(up[0]).toBe('2027-01-31');
    expect(down[0]).toBe('2028-05-31');
  });

  it('does not touch the rows it was given', () => {
    const before = [...rows];
    shownRows(rows, { sort: 'name', descending: true }, today);
    expect(rows).toEqual(before);
  });
});

describe('within six months without booking', () => {
  const ending = (validUntil: string) => portfolioRow(1, 'X', { validUntil: calendarDate(validUntil) });

  it.each([
    ['2026-11-24', false],
    ['2026-11-25', true],
    ['2027-05-25', true],
    ['2027-05-26', false],
  ])('an end on %s: %s', (validUntil, expected) => {
    expect(isInView(ending(validUntil), 'six-months', today)).toBe(expected);
  });

  it('leaves out who is not bound', () => {
    expect(isInView({ ...ending('2027-01-01'), bound: false }, 'six-months', today)).toBe(false);
    expect(tileOf({ bound: false, requiredStatus: 'expiring' })).toBeNull();
  });
});
