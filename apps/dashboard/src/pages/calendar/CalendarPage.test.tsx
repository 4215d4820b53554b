// @vitest-environment jsdom
import type { CalendarFeed, CalendarFeedList, Me } from '@klyngevagt/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { officer, signInOptions } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const me: Me = { ...officer, permissions: [...officer.permissions, 'calendar:subscribe'] };
const frame = { 'GET /api/v1/me': me, 'GET /api/v1/sign-in-options': signInOptions };
const read = 'GET /api/v1/calendar-feeds';
const address = `https://klyngevagt.example/api/calendar/${'s'.repeat(43)}.ics`;
const id = '00000000-0000-4000-8000-000000000001';
const feed: CalendarFeed = {
  id,
  cluster: { slug: 'energiklyngen', name: 'Energiklyngen' },
  language: 'en',
  createdAt: '2026-11-01T08:00:00.000Z',
  renewedAt: null,
  lastUsedAt: '2026-11-24T06:00:00.000Z',
};
const list = (...feeds: CalendarFeed[]): CalendarFeedList => ({ feeds, clusters: [{ slug: 'energiklyngen', name: 'Energiklyngen' }] });
/** A busy machine takes its time. */
const heading = () => screen.findByRole('heading', { level: 1, name: 'Fristerne i din egen kalender' });

beforeAll(() => Promise.all([import('./CalendarPage.js'), import('../../shell/AppShell.js')]));

describe('the page of calendar links', () => {
  it('makes a link and shows its address this once', async () => {
    const { requests } = await showPage('/calendar', { ...frame, [read]: list(), 'POST /api/v1/calendar-feeds': { id, address } });
    await heading();
    expect(await screen.findByText('Du har ingen kalenderlinks endnu.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Opret link' }));
    const field = await screen.findByRole('textbox', { name: 'Kalenderens adresse' });
    expect((field as HTMLInputElement).value).toBe(address);
    const box = within(field.closest('[role=status]') as HTMLElement);
    expect(box.getByRole('link').getAttribute('href')).toBe(address.replace('https:', 'webcal:'));
    const sent = requests.find(({ init }) => init?.method === 'POST');
    expect(JSON.parse(String(sent?.init?.body))).toEqual({ cluster: null, language: 'da' });
    fireEvent.click(box.getByRole('button', { name: 'Færdig' }));
    expect(screen.queryByRole('textbox', { name: 'Kalenderens adresse' })).toBeNull();
  });

  it('offers nothing twice, says when a link was last used, and asks before it is closed', async () => {
    const { requests } = await showPage('/calendar', {
      ...frame,
      [read]: list(feed),
      [`POST /api/v1/calendar-feeds/${id}/revocation`]: { id },
    });
    await heading();
    expect(await screen.findByText(/Sidst hentet 24\.\s*november\s*2026/)).toBeTruthy();
    expect(screen.queryByRole('option', { name: 'Energiklyngen' })).toBeNull();
    HTMLDialogElement.prototype.showModal = function open() {
      this.setAttribute('open', '');
    };
    HTMLDialogElement.prototype.close = function close() {
      this.removeAttribute('open');
    };
    fireEvent.click(screen.getByRole('button', { name: 'Luk linket: Energiklyngen' }));
    expect(requests.some(({ init }) => init?.method === 'POST')).toBe(false);
    fireEvent.submit(document.querySelector('dialog form') as HTMLFormElement);
    await waitFor(() => expect(requests.filter(({ address: to }) => to.endsWith('/revocation'))).toHaveLength(1));
  });

  it('shows whoever manages accounts whose links there are, and closes one with a reason', async () => {
    const issued = { ...feed, person: { id, name: 'Karen Vang', email: 'karen@klynge.example' } };
    const { requests } = await showPage('/calendar', {
      ...frame,
      'GET /api/v1/me': { ...me, permissions: [...me.permissions, 'account:manage'] },
      [read]: list(),
      'GET /api/v1/issued-calendar-feeds': { feeds: [issued] },
      [`POST /api/v1/issued-calendar-feeds/${id}/revocation`]: { id },
    });
    const panel = await screen.findByRole('region', { name: 'Andres kalenderlinks' });
    await within(panel).findByText('Karen Vang');
    expect(panel.textContent).toMatch(/Karen Vang.*Energiklyngen.*Sidst hentet 24\./);
    HTMLDialogElement.prototype.showModal = function open() {
      this.setAttribute('open', '');
    };
    fireEvent.click(within(panel).getByRole('button', { name: 'Luk linket: Karen Vang, Energiklyngen' }));
    const form = await screen.findByRole('dialog');
    fireEvent.click(within(form).getByRole('button', { name: 'Luk linket' }));
    expect(
      requests.some(({ init }) => init?.method === 'POST'),
      'not without a reason',
    ).toBe(false);
    fireEvent.change(within(form).getByLabelText(/^Begrundelse/), { target: { value: 'Telefonen er stjålet' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Luk linket' }));
    expect(await screen.findByText('Kalenderlinket er lukket: Karen Vang')).toBeTruthy();
  });

  it('says what could not be fetched', async () => {
    await showPage('/calendar', { ...frame, [read]: [500, { code: 'internal', detail: 'Noget gik galt.' }] });
    await heading();
    expect(await screen.findByText('Noget gik galt.')).toBeTruthy();
  });
});
