// @vitest-environment jsdom
import type { DaysCount, DaysWithout } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { officer, portfolio } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';
import { periodOf } from './period.js';

const day = calendarDate;
const none: DaysCount = { days: 0, unknownDays: 0, boundDays: 365, arithmetic: '0 dage', spans: [] };
const missing: DaysCount = {
  days: 245,
  unknownDays: 31,
  boundDays: 365,
  arithmetic: '61 + 184 = 245 dage',
  spans: [
    { from: day('2025-03-31'), to: day('2025-04-30'), days: 31, status: 'unknown', verdict: 'unknown', counts: false },
    { from: day('2025-05-01'), to: day('2025-06-30'), days: 61, status: 'renewable', verdict: 'renewable', counts: true },
    { from: day('2025-07-01'), to: day('2025-12-31'), days: 184, status: 'renewable', verdict: 'by-plan', counts: true },
  ],
};
const answer: DaysWithout = {
  level: 'gold',
  from: day('2025-01-01'),
  to: day('2025-12-31'),
  countedTo: day('2025-12-31'),
  today: day('2026-11-25'),
  known: null,
  knownThen: '2025-12-31T22:59:59.999999Z',
  programme: null,
  programmes: portfolio.programmes,
  totals: {
    now: { days: 245, unknownDays: 31, boundDays: 730, clusters: 1 },
    atEnd: { days: 0, unknownDays: 0, boundDays: 365, clusters: 0 },
  },
  rows: [
    { id: officer.id, slug: 'alfa', name: 'Alfa', shortName: 'Alfa', illustrative: true, now: missing, atEnd: none, differs: true },
    {
      id: portfolio.rows[0]?.id ?? '',
      slug: 'beta',
      name: 'Beta',
      shortName: 'Beta',
      illustrative: false,
      now: none,
      atEnd: null,
      differs: false,
    },
  ],
};
const year = '/days-without-gold?from=2025-01-01&to=2025-12-31';
const answers = { 'GET /api/v1/me': officer, 'GET /api/v1/days-without': answer };

describe('days without gold', () => {
  test('title, sums and what was known at the end; the sum opens on demand', async () => {
    await showPage(year, answers);
    expect((await screen.findByRole('heading', { level: 1, name: '245 dage uden guld' })).textContent).toBeTruthy();
    expect(screen.getByText(/Da perioden sluttede, vidste vi af 0 dage\./).textContent).toContain('Dertil 31 dage');
    const row = screen.getByRole('row', { name: /^Alfa/ });
    expect(within(row).getByText('ændret siden')).toBeTruthy();
    const button = within(row).getByRole('button', { name: 'Vis regnestykket for Alfa' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Sum: 61 + 184 = 245 dage')).toBeTruthy();
    expect(screen.getByText(/tæller ikke med/)).toBeTruthy();
  });

  test('where nobody was bound, no days are no good news', async () => {
    const totals = { now: { days: 0, unknownDays: 0, boundDays: 0, clusters: 0 }, atEnd: null };
    await showPage(year, { ...answers, 'GET /api/v1/days-without': { ...answer, totals } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Ingen klynge var forpligtet i perioden' })).toBeTruthy();
  });

  test('a period is checked before it is asked for, and stands in the address', async () => {
    const { router, requests } = await showPage(year, answers);
    await screen.findByRole('heading', { level: 1, name: '245 dage uden guld' });
    const [from, to] = [screen.getByLabelText('Fra og med'), screen.getByLabelText('Til og med')];
    fireEvent.change(from, { target: { value: '01.02.2026' } });
    fireEvent.click(screen.getByRole('button', { name: 'Vis perioden' }));
    expect(screen.getByText('Slutdagen ligger før startdagen.')).toBeTruthy();
    fireEvent.change(to, { target: { value: '28/2 2026' } });
    fireEvent.click(screen.getByRole('button', { name: 'Vis perioden' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ from: '2026-02-01', to: '2026-02-28' }));
    const isAsked = () => requests.some((asked) => asked.address.includes('from=2026-02-01&to=2026-02-28&level=gold'));
    await waitFor(() => expect(isAsked()).toBe(true));
  });

  test('what cannot be fetched is said', async () => {
    await showPage(year, { ...answers, 'GET /api/v1/days-without': [500, { code: 'internal', detail: '' }] });
    expect(await screen.findByText('Vi kunne ikke hente dagene uden guld.')).toBeTruthy();
  });

  test('a portfolio without clusters says so', async () => {
    await showPage(year, { ...answers, 'GET /api/v1/days-without': { ...answer, rows: [] } });
    expect(await screen.findByRole('heading', { name: 'Ingen klynger' })).toBeTruthy();
  });

  test('nobody without the permission sees a figure', async () => {
    await showPage(year, { ...answers, 'GET /api/v1/me': { ...officer, permissions: ['me:read'] } });
    expect(await screen.findByRole('heading', { name: 'Du har ikke adgang' })).toBeTruthy();
    expect(screen.queryByText(/245/)).toBeNull();
  });
});

test('the period of an address without one is the year of the day shown', () => {
  expect(periodOf({}, day('2026-11-25'))).toEqual({ from: '2026-01-01', to: '2026-11-25' });
  expect(periodOf({ to: day('2025-06-30') }, day('2026-11-25'))).toEqual({ from: '2025-01-01', to: '2025-06-30' });
  expect(periodOf({ from: day('2025-06-30'), to: day('2025-06-01') }, day('2026-11-25')).from).toBe('2025-01-01');
});
