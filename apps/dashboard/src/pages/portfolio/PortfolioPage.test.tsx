// @vitest-environment jsdom
import { portfolioCsv } from '@klyngevagt/documents';
import { createTranslator } from '@klyngevagt/messages';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { manager, officer, portfolio, rows, signInOptions, today } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const answers = {
  'GET /api/v1/me': officer,
  'GET /api/v1/sign-in-options': signInOptions,
  'GET /api/v1/portfolio': portfolio,
};
const refusal = (status: number, code: string) => [
  status,
  { code, status, detail: 'Serverens egen sætning.', requestId: 'req-7', type: '', title: '' },
];

// The first import of the lazy pages takes its time.
beforeAll(() => Promise.all([import('./PortfolioPage.js'), import('../../shell/AppShell.js'), import('../sign-in/SignInPage.js')]));

const rowNames = () => screen.getAllByRole('rowheader').map((header) => within(header).getByRole('link').textContent);
const table = () => screen.findByRole('table');

describe('the portfolio page', () => {
  it('answers in its title, and names the next deadline', async () => {
    await showPage('/portfolio', answers);
    expect(await screen.findByRole('heading', { level: 1, name: '2 klynger kræver handling' })).toBeTruthy();
    expect(screen.getByText(/Næste frist/).textContent).toBe(
      'Næste frist: Booket Klynge, hold audit 8.\u00a0december\u00a02026 (om 13 dage).',
    );
    await waitFor(() => expect(document.title).toBe('2 klynger kræver handling · Klyngevagt'));
  });

  it('calls nothing checked where nobody is recorded as bound, and says where that is done', async () => {
    const totals = { ...portfolio.totals, bound: 0, unknown: { count: 0 } };
    await showPage('/portfolio', { ...answers, 'GET /api/v1/portfolio': { ...portfolio, totals, nextDeadline: null } });
    await table();
    expect(screen.getByText(/^Ingen klynge er registreret som forpligtet\./)).toBeTruthy();
    expect(screen.queryByText('Alle er kontrolleret')).toBeNull();
  });

  it('shows all rows in the order of the server, with status and differing verdict in words', async () => {
    await showPage('/portfolio', answers);
    await table();
    expect(rowNames()).toEqual(rows.map(({ name }) => name));
    const soon = screen.getByRole('row', { name: /Snart Klynge/ });
    expect(within(soon).getByText('Udløber snart')).toBeTruthy();
    expect(within(soon).getByText('I fare')).toBeTruthy();
    expect(within(soon).getByText('om 126 dage')).toBeTruthy();
    expect(within(soon).getByText('Book audit senest 18.12.2026')).toBeTruthy();
    const calm = screen.getByRole('row', { name: /Rolig Klynge/ });
    expect(within(calm).queryByText('Opfyldt')).toBeNull();
    expect(within(screen.getByRole('row', { name: /MARLOG/ })).getByText('Udtrådt af programmet 30.04.2022')).toBeTruthy();
  });

  it('counts with a denominator, and a tile filters the table and the address', async () => {
    const { router } = await showPage('/portfolio', answers);
    await table();
    const tile = screen.getByRole('button', { name: /^2\s*af 6.*Udløber inden 180 dage/ });
    expect(tile.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(tile);
    await waitFor(() => expect(rowNames()).toEqual(['Snart Klynge', 'Booket Klynge']));
    expect(router.state.location.search).toEqual({ tile: 'expiring' });
    expect(screen.getByText('Viser 2 af 7').getAttribute('role')).toBe('status');
    fireEvent.click(screen.getByRole('button', { name: /Udløber inden 180 dage/, pressed: true }));
    await waitFor(() => expect(rowNames()).toHaveLength(7));
    expect(router.state.location.search).toEqual({});
  });

  it('opens as its address says', async () => {
    await showPage('/portfolio?view=needs-action&sort=name&descending=true', answers);
    await table();
    expect(rowNames()).toEqual(['Uvis Klynge', 'Snart Klynge']);
    expect(screen.getByRole('button', { name: /Kræver handling/, pressed: true })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Klynge' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('sorts by real buttons: ascending, descending, back to the order of the server', async () => {
    const { router } = await showPage('/portfolio', answers);
    await table();
    const press = () => fireEvent.click(within(screen.getByRole('columnheader', { name: 'Gyldig til' })).getByRole('button'));
    press();
    await waitFor(() => expect(rowNames()[0]).toBe('Booket Klynge'));
    expect(screen.getByRole('columnheader', { name: 'Gyldig til' }).getAttribute('aria-sort')).toBe('ascending');
    press();
    await waitFor(() => expect(router.state.location.search).toEqual({ sort: 'validUntil', descending: true }));
    press();
    await waitFor(() => expect(rowNames()).toEqual(rows.map(({ name }) => name)));
  });

  it('`/` goes to the search field, and what is typed stands in the address', async () => {
    const { router } = await showPage('/portfolio', answers);
    await table();
    fireEvent.keyDown(document.body, { key: '/' });
    const field = screen.getByRole('searchbox', { name: 'Find i tabellen' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'rolig' } });
    await waitFor(() => expect(rowNames()).toEqual(['Rolig Klynge']));
    expect(router.state.location.search).toEqual({ find: 'rolig' });
  });

  it('asks the server for the day and the programme in the address, and says so', async () => {
    const { requests } = await showPage('/portfolio?on=2027-03-01&programme=oevelsesprogram', {
      ...answers,
      'GET /api/v1/portfolio': { ...portfolio, on: '2027-03-01', programme: portfolio.programmes[1] },
    });
    await table();
    expect(requests.map(({ address }) => address)).toContain('/api/v1/portfolio?on=2027-03-01&programme=oevelsesprogram');
    expect(screen.getByText(/Du ser status pr/).textContent).toContain('1.\u00a0marts\u00a02027');
    expect(screen.getByText('Øvelsesprogram (opdigtet).')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Tilbage til i dag' }));
    await waitFor(() => expect(screen.queryByText(/Du ser status pr/)).toBeNull());
  });

  it('takes a day that does not exist as today', async () => {
    const { requests } = await showPage('/portfolio?on=2027-02-30', answers);
    await table();
    expect(requests.map(({ address }) => address)).toContain('/api/v1/portfolio');
    expect(screen.queryByText(/Du ser status pr/)).toBeNull();
  });

  it('speaks English to English readers', async () => {
    await showPage('/portfolio', { ...answers, 'GET /api/v1/me': { ...officer, language: 'en' } }, 'en');
    expect(await screen.findByRole('heading', { level: 1, name: '2 clusters need action' })).toBeTruthy();
    expect(within(await table()).getByText('Book the audit by 18 Dec 2026')).toBeTruthy();
  });
});

describe('its other states', () => {
  it('nothing matches: names the filter and clears it', async () => {
    await showPage('/portfolio?level=bronze', answers);
    expect(await screen.findByRole('heading', { name: 'Ingen klynger passer' })).toBeTruthy();
    expect(screen.getByText('Filtret er: Bronze.')).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Nulstil filter' })[0] as HTMLElement);
    await waitFor(() => expect(rowNames()).toHaveLength(7));
  });

  it('overdue: the lead names what has been overdue for longest', async () => {
    const step = { code: 'book-audit', dueOn: '2026-11-16', by: 'cluster', overdue: true };
    const overdue = { ...portfolio, nextDeadline: { slug: 'sundklyngen', name: 'Sundklyngen', step } };
    await showPage('/portfolio', { ...answers, 'GET /api/v1/portfolio': overdue });
    const lead = await screen.findByText(/Ældste overskridelse/);
    expect(lead.textContent).toContain('Sundklyngen, book audit');
    expect(lead.textContent).toContain('9 dage siden');
  });

  it('nothing yet: says what will stand here', async () => {
    const none = { ...portfolio, rows: [], nextDeadline: null };
    await showPage('/portfolio', { ...answers, 'GET /api/v1/portfolio': none });
    expect(await screen.findByRole('heading', { level: 2, name: 'Ingen klynger endnu' })).toBeTruthy();
  });

  it('not for you: says so and leads to the own cluster, and asks for nothing', async () => {
    const { requests } = await showPage('/portfolio', { ...answers, 'GET /api/v1/me': manager });
    expect(await screen.findByRole('heading', { name: 'Du har ikke adgang' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Til min klynge' }).getAttribute('href')).toBe('/my-cluster/energy-cluster-denmark');
    expect(requests.filter(({ address }) => address.includes('/portfolio'))).toEqual([]);
  });

  it('refused: what failed, the sentence of the server, the number for support, and trying again', async () => {
    const failing: Record<string, unknown> = { ...answers, 'GET /api/v1/portfolio': refusal(500, 'internal') };
    await showPage('/portfolio', failing);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Vi kunne ikke hente porteføljen.');
    expect(alert.textContent).toContain('Serverens egen sætning.');
    expect(alert.textContent).toContain('Fejlnummer req-7');
    failing['GET /api/v1/portfolio'] = portfolio;
    fireEvent.click(within(alert).getByRole('button', { name: 'Prøv igen' }));
    await table();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('session ended: sign-in, and the address is kept', async () => {
    const { router } = await showPage('/portfolio?view=mine', { ...answers, 'GET /api/v1/me': refusal(401, 'not-signed-in') });
    expect(await screen.findByRole('heading', { name: 'Log ind' })).toBeTruthy();
    expect(router.state.location.search).toEqual({ returnTo: '/portfolio?view=mine' });
  });

  it('waiting: the shape of the table after a while', async () => {
    vi.stubGlobal('EventSource', undefined);
    const { container } = await showPage('/portfolio', answers);
    const late = new Promise<Response>(() => undefined);
    const fetch = globalThis.fetch;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => (url.includes('/portfolio') ? late : fetch(url, init)));
    expect(await screen.findByText('Henter …')).toBeTruthy();
    expect(container.querySelectorAll('[aria-hidden] tr')).toHaveLength(14);
  });
});

describe('the exported file', () => {
  it('holds exactly the rows on the screen, in their order', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: (blob: Blob) => (saved.push(blob), 'blob:x'), revokeObjectURL: () => undefined }),
    );
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await showPage('/portfolio?tile=expiring&sort=validUntil', answers);
    await table();
    const onScreen = rowNames();
    fireEvent.click(screen.getByRole('button', { name: 'Eksportér' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const text = await saved[0]?.text();
    const lines = (text ?? '').trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(';')[0])).toEqual(onScreen);
    expect(onScreen).toEqual(['Booket Klynge', 'Snart Klynge']);
    const expected = portfolioCsv([rows[2], rows[1]] as typeof rows, {
      t: createTranslator('da'),
      on: today,
      programme: 'Nationale klynger',
    });
    expect(text).toBe(expected.replace('\uFEFF', ''));
    expect(names).toEqual(['klyngevagt-portefoelje-2026-11-25-illustrativ.csv']);
  });
});
