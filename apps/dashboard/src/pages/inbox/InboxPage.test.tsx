// @vitest-environment jsdom
import type { Inbox, InboxItem, Me } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { officer, signInOptions } from '../../fixtures/portfolio.js';
import { type Answers, showPage } from '../../fixtures/show-page.js';
import { refreshChanged } from '../../live-updates.js';

const item = (place: number, clusterName: string, more: Partial<InboxItem> = {}): InboxItem => ({
  id: `00000000-0000-4000-8000-00000000040${place}`,
  slug: clusterName.toLowerCase(),
  clusterName,
  event: 'booking',
  about: '14 dage før sidste sikre bookingdag',
  deadlineOn: calendarDate('2026-12-18'),
  role: 'officer',
  urgency: 'routine',
  channel: 'mail',
  state: 'sent',
  arrivedAt: '2026-11-20T05:00:00Z',
  readAt: null,
  acknowledgedAt: null,
  illustrative: false,
  fictional: false,
  ...more,
});
const unread = item(1, 'CLEAN', { urgency: 'urgent' });
const read = item(2, 'WELL', { readAt: '2026-11-21T05:00:00Z', state: 'failed' });
const inbox = (...items: InboxItem[]): Inbox => ({
  today: calendarDate('2026-11-25'),
  unread: items.filter(({ readAt }) => readAt === null).length,
  items,
  nextBefore: null,
});
const me: Me = { ...officer, unread: 1, permissions: [...officer.permissions, 'reminder:read-text'] };
const answers: Answers = {
  'GET /api/v1/me': me,
  'GET /api/v1/sign-in-options': signInOptions,
  'GET /api/v1/inbox': inbox(unread, read),
  'POST /api/v1/inbox/reading': { unread: 0 },
  [`GET /api/v1/reminders/${unread.id}/text`]: { text: 'Kære Lars' },
};
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

beforeAll(() => Promise.all([import('./InboxPage.js'), import('../../shell/AppShell.js')]));

describe('the inbox', () => {
  it('counts what is unread, in words too, and marks it as read once it is opened', async () => {
    const { requests } = await showPage('/inbox', answers);
    await heading('1 ulæst påmindelse');
    expect(await screen.findByRole('link', { name: 'Indbakke, 1 ulæst' })).toBeTruthy();
    const [first, second] = within(screen.getByRole('main')).getAllByRole('listitem');
    expect(within(first!).getByText('Ulæst')).toBeTruthy();
    expect(first!.textContent).toContain('Haster, sendt som e-mail');
    expect(within(second!).queryByText('Ulæst')).toBeNull();
    expect(second!.textContent).toContain('e-mailen nåede ikke frem');
    fireEvent.click(within(first!).getByRole('button', { name: 'CLEAN' }));
    expect(await within(first!).findByText('Kære Lars')).toBeTruthy();
    await waitFor(() => expect(requests.some(({ address }) => address.endsWith('/inbox/reading'))).toBe(true));
    const marking = requests.find(({ address }) => address.endsWith('/inbox/reading'));
    expect(JSON.parse(String(marking?.init?.body))).toEqual({ ids: [unread.id], isRead: true });
  });

  it('shows by itself what arrives, and the count rises', async () => {
    const changing = { ...answers };
    const { client } = await showPage('/inbox', changing);
    await heading('1 ulæst påmindelse');
    changing['GET /api/v1/inbox'] = inbox(item(3, 'MADE'), unread, read);
    changing['GET /api/v1/me'] = { ...me, unread: 2 };
    refreshChanged(client, [null]);
    await heading('2 ulæste påmindelser');
    expect(await screen.findByRole('link', { name: 'Indbakke, 2 ulæste' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'MADE' })).toBeTruthy();
  });

  it('says when there is nothing', async () => {
    await showPage('/inbox', { ...answers, 'GET /api/v1/inbox': inbox() });
    await heading('Indbakke');
    expect(await screen.findByText('Indbakken er tom')).toBeTruthy();
  });

  it('says when it cannot be read', async () => {
    await showPage('/inbox', { ...answers, 'GET /api/v1/inbox': [500, { code: 'unexpected', status: 500 }] });
    expect(await screen.findByText(/indbakken/)).toBeTruthy();
    expect(screen.queryByText('Indbakken er tom')).toBeNull();
  });
});
