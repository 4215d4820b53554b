// @vitest-environment jsdom
import type { Me, ProposalList } from '@klyngevagt/contracts';
import { calendarDate as day } from '@klyngevagt/scoring';
import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { officer, signInOptions, today } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const me: Me = { ...officer, permissions: [...officer.permissions, 'proposal:read'] };
const frame = { 'GET /api/v1/me': me, 'GET /api/v1/sign-in-options': signInOptions };
const proposal = (number: number, different: Partial<ProposalList['proposals'][number]>): ProposalList['proposals'][number] => ({
  kind: 'plan',
  id: `00000000-0000-4000-8000-00000000000${number}`,
  cluster: { slug: 'energiklyngen', name: 'Energiklyngen' },
  since: day('2026-11-20'),
  waitingDays: 5,
  from: day('2027-08-31'),
  to: null,
  subject: null,
  mayDecide: true,
  illustrative: false,
  ...different,
});
const list = (proposals: ProposalList['proposals']): ProposalList => ({ on: today, today, known: null, proposals });
const read = 'GET /api/v1/proposals';
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

beforeAll(() => Promise.all([import('./ProposalsPage.js'), import('../../shell/AppShell.js')]));

describe('the page of what waits for an answer', () => {
  it('counts, says since when, and leads to the cluster; what only another may decide says so', async () => {
    const two = [
      proposal(1, {}),
      proposal(2, { kind: 'waiver', from: day('2026-12-01'), to: day('2027-01-31'), mayDecide: false, waitingDays: 0 }),
    ];
    await showPage('/proposals', { ...frame, [read]: list(two) });
    await heading('2 forslag venter på svar');
    expect(screen.getByText(/Det ældste har ventet siden 20\.\s*november\s*2026/)).toBeTruthy();
    const plan = within(screen.getByRole('row', { name: /Handlingsplan/ }));
    expect(plan.getByText('Frist 31.08.2027')).toBeTruthy();
    expect(plan.getByText('5 dage')).toBeTruthy();
    expect(plan.getByRole('link', { name: 'Energiklyngen' }).getAttribute('href')).toBe('/clusters/energiklyngen');
    const waiver = within(screen.getByRole('row', { name: /Fritagelse/ }));
    expect(waiver.getByText('01.12.2026 til 31.01.2027')).toBeTruthy();
    expect(waiver.getByText(/En anden skal tage stilling/)).toBeTruthy();
  });

  it('says that nothing waits, and what would stand here', async () => {
    await showPage('/proposals', { ...frame, [read]: list([]) });
    await heading('Intet venter på svar');
    expect(screen.getByText('Intet at tage stilling til')).toBeTruthy();
  });

  it('is not for readers', async () => {
    await showPage('/proposals', { ...frame, 'GET /api/v1/me': officer });
    expect(await screen.findByRole('heading', { name: 'Du har ikke adgang' })).toBeTruthy();
  });
});
