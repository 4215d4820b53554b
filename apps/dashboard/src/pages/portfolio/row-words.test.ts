// @vitest-environment jsdom
import { calendarDate } from '@klyngevagt/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { portfolioRow, today } from '../../fixtures/portfolio.js';
import { formatIn } from '../../format.js';
import { i18n, turnToLanguage } from '../../i18n.js';
import { daysWords, flagOn, nextStepWords, recertificationWords } from './row-words.js';

const danish = formatIn('da');
const day = calendarDate;
beforeAll(() => turnToLanguage('da'));

describe('daysWords', () => {
  const words = (daysLeft: number | null, status: 'in-force' | 'expiring' | 'renewable' | 'unknown' | 'none' = 'in-force') =>
    daysWords({ daysLeft, status, exitedOn: null }, i18n.t);

  it.each([
    [0, 'i dag'],
    [1, 'om 1 dag'],
    [5, 'om 5 dage'],
    [-1, '1 dag siden'],
    [-148, '148 dage siden'],
    [1795, 'om 1.795 dage'],
  ])('%i is "%s"', (daysLeft, text) => {
    expect(words(daysLeft).text).toBe(text);
  });

  it('is red from 30 days on, quiet for a label in force, and no number where nobody knows', () => {
    expect(words(30, 'expiring').tone).toBe('loud');
    expect(words(31, 'expiring').tone).toBe('plain');
    expect(words(400).tone).toBe('quiet');
    expect(words(null, 'unknown').text).toBe('ukendt');
    expect(words(null, 'none').text).toBe('–');
  });
});

describe('nextStepWords', () => {
  const words = (different: Parameters<typeof portfolioRow>[2]) => nextStepWords(portfolioRow(1, 'X', different), today, i18n.t, danish);
  const book = { code: 'book-audit', dueOn: day('2027-01-18'), by: 'cluster', overdue: false } as const;

  it('names the step and the day by which it has to be done', () => {
    expect(words({ nextStep: book })).toEqual({ text: 'Book audit senest 18.01.2027', tone: 'plain' });
    expect(words({ nextStep: { ...book, code: 'hold-audit' } }).text).toBe('Hold audit 18.01.2027');
  });

  it('is red when the day has passed, or is near and somebody must act', () => {
    expect(words({ nextStep: { ...book, dueOn: day('2026-11-16'), overdue: true } })).toEqual({
      text: 'Book audit, frist 16.11.2026',
      tone: 'loud',
    });
    expect(words({ nextStep: { ...book, dueOn: day('2026-12-18') }, needsAction: true }).tone).toBe('loud');
    expect(words({ nextStep: book, needsAction: true }).tone).toBe('strong');
  });

  it('says when only a failed reminder asks for action, and when a cluster left', () => {
    expect(words({ failedReminders: 2, needsAction: true })).toEqual({ text: '2 påmindelser fejlet', tone: 'loud' });
    expect(words({ exitedOn: day('2022-04-30') }).text).toBe('Udtrådt af programmet 30.04.2022');
  });
});

describe('recertificationWords', () => {
  const booking = { firstDayOn: day('2026-12-08'), lastDayOn: day('2026-12-08'), inTime: true, reportedByCluster: false };
  const words = (different: Parameters<typeof portfolioRow>[2], on = today) =>
    recertificationWords(portfolioRow(1, 'X', different), on, i18n.t, danish).text;

  it('tells booked, held, too late, and what only the cluster has said', () => {
    expect(words({ booking })).toBe('Audit 08.12.2026');
    expect(words({ booking }, day('2026-12-09'))).toBe('Audit holdt 08.12.2026');
    expect(words({ booking: { ...booking, inTime: false } })).toBe('Audit 08.12.2026, for sent');
    expect(words({ booking: { ...booking, reportedByCluster: true } })).toBe('Audit 08.12.2026, oplyst af klyngen');
  });

  it('without a booking names the last safe day, or that none is booked where booking is next', () => {
    expect(words({})).toBe('Senest 16.11.2027');
    expect(words({ nextStep: { code: 'book-audit', dueOn: day('2026-12-18'), by: 'cluster', overdue: false } })).toBe('Ikke booket');
    expect(words({ orderBy: day('2026-11-24') })).toBe('Ikke booket');
  });
});

it('raises the flag only where booking is still to be done', () => {
  const orderBy = day('2026-12-18');
  expect(flagOn(portfolioRow(1, 'X', { status: 'expiring', orderBy }))).toBe(orderBy);
  expect(flagOn(portfolioRow(1, 'X', { orderBy }))).toBeNull();
});
