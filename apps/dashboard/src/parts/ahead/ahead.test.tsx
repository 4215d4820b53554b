// @vitest-environment jsdom
import type { AuditTrialView, ChainReading, ClusterForecast } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { clusterDetail } from '../../fixtures/cluster.js';
import { officer } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const day = calendarDate;
const on = day('2026-11-25');
const cluster = clusterDetail();
const { slug } = cluster.row;
const step = {
  startsOn: day('2026-12-18'),
  latestOn: day('2026-12-18'),
  overdue: false,
  rolledBack: null,
  rule: { label: 'Booking 60 dage før audit', source: 'Ingen kilde fundet', confidence: 'assumption' as const },
};
const reading: ChainReading = {
  on,
  today: on,
  known: null,
  chain: {
    kind: 'renewal',
    level: 'gold',
    anchor: 'end',
    anchorOn: day('2027-03-31'),
    auditLasts: 1,
    steps: [
      { ...step, step: 'self-test', latestOn: day('2026-11-20'), slackWorkingDays: -3, overdue: true, binds: false },
      { ...step, step: 'order', slackWorkingDays: 17, binds: true, rolledBack: { from: day('2026-12-19'), because: 'lørdag' } },
    ],
  },
};
const trial: NonNullable<AuditTrialView['trial']> = {
  firstDayOn: day('2027-02-18'),
  lastDayOn: day('2027-02-18'),
  projectedDecisionOn: day('2027-04-01'),
  anchorOn: day('2027-03-31'),
  inTime: false,
  daysToSpare: -1,
  submitBy: day('2027-01-28'),
  orderBy: day('2026-12-18'),
  orderPassed: false,
  closed: [],
  validity: { kind: 'renewal', validFrom: day('2027-04-01'), validUntil: day('2030-03-31') },
};
const course = {
  verdicts: ['met' as const, 'renewable' as const],
  statuses: ['expiring' as const, 'renewable' as const],
  holds: [true, false],
  awards: [],
  withheld: null,
};
const forecast: ClusterForecast = {
  on,
  today: on,
  known: null,
  days: [on, day('2027-04-30')],
  row: {
    id: cluster.row.id,
    slug,
    name: cluster.row.name,
    shortName: cluster.row.shortName,
    illustrative: true,
    nothing: course,
    asBooked: { ...course, withheld: 'not-booked' },
    usualPace: {
      ...course,
      verdicts: ['met', 'met'],
      awards: [
        {
          approvedOn: day('2027-02-25'),
          kind: 'renewal',
          validFrom: day('2027-04-01'),
          validUntil: day('2030-03-31'),
          because: 'usual-pace',
        },
      ],
    },
    pace: {
      medianDays: 34,
      renewals: [
        { approvedOn: day('2021-02-01'), endedOn: day('2021-03-31'), daysBeforeEnd: 58 },
        { approvedOn: day('2024-03-21'), endedOn: day('2024-03-31'), daysBeforeEnd: 10 },
      ],
    },
  },
};
const answers = {
  'GET /api/v1/me': officer,
  [`GET /api/v1/clusters/${slug}`]: cluster,
  [`GET /api/v1/clusters/${slug}/chain`]: reading,
  [`GET /api/v1/clusters/${slug}/forecast`]: forecast,
  [`GET /api/v1/clusters/${slug}/audit-trial`]: { trial },
};

describe('the way in dates', () => {
  test('slack in working days, what rolled a step back, and the assumption that binds', async () => {
    await showPage(`/clusters/${slug}`, answers);
    const way = within(await screen.findByRole('region', { name: 'Vejen i datoer' }));
    expect(way.getByText('3 arbejdsdage siden, passeret')).toBeTruthy();
    const order = within(way.getByRole('row', { name: /^Sidste sikre bookingdag/ }));
    expect(order.getByText('17 arbejdsdage')).toBeTruthy();
    expect(order.getByText('Rykket tilbage fra 19.12.2026 (lørdag)')).toBeTruthy();
    expect(order.getByText('Binder')).toBeTruthy();
  });

  test('a date is tried and not saved', async () => {
    const { requests } = await showPage(`/clusters/${slug}`, answers);
    const field = await screen.findByLabelText('Auditten begynder');
    fireEvent.change(field, { target: { value: 'snart' } });
    fireEvent.click(screen.getByRole('button', { name: 'Prøv datoen' }));
    expect(await screen.findByText(/Skriv en dato som/)).toBeTruthy();
    fireEvent.change(field, { target: { value: '18.02.2027' } });
    fireEvent.click(screen.getByRole('button', { name: 'Prøv datoen' }));
    expect(await screen.findByText(/For sent: afgørelsen ventes 1. april 2027, 1 dag efter 31. marts 2027\./)).toBeTruthy();
    expect(screen.getByText('ikke gemt')).toBeTruthy();
    expect(screen.getByText(/Fornyelsen ville gælde 01\.04\.2027 – 31\.03\.2030/)).toBeTruthy();
    expect(requests.every(({ init }) => (init?.method ?? 'GET') === 'GET')).toBe(true);
  });
});

test('the projection states the pace it goes by', async () => {
  await showPage(`/clusters/${slug}`, answers);
  const panel = within(await screen.findByRole('region', { name: /^Fremskrivning/ }));
  expect(panel.getByText(/Vanligt tempo: afgørelse 34 dage før udløb, median af 2 fornyelser/)).toBeTruthy();
  expect(panel.getByText(/Ingen audit er booket/)).toBeTruthy();
  expect(panel.getByText('Opfyldt hele vejen')).toBeTruthy();
});
