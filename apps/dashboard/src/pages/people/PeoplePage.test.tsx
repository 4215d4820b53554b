// @vitest-environment jsdom
import type { Me, PeopleList } from '@klyngevagt/contracts';
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { manager, officer, signInOptions } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const people: PeopleList['people'] = [
  {
    id: officer.id,
    revision: 1,
    name: 'Mette Lindholm',
    email: 'officer@klyngevagt.example',
    title: null,
    phone: null,
    language: 'da',
    role: 'officer',
    clusters: [],
    responsibleFor: [],
    account: 'active',
    illustrative: true,
    isMe: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000003',
    revision: 1,
    name: 'Hans Juul',
    email: 'hans@example.dk',
    title: 'Direktør',
    phone: null,
    language: 'en',
    role: 'manager',
    clusters: [{ slug: 'clean', name: 'CLEAN', role: 'chair' }],
    responsibleFor: [],
    account: 'invited',
    illustrative: false,
    isMe: false,
  },
];
const me: Me = { ...officer, permissions: [...officer.permissions, 'people:manage'] };
const answers = { 'GET /api/v1/me': me, 'GET /api/v1/sign-in-options': signInOptions, 'GET /api/v1/people': { people } };

beforeAll(async () => {
  // The browser of the tests knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  await Promise.all([import('./PeoplePage.js'), import('../../shell/AppShell.js')]);
});

describe('the page of people', () => {
  it('says who has not accepted, and offers to invite them again', async () => {
    await showPage('/people', answers);
    await screen.findByRole('heading', { level: 1, name: '1 person har ikke taget imod sin invitation' });
    const row = screen.getByRole('row', { name: /Hans Juul/ });
    expect(within(row).getByText('CLEAN (formand)')).toBeTruthy();
    expect(within(row).getByText('Inviteret')).toBeTruthy();
    expect(within(row).getByRole('button', { name: 'Send invitationen til Hans Juul igen' })).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /Mette Lindholm/ })).getByText('(dig)')).toBeTruthy();
  });

  it('filters by the address', async () => {
    await showPage('/people?account=active', answers);
    expect(await screen.findByText('Viser 1 af 2')).toBeTruthy();
    expect(screen.queryByText('Hans Juul')).toBeNull();
  });

  it('names what follows before somebody’s role ends, and sends it with the reason', async () => {
    const hans = people[1]?.id ?? '';
    const { requests } = await showPage('/people', { ...answers, [`POST /api/v1/people/${hans}/leaving`]: { id: hans } });
    fireEvent.click(await screen.findByRole('button', { name: /Hans Juul stopper/ }));
    const form = within(await screen.findByRole('dialog', { name: 'Når Hans Juul stopper' }));
    expect(form.queryByRole('radio', { name: /Slet/ })).toBeNull();
    fireEvent.click(form.getByRole('radio', { name: /Afslut rollen/ }));
    expect(form.getByText('Hans Juul logges ud med det samme og kan ikke logge ind igen.')).toBeTruthy();
    expect(form.getByText(/uden rolle i: CLEAN/)).toBeTruthy();
    fireEvent.change(form.getByRole('textbox', { name: /Begrundelse/ }), { target: { value: 'Ny direktør' } });
    fireEvent.click(form.getByRole('button', { name: 'Afslut rollen' }));
    expect(await screen.findByText('Hans Juul er afsluttet og logget ud.')).toBeTruthy();
    const sent = requests.find(({ address }) => address.endsWith('/leaving'));
    expect(JSON.parse(String(sent?.init?.body))).toMatchObject({ revision: 1, reason: 'Ny direktør' });
  });

  it('shows a manager no names, and asks the server for none', async () => {
    const { requests } = await showPage('/people', { ...answers, 'GET /api/v1/me': manager });
    expect(await screen.findByText('Du har ikke adgang')).toBeTruthy();
    expect(requests.some(({ address }) => address.startsWith('/api/v1/people'))).toBe(false);
  });
});
