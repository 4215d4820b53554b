// @vitest-environment jsdom
import type { GridPreview } from '@klyngevagt/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { officer, portfolio, rows, signInOptions } from '../../fixtures/portfolio.js';
import { type Answers, showPage } from '../../fixtures/show-page.js';

const [first, second] = rows;
if (!first || !second) throw new Error('The fixture has two clusters at least');

const base = { 'GET /api/v1/me': officer, 'GET /api/v1/sign-in-options': signInOptions, 'GET /api/v1/portfolio': portfolio };
const answered = (index: number, slug: string, after: string | null, message?: string): GridPreview['rows'][number] => ({
  index,
  slug,
  name: slug,
  before: '2027-03-31',
  after: after as GridPreview['rows'][number]['after'],
  change: message ? 'error' : 'new-end',
  statusBefore: 'expiring',
  statusAfter: message ? null : 'in-force',
  errors: message ? [{ column: 'validUntil', message }] : [],
});
const wrong: GridPreview = {
  rows: [answered(0, first.slug, '2028-03-31'), answered(1, second.slug, null, '31.02.2028 findes ikke i kalenderen.')],
  errors: 1,
  changes: 1,
  versions: {},
};
const right: GridPreview = {
  rows: [answered(0, first.slug, '2028-03-31'), answered(1, second.slug, '2028-02-29')],
  errors: 0,
  changes: 2,
  versions: { [first.slug]: '4', [second.slug]: '7' },
};
const refusal = (status: number, code: string) => [status, { code, status, detail: 'x', requestId: 'req-7', type: '', title: '' }];

// The first import of the lazy pages takes its time.
beforeAll(() => Promise.all([import('./GridPage.js'), import('../../shell/AppShell.js')]));
beforeEach(() => sessionStorage.clear());

const cell = (name: string) => screen.getByLabelText<HTMLInputElement>(`Gyldig til, ${name}`);
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function pasteTwo(answers: Answers) {
  const page = await showPage('/grid', answers);
  const field = await screen.findByLabelText('Linjer fra et regneark');
  fireEvent.change(field, { target: { value: `${first?.name}\t31.03.2028\n${second?.name}\t31.02.2028` } });
  press('Læg i skemaet');
  await heading('2 datoer er skrevet, ikke gemt');
  return page;
}

describe('grid entry', () => {
  it('shows the error at its cell, moves there, and cannot be saved', async () => {
    await pasteTwo({ ...base, 'POST /api/v1/grid/preview': wrong });
    press('Se forhåndsvisning');
    await heading('Ret 1 fejl, før du gemmer');
    expect(cell(second.name).getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(cell(second.name)));
    expect(screen.getAllByText(/31.02.2028 findes ikke i kalenderen/)).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Gem' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows old and new, asks for a reason, and saves with the versions that were seen', async () => {
    const { requests } = await pasteTwo({ ...base, 'POST /api/v1/grid/preview': right, 'POST /api/v1/grid': right });
    press('Se forhåndsvisning');
    await heading('2 datoer er klar til at blive gemt');
    expect(screen.getAllByText('31.03.2028').length).toBeGreaterThan(0);
    press('Gem 2 datoer');
    expect(document.activeElement?.id).toBe('reason');
    expect(requests.some(({ address }) => address === '/api/v1/grid')).toBe(false);
    fireEvent.change(screen.getByLabelText(/^Begrundelse/), { target: { value: 'Certifikater modtaget' } });
    press('Gem 2 datoer');
    await heading('2 datoer er gemt');
    const body = JSON.parse(String(requests.find(({ address }) => address === '/api/v1/grid')?.init?.body)) as object;
    expect(body).toEqual({
      rows: [
        { slug: first.slug, validUntil: '31.03.2028', level: 'gold' },
        { slug: second.slug, validUntil: '31.02.2028', level: 'gold' },
      ],
      reason: 'Certifikater modtaget',
      source: null,
      versions: right.versions,
    });
    expect(cell(first.name).value).toBe('');
    expect(sessionStorage.getItem(`klyngevagt.grid.${officer.id}`)).toBeNull();
  });

  it.each([
    ['changed-meanwhile', 409, 'En af klyngerne er ændret, siden du så forhåndsvisningen.'],
    ['internal', 500, 'Det blev ikke gemt'],
  ])('keeps everything typed after %s', async (code, status, sentence) => {
    await pasteTwo({ ...base, 'POST /api/v1/grid/preview': right, 'POST /api/v1/grid': refusal(status, code) });
    press('Se forhåndsvisning');
    await heading('2 datoer er klar til at blive gemt');
    fireEvent.change(screen.getByLabelText(/^Begrundelse/), { target: { value: 'Certifikater modtaget' } });
    press('Gem 2 datoer');
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(cell(first.name).value).toBe('31.03.2028');
    expect(screen.getByLabelText<HTMLInputElement>(/^Begrundelse/).value).toBe('Certifikater modtaget');
  });

  it('finds the draft again after a reload, and says that it is not saved', async () => {
    const { unmount } = await pasteTwo(base);
    unmount();
    await showPage('/grid', base);
    await heading('2 datoer er skrevet, ikke gemt');
    expect(screen.getByText('Det, du skrev sidst, står her stadig. Det er ikke gemt.')).toBeTruthy();
    expect(cell(second.name).value).toBe('31.02.2028');
  });

  it('needs a new preview once a cell was changed', async () => {
    await pasteTwo({ ...base, 'POST /api/v1/grid/preview': right });
    press('Se forhåndsvisning');
    await heading('2 datoer er klar til at blive gemt');
    fireEvent.change(cell(first.name), { target: { value: '30.04.2028' } });
    await heading('2 datoer er skrevet, ikke gemt');
    expect(screen.getByRole('button', { name: 'Gem' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('is not for those who may not save, and asks the server for nothing', async () => {
    const reader = { ...officer, role: 'reader', permissions: ['me:read', 'portfolio:read'] };
    const { requests } = await showPage('/grid', { ...base, 'GET /api/v1/me': reader });
    expect(await screen.findByText('Du har ikke adgang')).toBeTruthy();
    expect(requests.some(({ address }) => address.startsWith('/api/v1/portfolio'))).toBe(false);
  });
});
