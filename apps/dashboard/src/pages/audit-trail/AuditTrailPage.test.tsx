// @vitest-environment jsdom
import type { AuditTrail, AuditTrailEntry, Me } from '@klyngevagt/contracts';
import { recordedEntities } from '@klyngevagt/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { officer, signInOptions, today } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';
import { entities } from './audit-trail-query.js';

const entry = (seq: number, different: Partial<AuditTrailEntry> = {}): AuditTrailEntry => ({
  seq: String(seq),
  recordedAt: '2026-11-25T05:00:00.000Z',
  actor: { kind: 'person', name: 'Mette Lindholm' },
  role: 'officer',
  roleName: 'Programansvarlig',
  entity: 'award',
  entityName: 'Tildeling',
  change: 'update',
  cluster: { slug: 'energiklyngen', name: 'Energiklyngen' },
  subject: null,
  fields: [{ field: 'validUntil', label: 'Gyldig til', before: '31.03.2027', after: '30.04.2027' }],
  reason: 'Rettet efter certifikat',
  reasonWithheld: false,
  requestId: '0d4f1f1e-6d3a-4b8e-9f55-2f4a0d6c9b11',
  seen: { on: today, before: '2026-11-25T04:59:59.999Z', after: '2026-11-25T05:00:00.001Z' },
  ...different,
});
const trail = (entries: AuditTrailEntry[], nextBefore: string | null = null): AuditTrail => ({
  today,
  entries,
  nextBefore,
  seal: { state: 'sealed', sealedAt: '2026-11-25T05:05:00.000Z', waiting: 0, head: 'ab12' },
  people: [{ id: officer.id, name: 'Mette Lindholm' }],
  clusters: [{ slug: 'energiklyngen', name: 'Energiklyngen' }],
});
const me: Me = { ...officer, permissions: [...officer.permissions, 'audit-trail:read', 'note:read'] };
const frame = { 'GET /api/v1/me': me, 'GET /api/v1/sign-in-options': signInOptions };
const first = 'GET /api/v1/audit-trail?limit=50';

beforeAll(() => Promise.all([import('./AuditTrailPage.js'), import('../../shell/AppShell.js')]));
const rowOf = (name: RegExp) => screen.findByRole('row', { name });

describe('the audit trail', () => {
  it('can filter by every kind of fact that the ledger records', () => {
    expect([...entities].sort()).toEqual([...recordedEntities].sort());
  });

  it('says when, who, role, what, before and after, why, and the request', async () => {
    await showPage('/audit-trail', { ...frame, [first]: trail([entry(7)]) });
    const row = await rowOf(/Mette Lindholm/);
    for (const text of ['Programansvarlig', 'Energiklyngen', '31.03.2027', '30.04.2027', 'Rettet efter certifikat', '0d4f1f1e']) {
      expect(within(row).getByText(text)).toBeTruthy();
    }
    const time = within(row).getByText(/25\.\s+november\s+2026 kl\. 06\.00/);
    expect(time.getAttribute('title')).toBe('2026-11-25 05:00:00 UTC');
    expect(screen.getByText(/Forseglet 25\./)).toBeTruthy();
  });

  it('names the system, erased people and hidden names', async () => {
    const hidden = { role: 'officer', reason: null, reasonWithheld: true } as const;
    const entries = [
      entry(9, { actor: { kind: 'system', name: null }, role: 'system', reason: null }),
      entry(8, { actor: { kind: 'erased', name: null } }),
      entry(7, { ...hidden, actor: { kind: 'hidden', name: null } }),
    ];
    await showPage('/audit-trail', { ...frame, [first]: trail(entries) });
    const system = await rowOf(/System/);
    expect(within(system).getByText('Ingen begrundelse')).toBeTruthy();
    expect(screen.getByRole('row', { name: /Slettet person/ })).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /Navn vises ikke/ })).getByText('Begrundelsen vises ikke')).toBeTruthy();
  });

  it('opens a row to every field and to the page as it was', async () => {
    const fields = ['a', 'b', 'c', 'd'].map((field) => ({ field, label: `Felt ${field}`, before: null, after: field }));
    await showPage('/audit-trail', { ...frame, [first]: trail([entry(7, { fields })]) });
    const row = await rowOf(/Mette Lindholm/);
    expect(within(row).getByText('og 1 felt til')).toBeTruthy();
    fireEvent.click(within(row).getByRole('button', { name: /Vis detaljer/ }));
    expect(screen.getByRole('rowheader', { name: 'Felt d' })).toBeTruthy();
    const before = new URL(screen.getByRole('link', { name: /lige før/ }).getAttribute('href') ?? '', 'http://x');
    expect(before.pathname).toBe('/clusters/energiklyngen');
    expect(before.searchParams.get('known')).toContain('2026-11-25T04:59:59.999Z');
  });

  it('asks for what the address filters by, and drops rubbish', async () => {
    const { requests, router } = await showPage('/audit-trail?entity=award&cluster=energiklyngen&from=2026-11-01&person=x', {
      ...frame,
      'GET /api/v1/audit-trail': trail([]),
    });
    await screen.findByRole('heading', { name: 'Ingen ændringer passer' });
    const asked = requests.map(({ address }) => address).filter((address) => address.includes('audit-trail'));
    expect(asked).toEqual(['/api/v1/audit-trail?from=2026-11-01&entity=award&cluster=energiklyngen&limit=50']);
    fireEvent.change(screen.getByLabelText('Person'), { target: { value: 'system' } });
    await waitFor(() => expect(router.state.location.search).toMatchObject({ person: 'system', entity: 'award' }));
    fireEvent.change(screen.getByLabelText('Til og med'), { target: { value: '25.11.2026' } });
    await waitFor(() => expect(router.state.location.search).toMatchObject({ to: '2026-11-25' }));
  });

  it('goes on from the last row', async () => {
    await showPage('/audit-trail', {
      ...frame,
      [first]: trail([entry(9)], '9'),
      'GET /api/v1/audit-trail?before=9&limit=50': trail([entry(8, { actor: { kind: 'person', name: 'Karen Ravn' } })]),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Hent flere' }));
    await rowOf(/Karen Ravn/);
    expect(screen.getByText('Der er ikke flere ændringer.')).toBeTruthy();
    expect(screen.getByRole('row', { name: /Mette Lindholm/ })).toBeTruthy();
  });

  it('exports every page that passes the filter, and says how many', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => (saved.push(blob), 'blob:x'), revokeObjectURL() {} }));
    await showPage('/audit-trail', {
      ...frame,
      [first]: trail([entry(9)], '9'),
      'GET /api/v1/audit-trail?limit=500': trail([entry(9)], '9'),
      'GET /api/v1/audit-trail?before=9&limit=500': trail([entry(8, { actor: { kind: 'system', name: null } })]),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Eksportér CSV' }));
    await screen.findByText('2 ændringer er gemt i filen.');
    const text = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(reader.result));
      reader.readAsText(saved[0] as Blob);
    });
    expect(text).toMatch(/9;2026-11-25T05:00:00.000Z;.*Mette Lindholm[\s\S]*8;2026-11-25T05:00:00.000Z;.*System/);
  });

  it('says what failed, and is closed to managers', async () => {
    await showPage('/audit-trail', {
      ...frame,
      'GET /api/v1/audit-trail': [500, { code: 'internal', detail: 'Fejl', requestId: 'req-9' }],
    });
    await screen.findByText('Vi kunne ikke hente revisionssporet.');
    const { requests } = await showPage('/audit-trail', { ...frame, 'GET /api/v1/me': { ...officer, role: 'manager' } });
    await screen.findByText('Du har ikke adgang');
    expect(requests.some(({ address }) => address.includes('audit-trail'))).toBe(false);
  });

  it('speaks English', async () => {
    await showPage('/audit-trail', { ...frame, 'GET /api/v1/me': { ...me, language: 'en' }, [first]: trail([entry(7)]) }, 'en');
    await screen.findByRole('heading', { level: 1, name: 'Who recorded what, when and why' });
    expect(await screen.findByLabelText('Through')).toBeTruthy();
  });
});
