// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { award, clusterDetail, clusterOfficer, expiringRow, ownManager, reader } from '../../fixtures/cluster.js';
import { showPage } from '../../fixtures/show-page.js';

const address = '/clusters/snart-klynge';
const read = 'GET /api/v1/clusters/snart-klynge';
const correct = `PATCH /api/v1/awards/${award.id}`;
const answersFor = (me: object, detail = clusterDetail()): Record<string, unknown> => ({
  'GET /api/v1/me': me,
  [read]: detail,
  'GET /api/v1/reminder-holds': { on: detail.on, today: detail.today, holds: [] },
});
const problem = (status: number, code: string, errors: object[] = []) => [
  status,
  { code, status, detail: 'Serverens egen sætning.', requestId: 'req-7', type: '', title: '', errors },
];
const button = (name: string) => screen.findByRole('button', { name });
const field = (name: RegExp) => within(screen.getByRole('dialog')).getByLabelText(name) as HTMLInputElement;
const type = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const save = (name: string) => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));

// The first import of the lazy pages takes its time.
beforeAll(
  () => Promise.all([import('./ClusterPage.js'), import('../../shell/AppShell.js'), import('../../parts/cluster-forms/ClusterForm.js')]),
  60_000,
);
beforeEach(() => {
  // The browser of the tests knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});

async function openCorrection(answers: Record<string, unknown>) {
  const page = await showPage(address, answers);
  fireEvent.click(await button('Ret guld fra 01.04.2024'));
  await screen.findByRole('dialog', { name: 'Ret tildeling' });
  return page;
}
const bodyOf = (requests: { address: string; init: RequestInit | undefined }[]) => {
  const sent = requests.filter(({ init }) => init?.method === 'PATCH').at(-1);
  return JSON.parse(String(sent?.init?.body)) as Record<string, unknown>;
};

describe('the cluster page', () => {
  it('says what is so and by which day something must happen', async () => {
    await showPage(address, answersFor(clusterOfficer));
    expect(await screen.findByRole('heading', { level: 1, name: 'Snart Klynge' })).toBeTruthy();
    const sentence = 'Guld gælder til 31. marts 2027. Audit skal bookes senest 18. december 2026.';
    await waitFor(() => expect(document.body.textContent?.replace(/\u00a0/g, ' ')).toContain(sentence));
    expect(screen.getByText('Kontrolleret den 9. november 2026 af Mette Lindholm')).toBeTruthy();
  });

  it('boxes the knot that decides, with its day and how long there is', async () => {
    await showPage(address, answersFor(clusterOfficer));
    const chain = await screen.findByRole('region', { name: 'Fristkæde' });
    const knots = within(chain).getAllByRole('listitem');
    expect(knots.map((knot) => knot.querySelector('svg')?.dataset['shape'])).toEqual(['ring', 'dot', 'flag', 'dot', 'diamond', 'level']);
    const decisive = knots.find((knot) => knot.getAttribute('aria-current') === 'step');
    expect(decisive?.textContent).toContain('Sidste sikre bookingdag18.12.2026, om 23 dageKlyngen booker hos ESCA');
    expect(decisive?.textContent).toContain('Rykket tilbage fra 19.12.2026, en lukkedag');
  });

  it('a reader sees every fact and no button that changes one', async () => {
    await showPage(address, answersFor(reader));
    await screen.findByRole('region', { name: 'Alle tildelinger' });
    for (const name of [/Tilføj/, /Registrér/, /^Ret/, /Tilbagekald/, /Kontrollér/, /Godkend/, /Ny plan/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    expect(screen.queryByText('Kontaktnotater')).toBeNull();
  });

  it('while another day is shown, nothing can be changed, and the buttons say why', async () => {
    const past = clusterDetail({ on: expiringRow.validUntil! });
    await showPage(`${address}?on=2027-03-31`, { ...answersFor(clusterOfficer), [`${read}?on=2027-03-31`]: past });
    const add = (await screen.findAllByRole('button', { name: 'Tilføj tildeling' }))[0]!;
    expect(add.getAttribute('aria-disabled')).toBe('true');
    const why = document.getElementById(add.getAttribute('aria-describedby')!)?.textContent;
    expect(why).toBe('Slået fra, mens du ser en anden dag end i dag');
    fireEvent.click(add);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('the author of a waiver cannot approve it, and is told who can', async () => {
    await showPage(address, answersFor(clusterOfficer));
    const approve = await button('Tag stilling til fritagelsen 01.04.2027 til 30.06.2027');
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(approve.getAttribute('aria-describedby')!)?.textContent).toContain('En anden end den');
  });

  it('a manager is taken to the own page', async () => {
    const { router } = await showPage(address, answersFor(ownManager));
    await waitFor(() => expect(router.state.location.pathname).toBe('/my-cluster/snart-klynge'));
  });

  it('says so when the cluster does not exist or is not in scope', async () => {
    await showPage(address, { ...answersFor(clusterOfficer), [read]: problem(404, 'not-found') });
    expect(await screen.findByRole('heading', { name: 'Siden findes ikke', level: 2 })).toBeTruthy();
  });

  it('an error names the number for support and can be tried again', async () => {
    await showPage(address, { ...answersFor(clusterOfficer), [read]: problem(500, 'internal') });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Vi kunne ikke hente klyngen.');
    expect(alert.textContent).toContain('req-7');
  });
});

describe('the form that corrects an award', () => {
  it('shows old and new value before saving, and lists two mistakes', async () => {
    const { requests } = await openCorrection(answersFor(clusterOfficer));
    type(/Gyldig til og med/, '30.02.2027');
    save('Gem rettelsen');
    within(screen.getByRole('dialog')).getByText('Ret 2 felter, før du gemmer');
    expect(requests.some(({ init }) => init?.method === 'PATCH')).toBe(false);
    type(/Gyldig til og med/, '30.04.2027');
    const dialog = screen.getByRole('dialog');
    expect(dialog.querySelector('del')?.textContent).toBe('31.03.2027');
    expect(dialog.querySelector('ins')?.textContent).toBe('30.04.2027');
  });

  it('keeps all input when the server refuses a field, and shows its sentence there', async () => {
    const refusal = problem(400, 'invalid-input', [{ field: 'validUntil', code: 'before-start', message: 'Datoen ligger før starten.' }]);
    await openCorrection({ ...answersFor(clusterOfficer), [correct]: refusal });
    type(/Gyldig til og med/, '30.04.2027');
    type(/Begrundelse/, 'Nyt certifikat');
    save('Gem rettelsen');
    await screen.findByText('Datoen ligger før starten.');
    expect(field(/Gyldig til og med/).value).toBe('30.04.2027');
    expect(field(/Begrundelse/).value).toBe('Nyt certifikat');
    expect(document.activeElement).toBe(field(/Gyldig til og med/));
  });

  it('changed meanwhile: fetches the newer value, keeps what was typed, and saves against the newer revision', async () => {
    const answers = { ...answersFor(clusterOfficer), [correct]: problem(409, 'changed-meanwhile') };
    const { requests } = await openCorrection(answers);
    type(/Gyldig til og med/, '30.04.2027');
    type(/Begrundelse/, 'Nyt certifikat');
    save('Gem rettelsen');
    const reload = await button('Hent den nye værdi');
    expect(bodyOf(requests)).toMatchObject({ revision: 3, validUntil: '2027-04-30' });
    Object.assign(answers, {
      [read]: clusterDetail({ awards: [{ ...award, revision: 4, validUntil: '2027-05-31', note: 'Rettet af Jonas' }] }),
      [correct]: { id: award.id },
    });
    fireEvent.click(reload);
    await waitFor(() => expect(screen.getByRole('dialog').querySelector('del')?.textContent).toBe('31.05.2027'));
    expect(field(/Gyldig til og med/).value).toBe('30.04.2027');
    expect(field(/Bemærkning/).value).toBe('Rettet af Jonas');
    save('Gem rettelsen');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bodyOf(requests)).toMatchObject({ revision: 4, validUntil: '2027-04-30', reason: 'Nyt certifikat' });
  });

  it('a change that arrives while the form is open is told at once, and is not overwritten unseen', async () => {
    const answers = answersFor(clusterOfficer);
    const { client } = await openCorrection(answers);
    type(/Gyldig til og med/, '30.04.2027');
    Object.assign(answers, { [read]: clusterDetail({ awards: [{ ...award, revision: 4 }] }) });
    await client.invalidateQueries({ queryKey: ['cluster', 'snart-klynge'] });
    expect(await screen.findByText('En anden har ændret det samme i mellemtiden.')).toBeTruthy();
    expect(field(/Gyldig til og med/).value).toBe('30.04.2027');
  });
});

it('a new award: the rule proposes, and the proposal can be taken over', async () => {
  const proposal = {
    kind: 'renewal',
    validFrom: '2027-04-01',
    validUntil: '2030-03-31',
    sentence: 'Reglen foreslår 1. april 2027 til 31. marts 2030.',
  };
  await showPage(address, { ...answersFor(clusterOfficer), 'GET /api/v1/clusters/snart-klynge/validity-proposal': proposal });
  fireEvent.click((await screen.findAllByRole('button', { name: 'Tilføj tildeling' }))[0]!);
  await screen.findByRole('dialog', { name: 'Tilføj tildeling' });
  type(/Godkendt af EUCLES/, '10.03.2027');
  expect(await screen.findByText(/Datoen på certifikatet vinder/)).toBeTruthy();
  type(/Vurderet/, '20.02.2027');
  expect(screen.queryByRole('button', { name: 'Brug forslaget' }), 'the answer to other dates').toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Brug forslaget' }));
  expect(field(/Gyldig til og med/).value).toBe('31.03.2030');
  expect(field(/Hvor kommer udløbsdatoen fra/).value).toBe('accepted-proposal');
  type(/Gyldig til og med/, '30.04.2030');
  expect(field(/Hvor kommer udløbsdatoen fra/).value).toBe('certificate');
});
