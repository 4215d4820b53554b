// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { calendarDate } from '@klyngevagt/scoring';
import { expect, test } from 'vitest';
import { officer, portfolio } from '../fixtures/portfolio.js';
import { showPage } from '../fixtures/show-page.js';

const on = calendarDate('2025-11-01');
const known = '2025-11-01T22:59:59.999999Z';
const answers = {
  'GET /api/v1/me': officer,
  'GET /api/v1/portfolio?on=2025-11-01': { ...portfolio, on },
  'GET /api/v1/portfolio?on=2025-11-01&known=2025-11-01': { ...portfolio, on, known },
  'GET /api/v1/portfolio?on=2025-10-01&known=2025-10-01': { ...portfolio, on: calendarDate('2025-10-01'), known },
  'GET /api/v1/portfolio': portfolio,
};
const switchOf = async () => within(await screen.findByRole('group', { name: 'Hvad der vidstes' }));

test('the switch stands in the address, the banner says both days, and the way back clears both', async () => {
  const { router, requests } = await showPage('/portfolio?on=2025-11-01', answers);
  expect((await switchOf()).getByRole('button', { name: 'som vi ved det i dag' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click((await switchOf()).getByRole('button', { name: 'som vi vidste det dengang' }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ on: '2025-11-01', known: '2025-11-01' }));
  await waitFor(() => expect(requests.some((asked) => asked.address.includes('known=2025-11-01'))).toBe(true));
  const banner = screen.getByRole('region', { name: /Du ser status pr\. 1\.\s?november\s?2025/ });
  expect(banner.textContent).toContain('de oplysninger, vi havde, da den sluttede');
  fireEvent.click(screen.getByRole('button', { name: 'Tilbage til i dag' }));
  await waitFor(() => expect(Object.keys(router.state.location.search)).toEqual([]));
  expect(screen.queryByRole('group', { name: 'Hvad der vidstes' })).toBeNull();
});

test('links keep what was known; another day is seen as it was known at its own end', async () => {
  const { router } = await showPage('/portfolio?on=2025-11-01&known=2025-11-01', answers);
  const link = await screen.findByRole('link', { name: /Rolig Klynge/ });
  expect(link.getAttribute('href')).toContain('on=2025-11-01&known=2025-11-01');
  fireEvent.click(screen.getByRole('button', { name: 'En måned tilbage' }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ on: '2025-10-01', known: '2025-10-01' }));
});

test('an instant in the address is said as one, also for today; rubbish is dropped', async () => {
  const { router } = await showPage('/portfolio?known=2026-11-20T09:30:00Z', {
    ...answers,
    'GET /api/v1/portfolio?known=2026-11-20T09%3A30%3A00Z': { ...portfolio, known: '2026-11-20T09:30:00.000000Z' },
  });
  expect((await screen.findByText(/til og med 20\.\s?november\s?2026 kl\. 10\.30/)).textContent).toContain('kan ikke ændre');
  await router.navigate({ to: '/portfolio', search: { known: 'altid' } });
  await waitFor(() => expect(router.state.location.search.known).toBeUndefined());
});

test('a day that has not come has nothing that was known at its end', async () => {
  await showPage('/portfolio?on=2027-03-01', { ...answers, 'GET /api/v1/portfolio?on=2027-03-01': portfolio });
  expect(await screen.findByText(/fremskrivning/)).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Hvad der vidstes' })).toBeNull();
});
