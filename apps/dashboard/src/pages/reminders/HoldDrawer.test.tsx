// @vitest-environment jsdom
import type { ReminderHoldView, ReminderRow } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { officer, signInOptions } from '../../fixtures/portfolio.js';
import { type Answers, showPage } from '../../fixtures/show-page.js';

const day = calendarDate('2026-11-25');
const planned: ReminderRow = {
  id: '00000000-0000-4000-8000-000000000201',
  slug: 'clean',
  clusterName: 'CLEAN',
  event: 'booking',
  offsetDays: -14,
  deadlineOn: calendarDate('2026-12-18'),
  dueOn: calendarDate('2026-12-04'),
  about: '14 dage før sidste sikre bookingdag',
  role: 'chair',
  recipient: 'Ida Holm',
  isStandIn: true,
  escalatedFrom: 'manager',
  urgency: 'urgent',
  channel: 'inbox',
  language: 'da',
  state: 'planned',
  because: null,
  band: 'next-30-days',
  sentAt: null,
  attempts: 0,
  illustrative: false,
  fictional: false,
};
const hold: ReminderHoldView = {
  id: '00000000-0000-4000-8000-000000000301',
  slug: 'clean',
  clusterName: 'CLEAN',
  kind: 'pause',
  event: 'booking',
  deadlineOn: planned.deadlineOn,
  fromOn: day,
  untilOn: calendarDate('2026-12-11'),
  planOn: null,
  by: null,
  byRole: 'system',
  note: null,
  endedOn: null,
  isRunning: true,
};
const sums = { total: 1, sent: 0, toCome: 1, superseded: 0, suppressed: 0, acknowledged: 0, failed: 0, uncertain: 0 };
const run = {
  lastRunAt: null,
  nextRunAt: null,
  lastSent: 0,
  lastRun: null,
  held: 0,
  lastReconciledAt: null,
  isQueueAway: false,
  running: null,
};
const list = { on: day, today: day, reminders: [planned], failedWeeklyMails: [], health: { state: 'running', ...run, sums, addsUp: true } };
const answers: Answers = {
  'GET /api/v1/me': { ...officer, permissions: [...officer.permissions, 'reminder:send'] },
  'GET /api/v1/sign-in-options': signInOptions,
  'GET /api/v1/reminders': list,
  'GET /api/v1/reminder-holds': { on: day, today: day, holds: [hold, { ...hold, id: planned.id, clusterName: 'WELL', isRunning: false }] },
  'POST /api/v1/clusters/clean/reminder-holds': { id: hold.id },
  [`POST /api/v1/reminder-holds/${hold.id}/ending`]: { id: hold.id },
};

beforeAll(() => Promise.all([import('./RemindersPage.js'), import('../../shell/AppShell.js')]));
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
});

describe('reminders that are held back', () => {
  it('names a bad day and a missing reason, and sends nothing before', async () => {
    const { requests } = await showPage('/reminders', answers);
    fireEvent.click(await screen.findByRole('button', { name: /^Sæt på pause: CLEAN/ }));
    const form = screen.getByRole('dialog');
    fireEvent.change(within(form).getByLabelText(/^Sidste dag/), { target: { value: '31.02.2027' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Hold tilbage' }));
    expect(within(form).getByRole('alert').textContent).toMatch(/Sidste dag: Skriv en dato.*Begrundelse: Skriv/);
    expect(requests.some(({ init }) => init?.method === 'POST')).toBe(false);

    fireEvent.change(within(form).getByLabelText(/^Sidste dag/), { target: { value: '11.12.2026' } });
    fireEvent.change(within(form).getByLabelText(/^Begrundelse/), { target: { value: ' Aftalt i telefonen ' } });
    fireEvent.click(within(form).getByLabelText('Alle frister for CLEAN'));
    fireEvent.click(within(form).getByLabelText(/^Udskyd/));
    fireEvent.click(within(form).getByRole('button', { name: 'Hold tilbage' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = requests.find(({ init }) => init?.method === 'POST');
    expect(JSON.parse(String(sent?.init?.body))).toEqual({
      kind: 'snooze',
      reminderId: null,
      untilOn: '2026-12-11',
      reason: 'Aftalt i telefonen',
    });
  });

  it('lists what runs, by whom and until when, and ends it with a reason', async () => {
    const { requests } = await showPage('/reminders', answers);
    const panel = await screen.findByRole('region', { name: 'Holdes tilbage' });
    expect(panel.textContent).toContain('Pause til og med 11.12.2026, fristen 18.12.2026');
    expect(panel.textContent).toContain('Klyngevagt');
    expect(panel.textContent).not.toContain('WELL');
    fireEvent.click(within(panel).getByRole('button', { name: /^Ophæv/ }));
    const form = screen.getByRole('dialog');
    fireEvent.change(within(form).getByLabelText(/^Begrundelse/), { target: { value: 'Svaret er kommet' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Ophæv' }));
    await waitFor(() => expect(requests.some(({ address }) => address.endsWith('/ending'))).toBe(true));
  });

  it('asks for the holds of the day shown, as they were known then, and offers no end while looking back', async () => {
    const { requests } = await showPage('/reminders?on=2026-11-20&known=2026-11-20', answers);
    const panel = await screen.findByRole('region', { name: 'Holdes tilbage' });
    expect(requests.map(({ address }) => address)).toContain('/api/v1/reminder-holds?on=2026-11-20&known=2026-11-20');
    expect(within(panel).queryByRole('button')).toBeNull();
  });

  it('tells whom a reminder is for in whose place, how urgent it is, and that no mail goes out', async () => {
    await showPage('/reminders', answers);
    expect(await screen.findByText('Formand, som stedfortræder, fordi klyngelederen ikke kunne nås')).toBeTruthy();
    expect(screen.getByText('Haster')).toBeTruthy();
    expect(screen.getByText('Kun i indbakken')).toBeTruthy();
  });
});
