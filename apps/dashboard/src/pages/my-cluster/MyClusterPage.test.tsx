// @vitest-environment jsdom
import type { ClusterDetail } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clusterDetail, ownManager } from '../../fixtures/cluster.js';
import { showPage } from '../../fixtures/show-page.js';

const address = '/my-cluster/snart-klynge';
const answersFor = (me: object, detail: ClusterDetail = clusterDetail()) => ({
  'GET /api/v1/me': me,
  'GET /api/v1/clusters/snart-klynge': detail,
});

beforeAll(
  () => Promise.all([import('./MyClusterPage.js'), import('../../shell/AppShell.js'), import('../../parts/cluster-forms/ClusterForm.js')]),
  60_000,
);
beforeEach(() => {
  // The browser of the tests knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});

describe('My cluster', () => {
  it('answers in one sentence and leads to the next thing with one filled button', async () => {
    await showPage(address, answersFor(ownManager));
    const title = 'Jeres guldmærke gælder til 31.\u00a0marts\u00a02027 (om 126 dage)';
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
    const filled = screen.getAllByRole('button').filter((one) => one.dataset['variant'] === 'filled');
    expect(filled.map(({ textContent }) => textContent)).toEqual(['Registrér auditdato']);
  });

  it('marks the task to do now and says "I", not "klyngen"', async () => {
    await showPage(address, answersFor(ownManager));
    const tasks = await screen.findByRole('region', { name: 'Opgaver' });
    const current = within(tasks)
      .getAllByRole('listitem')
      .find((task) => task.getAttribute('aria-current') === 'step');
    expect(current?.textContent).toContain('Book audit hos ESCASenest 18.\u00a0december\u00a02026');
    expect(within(screen.getByRole('region', { name: 'Vejen til nyt guld' })).getByText('I booker hos ESCA')).toBeTruthy();
  });

  it('reports a booking: what is sent, and that it counts at once', async () => {
    const { requests } = await showPage(address, {
      ...answersFor(ownManager),
      'POST /api/v1/clusters/snart-klynge/audits': { id: '00000000-0000-4000-8000-000000000999' },
    });
    fireEvent.click((await screen.findAllByRole('button', { name: 'Registrér auditdato' }))[0]!);
    const dialog = await screen.findByRole('dialog', { name: 'Registrér auditdato' });
    expect(within(dialog).getByText(/oplyst af klyngen/)).toBeTruthy();
    fireEvent.change(within(dialog).getByLabelText(/Første dag/), { target: { value: '1/2 2027' } });
    fireEvent.change(within(dialog).getByLabelText(/Begrundelse/), { target: { value: 'Aftalt med ESCA' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Gem auditdatoen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = requests.find(({ init }) => init?.method === 'POST');
    expect(JSON.parse(String(sent?.init?.body))).toEqual({
      level: 'gold',
      firstDayOn: '2027-02-01',
      lastDayOn: '2027-02-01',
      mode: 'on-site',
      place: null,
      experts: [],
      reason: 'Aftalt med ESCA',
    });
  });

  it('proposes a correction of the end: nothing else of the award is touched', async () => {
    const { requests } = await showPage(address, {
      ...answersFor(ownManager),
      'POST /api/v1/clusters/snart-klynge/corrections': { id: '00000000-0000-4000-8000-000000000998' },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Det er ikke rigtigt' }));
    const dialog = await screen.findByRole('dialog', { name: 'Foreslå en rettelse' });
    fireEvent.change(within(dialog).getByLabelText(/Gyldig til og med skal være/), { target: { value: '30.04.2027' } });
    fireEvent.change(within(dialog).getByLabelText(/Skriv, hvad der er forkert/), { target: { value: 'Der står april' } });
    expect(dialog.querySelector('del')?.textContent).toBe('31.03.2027');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Send forslaget' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const body = JSON.parse(String(requests.find(({ init }) => init?.method === 'POST')?.init?.body)) as object;
    expect(body).toMatchObject({ proposedLevel: null, proposedValidUntil: '2027-04-30', text: 'Der står april' });
  });

  it('shows what was sent before and what became of it', async () => {
    const correction: ClusterDetail['corrections'][number] = {
      id: '00000000-0000-4000-8000-000000000997',
      revision: 2,
      state: 'refused',
      awardId: clusterDetail().awards[0]!.id,
      proposedLevel: null,
      proposedValidUntil: calendarDate('2027-04-30'),
      text: 'Der står april',
      proposedAt: '2026-11-20T08:00:00.000Z',
      proposedBy: 'Anne Holm',
      answer: 'Certifikatet siger marts.',
    };
    await showPage(address, answersFor(ownManager, clusterDetail({ corrections: [correction] })));
    const sent = await screen.findByRole('region', { name: 'Det har I sendt' });
    expect(within(sent).getByText('Afvist')).toBeTruthy();
    expect(within(sent).getByText('Svar: Certifikatet siger marts.')).toBeTruthy();
  });

  it('with two clusters, switches between them; with one, there is nothing to switch', async () => {
    const two = { ...ownManager, clusters: [...ownManager.clusters, { slug: 'anden-klynge', name: 'Anden Klynge' }] };
    await showPage(address, answersFor(two));
    const choice = await screen.findByRole('navigation', { name: 'Vælg klynge' });
    expect(within(choice).getByRole('link', { name: 'Anden Klynge' }).getAttribute('href')).toBe('/my-cluster/anden-klynge');
    expect(within(choice).getByRole('link', { name: 'Snart Klynge' }).getAttribute('aria-current')).toBe('page');
  });
});
