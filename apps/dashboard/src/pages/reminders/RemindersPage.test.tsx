// @vitest-environment jsdom
import type { Me, ReminderList, ReminderRow } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { officer, signInOptions } from '../../fixtures/portfolio.js';
import { type Answers, showPage } from '../../fixtures/show-page.js';

const failedId = '00000000-0000-4000-8000-000000000101';
const sentId = '00000000-0000-4000-8000-000000000102';
const reminder = (id: string, clusterName: string, more: Partial<ReminderRow>): ReminderRow => ({
  id,
  slug: clusterName.toLowerCase(),
  clusterName,
  event: 'booking',
  offsetDays: -14,
  deadlineOn: calendarDate('2026-12-18'),
  dueOn: calendarDate('2026-11-24'),
  about: '14 dage før sidste sikre bookingdag',
  role: 'manager',
  recipient: 'Lars Dahl',
  isStandIn: false,
  escalatedFrom: null,
  urgency: 'routine',
  channel: 'mail',
  language: 'da',
  state: 'failed',
  because: 'refused',
  band: 'overdue',
  sentAt: null,
  attempts: 3,
  illustrative: true,
  fictional: false,
  ...more,
});
const failed = reminder(failedId, 'Klitklyngen', { fictional: true });
const sent = reminder(sentId, 'CLEAN', { state: 'sent', band: 'closed', because: null, sentAt: '2026-11-11T05:00:00Z' });
const list: ReminderList = {
  on: calendarDate('2026-11-25'),
  today: calendarDate('2026-11-25'),
  reminders: [failed, sent],
  health: {
    state: 'failing',
    lastRunAt: '2026-11-25T05:00:00Z',
    nextRunAt: null,
    lastSent: 0,
    lastRun: { sent: 4, postponed: 2, failed: 0, uncertain: 1, interrupted: 0 },
    running: null,
    held: 7,
    lastReconciledAt: null,
    isQueueAway: true,
    sums: { total: 3, sent: 1, toCome: 0, superseded: 0, suppressed: 0, acknowledged: 0, failed: 1, uncertain: 0 },
    addsUp: false,
  },
  failedWeeklyMails: [
    {
      id: '00000000-0000-4000-8000-000000000301',
      kind: 'weekly',
      weekOn: calendarDate('2026-11-23'),
      recipient: 'Mette Lindholm',
      because: 'Mailen kom retur.',
    },
  ],
};
const text = (row: ReminderRow, asSent: boolean, subject: string) => ({
  reminder: row,
  asSent,
  to: 'lars.dahl@example.dk',
  subject,
  text: 'Ren tekst',
  html: '<p>Kære Lars</p>',
  answer: null,
});
const me: Me = { ...officer, permissions: [...officer.permissions, 'reminder:read-text', 'reminder:send', 'rules:read'] };
const answers: Answers = {
  'GET /api/v1/me': me,
  'GET /api/v1/sign-in-options': signInOptions,
  'GET /api/v1/reminders': list,
  [`GET /api/v1/reminders/${failedId}/text`]: text(failed, false, 'Book audit'),
  [`GET /api/v1/reminders/${sentId}/text`]: text(sent, true, 'Som den blev sendt'),
  [`GET /api/v1/reminders/${sentId}/text?language=en`]: text(sent, false, 'Book the audit'),
};

beforeAll(() => Promise.all([import('./RemindersPage.js'), import('../../shell/AppShell.js')]));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('the page of reminders', () => {
  it('answers in its title, with the reason, and names the cluster as invented', async () => {
    await showPage('/reminders', answers);
    await heading('Én påmindelse nåede ikke frem');
    expect(screen.getByText('opdigtet')).toBeTruthy();
    expect(screen.getAllByText(/Modtagerens mailserver afviste mailen/).length).toBeGreaterThan(0);
  });

  it('says in words that sending fails and that the sums do not add up', async () => {
    await showPage('/reminders', answers);
    const card = await screen.findByRole('region', { name: 'Udsendelse' });
    expect(within(card).getByText('Fejler')).toBeTruthy();
    expect(within(card).getByText(/delene giver 2, ikke 3/)).toBeTruthy();
  });

  it('tells what the last run did, what is held back, and that the queue is away', async () => {
    await showPage('/reminders', answers);
    const card = await screen.findByRole('region', { name: 'Udsendelse' });
    expect(within(card).getByText('4 sendt, 2 udsat, 0 fejlet, 1 uvist')).toBeTruthy();
    expect(within(card).getByText('7')).toBeTruthy();
    expect(within(card).getByText(/^Køen svarer ikke/)).toBeTruthy();
    expect(within(card).getByText(/Ugens overblik, ugen fra 23\.11\.2026\. Mailen kom retur\./).textContent).toMatch(/^Mette Lindholm: /);
  });

  it('tells how far a run with much to send has come', async () => {
    const health: ReminderList['health'] = { ...list.health, state: 'running', running: { sent: 1200, due: 10_000 } };
    await showPage('/reminders', { ...answers, 'GET /api/v1/reminders': { ...list, health } });
    const card = await screen.findByRole('region', { name: 'Udsendelse' });
    expect(within(card).getByText('1.200 af 10.000 sendt')).toBeTruthy();
  });

  it('answers why nothing was sent about a cluster on a day', async () => {
    const why = {
      cluster: 'clean',
      clusterName: 'CLEAN',
      on: '2026-11-25',
      today: '2026-11-25',
      wasSent: false,
      reasons: [{ code: 'no-step-that-day', sentence: 'Der var intet trin den dag.', reminderId: null }],
    };
    await showPage('/reminders', { ...answers, 'GET /api/v1/reminders/why?cluster=clean&on=2026-11-25': why });
    const panel = await screen.findByRole('region', { name: 'Hvorfor blev der ikke sendt noget?' });
    fireEvent.click(within(panel).getByRole('button'));
    fireEvent.change(within(panel).getByLabelText('Klynge'), { target: { value: 'clean' } });
    expect(await within(panel).findByText('Der var intet trin den dag.')).toBeTruthy();
    expect(within(panel).getByText('CLEAN, 25. november 2026: der blev ikke sendt noget.')).toBeTruthy();
  });

  it('shows the mail without letting anything in it run', async () => {
    await showPage('/reminders', answers);
    const frame = await screen.findByTitle('Mailens tekst');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toBe('<p>Kære Lars</p>');
    fireEvent.click(screen.getByRole('button', { name: 'Kun tekst' }));
    expect(screen.getByText('Ren tekst')).toBeTruthy();
  });

  it('shows a sent mail as it was sent, and another language as it would read now', async () => {
    await showPage(`/reminders?tab=sent&reminder=${sentId}`, answers);
    expect(await screen.findByText('Som den blev sendt')).toBeTruthy();
    expect(screen.getByText(/^Som sendt 11\./)).toBeTruthy();
    const languages = screen.getByRole('group', { name: 'Sprog i mailen' });
    fireEvent.click(within(languages).getByRole('button', { name: 'English' }));
    expect(await screen.findByText('Book the audit')).toBeTruthy();
    expect(screen.getByText(/Sådan ville den lyde nu på engelsk/)).toBeTruthy();
  });

  it('keeps the filter in the address, and says when nothing matches', async () => {
    const { router } = await showPage('/reminders', answers);
    fireEvent.change(await screen.findByLabelText('Klynge'), { target: { value: 'clean' } });
    await waitFor(() => expect(router.state.location.search).toEqual({ cluster: 'clean' }));
    expect(await screen.findByText('Ingen påmindelser passer')).toBeTruthy();
    await heading('Én påmindelse nåede ikke frem');
  });

  it('asks why before it sends, and names the one who gets it', async () => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
    const { requests } = await showPage('/reminders', { ...answers, [`POST /api/v1/reminders/${failedId}/sending`]: { id: failedId } });
    fireEvent.click((await screen.findAllByRole('button', { name: /^Send igen: Klitklyngen/ }))[0] as HTMLElement);
    expect(screen.getByText('Én mail på dansk til Lars Dahl.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Send 1 mail' }));
    expect(requests.some(({ address }) => address.endsWith('/sending'))).toBe(false);
    fireEvent.change(screen.getByLabelText(/^Begrundelse/), { target: { value: 'Ny adresse' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send 1 mail' }));
    expect(await screen.findByText(/Mailen til Lars Dahl er lagt i kø/)).toBeTruthy();
    const sending = requests.find(({ address }) => address.endsWith('/sending'));
    expect(JSON.parse(String(sending?.init?.body))).toEqual({ reason: 'Ny adresse' });
  });

  it('shows a reader neither names nor texts, and no way to send', async () => {
    const reader: Me = { ...me, role: 'reader', permissions: ['me:read', 'reminder:read'] };
    const hidden = { ...list, reminders: [{ ...failed, recipient: null }] };
    const { requests } = await showPage('/reminders', { ...answers, 'GET /api/v1/me': reader, 'GET /api/v1/reminders': hidden });
    expect(await screen.findByText('Navn skjult')).toBeTruthy();
    expect(screen.getByText('Din rolle viser ikke navne og mailtekster.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
    expect(requests.some(({ address }) => address.includes('/text'))).toBe(false);
  });

  it('cannot send while another day is shown', async () => {
    await showPage('/reminders?on=2026-10-01', { ...answers, 'GET /api/v1/reminders?on=2026-10-01': list });
    await heading('Én påmindelse nåede ikke frem');
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });
});
