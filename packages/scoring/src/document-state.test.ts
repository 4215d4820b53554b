import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate as day } from './calendar-date.js';
import { byUrgency, documentOn } from './document-state.js';

const nothing = { dueOn: null, expiresOn: null, decisions: [] };
const on = day('2026-11-25');

describe('the state of a document', () => {
  it('is that of the newest version', () => {
    expect(documentOn(nothing, on).state).toBe('missing');
    expect(documentOn({ ...nothing, decisions: [null] }, on).state).toBe('received');
    expect(documentOn({ ...nothing, decisions: ['returned', 'approved'] }, on).state).toBe('returned');
    expect(documentOn({ ...nothing, decisions: [null, 'approved'] }, on).state).toBe('received');
    expect(documentOn({ ...nothing, decisions: ['approved', 'returned'] }, on).state).toBe('approved');
  });

  it('is overdue the day after the day it was expected, as long as the cluster owes it', () => {
    for (const decisions of [[], ['returned']] as const) {
      expect(documentOn({ ...nothing, decisions, dueOn: on }, on).isOverdue).toBe(false);
      expect(documentOn({ ...nothing, decisions, dueOn: on }, addDays(on, 1)).isOverdue).toBe(true);
    }
    for (const decisions of [[null], ['approved']] as const)
      expect(documentOn({ ...nothing, decisions, dueOn: on }, addDays(on, 100)).isOverdue).toBe(false);
  });

  it('counts through the end of its last day', () => {
    expect(documentOn({ ...nothing, expiresOn: on }, on).isExpired).toBe(false);
    expect(documentOn({ ...nothing, expiresOn: on }, addDays(on, 1)).isExpired).toBe(true);
  });
});

const states = fc.constantFrom('missing', 'returned', 'received', 'approved');
const item = fc.record({ state: states, dueOn: fc.option(fc.integer({ min: 0, max: 400 }).map((days) => addDays(on, days))) });

it('is an order: what is owed stands first, and turning a pair round turns the answer round', () => {
  fc.assert(
    fc.property(item, item, (one, other) => {
      expect(Math.sign(byUrgency(one, other))).toBe(0 - Math.sign(byUrgency(other, one)));
      if (one.state === 'missing' && other.state !== 'missing') expect(byUrgency(one, other)).toBeLessThan(0);
    }),
  );
});
