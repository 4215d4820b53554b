// @vitest-environment jsdom
import type { AuditClash, Forecast, Timeline } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { officer, portfolio } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const day = calendarDate;
const on = day('2026-11-25');
const row: Timeline['rows'][number] = {
  id: officer.id,
  slug: 'alfa',
  name: 'Alfa Cluster Denmark',
  shortName: 'Alfa',
  level: 'gold',
  status: 'expiring',
  requiredStatus: 'expiring',
  verdict: 'met',
  exitedOn: null,
  validUntil: day('2027-03-31'),
  validUntilConfidence: 'illustrative',
  validUntilPartial: null,
  daysLeft: 126,
  needsAction: false,
  officer: { id: officer.id, name: 'Mette Lindholm', isMe: true },
  illustrative: true,
  booking: null,
  orderBy: day('2026-12-18'),
  spans: [
    { from: day('2024-04-01'), to: day('2027-03-31'), kind: 'expiring' },
    { from: day('2027-04-01'), to: day('2028-03-31'), kind: 'window' },
  ],
  recertifyBy: day('2027-03-31'),
  projection: null,
  dates: [
    { kind: 'self-test', on: day('2026-11-20'), untilOn: null, overdue: true },
    { kind: 'order', on: day('2026-12-18'), untilOn: null, overdue: false },
    { kind: 'end', on: day('2027-03-31'), untilOn: null, overdue: false },
  ],
};
const unknown: Timeline['rows'][number] = {
  ...row,
  id: portfolio.rows[0]?.id ?? '',
  slug: 'beta',
  name: 'Beta',
  shortName: 'Beta',
  level: null,
  status: 'unknown',
  requiredStatus: 'unknown',
  verdict: 'unknown',
  validUntil: null,
  validUntilConfidence: null,
  daysLeft: null,
  officer: null,
  orderBy: null,
  spans: [],
  recertifyBy: null,
  dates: [],
};
const timeline: Timeline = {
  on,
  today: on,
  known: null,
  programme: null,
  programmes: portfolio.programmes,
  coming: { before: day('2027-07-01'), count: 1, first: { slug: 'alfa', name: 'Alfa Cluster Denmark', on: day('2027-03-31') }, undated: 1 },
  quarters: [
    { startsOn: day('2026-10-01'), endsOn: day('2026-12-31'), clusters: [] },
    { startsOn: day('2027-01-01'), endsOn: day('2027-03-31'), clusters: ['alfa'] },
  ],
  rows: [row, unknown],
};
const clash: AuditClash = {
  on,
  today: on,
  known: null,
  standard: { id: officer.id, revision: 1, audits: 1, source: 'Antagelse', confidence: 'assumption' },
  months: [
    {
      month: day('2027-02-01'),
      capacity: 1,
      own: null,
      audits: ['alfa', 'beta'].map((slug) => ({
        slug,
        name: slug,
        firstDayOn: day('2027-02-17'),
        lastDayOn: day('2027-02-17'),
        booked: false,
        late: false,
      })),
      over: 1,
      earlier: [
        {
          slug: 'alfa',
          name: 'alfa',
          toMonth: day('2027-01-01'),
          firstDayOn: day('2027-01-29'),
          lastDayOn: day('2027-01-29'),
          daysEarlier: 19,
          daysLost: 0,
          suggested: true,
        },
      ],
    },
  ],
};
const course = {
  verdicts: ['met', 'at-risk', 'renewable'] as const,
  statuses: ['expiring', 'expiring', 'renewable'] as const,
  holds: [true, true, false],
  awards: [],
  withheld: null,
};
const plain = { ...course, verdicts: [...course.verdicts], statuses: [...course.statuses] };
const lowest = { on: day('2027-01-31'), count: 0, lost: [{ slug: 'alfa', name: 'Alfa Cluster Denmark' }], gained: [] };
const forecast: Forecast = {
  on,
  today: on,
  known: null,
  programme: null,
  programmes: portfolio.programmes,
  days: [on, day('2026-12-31'), day('2027-01-31')],
  nothing: { counts: [1, 1, 0], lowest },
  asBooked: { counts: [1, 1, 1], lowest: null },
  usualPace: null,
  rows: [
    {
      id: row.id,
      slug: 'alfa',
      name: 'Alfa Cluster Denmark',
      shortName: 'Alfa',
      illustrative: true,
      nothing: plain,
      asBooked: { ...plain, verdicts: ['met', 'met', 'met'], holds: [true, true, true] },
      usualPace: null,
      pace: { medianDays: null, renewals: [] },
    },
  ],
};
const me = { ...officer, permissions: [...officer.permissions, 'expert-capacity:read' as const, 'expert-capacity:edit' as const] };
const answers = {
  'GET /api/v1/me': me,
  'GET /api/v1/timeline': timeline,
  'GET /api/v1/audit-clash': clash,
  'GET /api/v1/forecast': forecast,
};
// The test browser has no dialogs of its own.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
const titled = () => screen.findByRole('heading', { level: 1, name: /^Én guldfrist falder før/ });

describe('timeline', () => {
  test('says the answer, a row for each cluster with its dates in words, and the load of the quarters', async () => {
    await showPage('/timeline', answers);
    await titled();
    expect(screen.getByText(/Første: Alfa Cluster Denmark, 31. marts 2027 \(om 126 dage\)\. 1 klynge mangler/)).toBeTruthy();
    const alfa = within(screen.getByRole('row', { name: /^Alfa/ }));
    expect(alfa.getByText('Book senest 18.12.2026')).toBeTruthy();
    expect(alfa.getByText(/udløber snart, 01\.04\.2024 – 31\.03\.2027; kan fornyes 01\.04\.2027/)).toBeTruthy();
    expect(screen.getByText('1. kvartal 2027: 1')).toBeTruthy();
    expect(screen.getByText('I dag 25.11.2026')).toBeTruthy();
  });

  test('zoom, grouping and the unfolded past stand in the address', async () => {
    const { router } = await showPage('/timeline', answers);
    await titled();
    fireEvent.click(screen.getByRole('button', { name: '3 år' }));
    fireEvent.click(screen.getByRole('button', { name: 'Ansvarlig' }));
    fireEvent.click(screen.getByRole('button', { name: 'Vis tidligere perioder' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ zoom: 3, group: 'officer', earlier: true }));
    expect(await screen.findByText('Ingen ansvarlig')).toBeTruthy();
  });

  test('months with more audits than room are said, with who could go before', async () => {
    await showPage('/timeline', answers);
    expect(await screen.findByText('I februar 2027 er der flere audits, end eksperterne kan nå.')).toBeTruthy();
    expect(screen.getByText(/Forslag: alfa i januar 2027, 19 dage før, uden at miste gyldighed/)).toBeTruthy();
  });

  test('the room is changed with a reason; a figure that is none is refused here', async () => {
    const { requests } = await showPage('/timeline', { ...answers, 'PUT /api/v1/expert-capacity': { id: officer.id } });
    fireEvent.click(await screen.findByRole('button', { name: 'Ret pladsen i februar 2027' }));
    fireEvent.change(await screen.findByLabelText('Audits, eksperterne kan nå'), { target: { value: 'mange' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem pladsen' }));
    expect(await screen.findByText('Skriv et helt tal mellem 0 og 99')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Audits, eksperterne kan nå'), { target: { value: '2' } });
    fireEvent.change(screen.getByLabelText(/Begrundelse/), { target: { value: 'Aftale' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem pladsen' }));
    expect(await screen.findByText('Pladsen er gemt.')).toBeTruthy();
    const sent = requests.find(({ init }) => init?.method === 'PUT');
    expect(JSON.parse(String(sent?.init?.body))).toMatchObject({ month: '2027-02-01', audits: 2, revision: null, reason: 'Aftale' });
  });

  test('who may not see the experts is not asked to', async () => {
    const { requests } = await showPage('/timeline', { ...answers, 'GET /api/v1/me': officer });
    await titled();
    expect(requests.some(({ address }) => address.includes('audit-clash'))).toBe(officer.permissions.includes('expert-capacity:read'));
  });
});

describe('other tabs', () => {
  test('the calendar lists dates by month, what has passed undone first', async () => {
    await showPage('/timeline?tab=calendar', answers);
    await titled();
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Overskredet', 'december 2026', 'marts 2027']);
    expect(within(screen.getByRole('region', { name: 'Overskredet' })).getByText('5 dage siden')).toBeTruthy();
  });

  test('the table says in words what the bars show', async () => {
    await showPage('/timeline?tab=table', answers);
    await titled();
    const row = screen.getByRole<HTMLTableRowElement>('row', { name: /^Alfa/ });
    expect(within(row).getByText('18.12.2026')).toBeTruthy();
    expect(row.cells).toHaveLength(row.closest('table')?.tHead?.rows[0]?.cells.length ?? 0);
    expect(screen.getByRole('row', { name: /1\. kvartal 2027/ }).textContent).toContain('Alfa');
  });

  test('the projection names the low point, who is missing then, and why a course is not offered', async () => {
    await showPage('/timeline?tab=forecast', answers);
    expect(await screen.findByText(/Intet sker: lavpunktet er 0 i januar 2027\. Mangler da: Alfa Cluster Denmark\./)).toBeTruthy();
    expect(screen.getByText(/Som booket: antallet falder ikke under 1/)).toBeTruthy();
    expect(screen.getByText('Opfyldt, fra december 2026: I fare, fra januar 2027: Ikke opfyldt, kan fornyes')).toBeTruthy();
    expect(screen.getByText(/I vanligt tempo kan ikke vises/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Som booket' }));
    expect(await screen.findByText('Opfyldt hele vejen')).toBeTruthy();
  });
});

describe('states', () => {
  test('nothing yet, no access, and an answer that did not come', async () => {
    const first = await showPage('/timeline', { ...answers, 'GET /api/v1/timeline': { ...timeline, rows: [] } });
    expect(await screen.findByRole('heading', { name: 'Ingen klynger' })).toBeTruthy();
    first.unmount();
    const second = await showPage('/timeline', { ...answers, 'GET /api/v1/me': { ...officer, permissions: ['me:read'] } });
    expect(await screen.findByRole('heading', { name: 'Du har ikke adgang' })).toBeTruthy();
    second.unmount();
    await showPage('/timeline', { ...answers, 'GET /api/v1/timeline': [500, { code: 'internal', detail: '' }] });
    expect(await screen.findByText('Vi kunne ikke hente tidslinjen.')).toBeTruthy();
  });
});
