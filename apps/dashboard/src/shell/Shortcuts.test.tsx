// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manager, officer, portfolio, signInOptions } from '../fixtures/portfolio.js';
import { showPage } from '../fixtures/show-page.js';

const answers = {
  'GET /api/v1/me': officer,
  'GET /api/v1/sign-in-options': signInOptions,
  'GET /api/v1/portfolio': portfolio,
  'GET /api/v1/people': { people: [] },
};
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });

beforeAll(async () => {
  // The browser of the tests knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  await Promise.all([import('./Palette.js'), import('./KeyList.js')]);
});
beforeEach(() => localStorage.clear());

async function showPortfolio(more: object = {}) {
  const page = await showPage('/portfolio', { ...answers, ...more });
  await screen.findByRole('heading', { level: 1 });
  return page;
}

describe('the palette', () => {
  it('finds a cluster by a few letters and goes there by Enter', async () => {
    const { router } = await showPortfolio();
    press('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: 'Find klynge, person eller side' });
    const [row] = portfolio.rows;
    fireEvent.change(field, { target: { value: row?.name.slice(0, 5) } });
    const first = within(screen.getByRole('listbox')).getAllByRole('option')[0];
    expect(first?.textContent).toContain(row?.name);
    expect(field.getAttribute('aria-activedescendant')).toBe(first?.id);
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(router.state.location.pathname).toBe(`/clusters/${row?.slug}`));
  });

  it('asks for no people on behalf of somebody who may not see them', async () => {
    const { requests } = await showPage('/my-cluster/clean', { ...answers, 'GET /api/v1/me': manager });
    await screen.findByRole('main');
    press('k', { metaKey: true });
    await screen.findByRole('combobox', { name: 'Find klynge, person eller side' });
    expect(requests.some(({ address }) => address.startsWith('/api/v1/people'))).toBe(false);
  });
});

describe('keys', () => {
  it('g and a letter go to a page; not while typing, and not when switched off', async () => {
    const { router } = await showPortfolio();
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'g' });
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'r' });
    expect(router.state.location.pathname).toBe('/portfolio');
    localStorage.setItem('klyngevagt.keys', 'off');
    press('g');
    press('r');
    expect(router.state.location.pathname).toBe('/portfolio');
    localStorage.clear();
    press('g');
    press('r');
    await waitFor(() => expect(router.state.location.pathname).toBe('/reminders'));
  });

  it('? lists them', async () => {
    await showPortfolio();
    press('?');
    const list = within(await screen.findByRole('dialog', { name: 'Genvejstaster' }));
    expect(list.getByText('Gå til Portefølje')).toBeTruthy();
  });
});
