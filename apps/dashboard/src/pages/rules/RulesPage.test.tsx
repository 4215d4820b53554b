// @vitest-environment jsdom
import type { Me, RuleList } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { officer, signInOptions } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const rule = (number: number, more: Partial<RuleList['rules'][number]>): RuleList['rules'][number] => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  group: 'validity',
  label: 'Guld, fornyelse',
  value: '36 måneder',
  effectiveFrom: calendarDate('2015-01-01'),
  source: 'https://www.cluster-analysis.org/benchmarked-clusters',
  confidence: 'sourced',
  ...more,
});
const list: RuleList = {
  rules: [
    rule(1, { group: 'reminder-step', label: '30 dage før udløb', value: 'klyngeleder', source: 'Antaget', confidence: 'assumption' }),
    rule(2, {}),
  ],
  closedDays: {
    from: calendarDate('2015-01-01'),
    to: calendarDate('2045-12-31'),
    next: [{ on: calendarDate('2026-12-24'), name: 'Juleaftensdag' }],
  },
};
const me: Me = { ...officer, permissions: [...officer.permissions, 'rules:read'] };
const answers = { 'GET /api/v1/me': me, 'GET /api/v1/sign-in-options': signInOptions, 'GET /api/v1/rules': list };

beforeAll(() => Promise.all([import('./RulesPage.js'), import('../../shell/AppShell.js')]), 60_000);

describe('the page of rules', () => {
  it('says how many are assumptions, and that assumptions are data', async () => {
    await showPage('/rules', answers);
    await screen.findByRole('heading', { level: 1, name: '2 regler afgør status, frister og påmindelser' }, { timeout: 5000 });
    expect(screen.getByText(/^1 af dem er en antagelse. Antagelser er data/)).toBeTruthy();
  });

  it('shows value, date, source and certainty, in the order in which a decision uses them', async () => {
    await showPage('/rules', answers);
    const row = await screen.findByRole('row', { name: /Guld, fornyelse/ }, { timeout: 5000 });
    expect(within(row).getByText('01.01.2015')).toBeTruthy();
    expect(within(row).getByRole('link').getAttribute('href')).toBe('https://www.cluster-analysis.org/benchmarked-clusters');
    expect(within(row).getByText('kildebelagt')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /30 dage før udløb/ })).queryByRole('link')).toBeNull();
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Hvor længe et mærke gælder', 'Hvornår der sendes påmindelser', 'Lukkede dage forude']);
  });
});
