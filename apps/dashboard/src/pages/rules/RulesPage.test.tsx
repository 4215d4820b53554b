// @vitest-environment jsdom
import type { Me, RuleList, RulePreview } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, within } from '@testing-library/react';
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
  values: { group: 'validity', months: 36 },
  unit: null,
  key: null,
  applies: 'now',
  confidence: 'sourced',
  ...more,
});
const list: RuleList = {
  rules: [
    rule(1, {
      group: 'figure',
      label: 'Varsling før udløb',
      value: '180 dage',
      source: 'Antaget',
      confidence: 'assumption',
      values: { group: 'figure', value: 180 },
      unit: 'days',
    }),
    rule(2, {}),
  ],
  programmes: [],
  closedDays: {
    from: calendarDate('2015-01-01'),
    to: calendarDate('2045-12-31'),
    next: [{ on: calendarDate('2026-12-24'), name: 'Juleaftensdag', programme: null }],
  },
};
const preview: RulePreview = {
  version: 7,
  on: calendarDate('2026-11-25'),
  compared: 18,
  clusters: [
    { slug: 'clean', name: 'CLEAN', changes: [{ field: 'verdict', before: 'Opfyldt', after: 'I fare' }], reasons: [], noLonger: [] },
  ],
  reminders: { added: 2, withdrawn: 0, moved: 1 },
  trial: null,
  days: 0,
};
const me: Me = { ...officer, permissions: [...officer.permissions, 'rules:read'] };
const answers = { 'GET /api/v1/me': me, 'GET /api/v1/sign-in-options': signInOptions, 'GET /api/v1/rules': list };

beforeAll(async () => {
  // The browser of the tests knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  await Promise.all([import('./RulesPage.js'), import('../../shell/AppShell.js')]);
});

describe('the page of rules', () => {
  it('says how many are assumptions, and that assumptions are data', async () => {
    await showPage('/rules', answers);
    await screen.findByRole('heading', { level: 1, name: '2 regler afgør status og frister' });
    expect(screen.getByText(/^1 af dem er en antagelse. Antagelser er data/)).toBeTruthy();
  });

  it('shows value, date, source and certainty, in the order in which a decision uses them', async () => {
    await showPage('/rules', answers);
    const row = await screen.findByRole('row', { name: /Guld, fornyelse/ });
    expect(within(row).getByText('01.01.2015')).toBeTruthy();
    expect(within(row).getByRole('link').getAttribute('href')).toBe('https://www.cluster-analysis.org/benchmarked-clusters');
    expect(within(row).getByText('kildebelagt')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /Varsling før udløb/ })).queryByRole('link')).toBeNull();
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Hvor længe et mærke gælder', 'Tal, der bruges i vurderingen', 'Påmindelsestrin', 'Lukkede dage forude']);
  });

  it('has no buttons for those who may only read', async () => {
    await showPage('/rules', answers);
    await screen.findByRole('row', { name: /Guld, fornyelse/ });
    expect(screen.queryByRole('button', { name: /Ret/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Luk dage' })).toBeNull();
  });

  it('shows an administrator what changes before the same button saves it, against the version that was seen', async () => {
    const administrator: Me = { ...me, permissions: [...me.permissions, 'rules:edit'] };
    const { requests } = await showPage('/rules', {
      ...answers,
      'GET /api/v1/me': administrator,
      'POST /api/v1/rules/preview': preview,
      'POST /api/v1/rules': { id: list.rules[1]?.id },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Ret: Guld, fornyelse' }));
    const form = within(await screen.findByRole('dialog', { name: 'Ret: Guld, fornyelse' }));
    fireEvent.change(form.getByRole('textbox', { name: /Måneder/ }), { target: { value: '24' } });
    fireEvent.change(form.getByRole('textbox', { name: /Kilde/ }), { target: { value: 'Brev fra ESCA' } });
    fireEvent.click(form.getByRole('button', { name: 'Se, hvad der ændrer sig' }));
    expect(await form.findByText('1 af 18 klynger ændrer sig:')).toBeTruthy();
    expect(form.getByText('I fare').tagName).toBe('INS');
    expect(form.getByText(/2 nye påmindelser planlægges. Ingen planlagte bortfalder. 1 flytter dag./)).toBeTruthy();
    fireEvent.change(form.getByRole('textbox', { name: /Begrundelse/ }), { target: { value: 'Ny oplysning' } });
    fireEvent.click(form.getByRole('button', { name: 'Gem ændringen' }));
    expect(await screen.findByText('Reglen er rettet. Alt er regnet om.')).toBeTruthy();
    const sent = requests.find(({ address, init }) => address === '/api/v1/rules' && init?.method === 'POST');
    expect(JSON.parse(String(sent?.init?.body))).toMatchObject({ version: 7, change: { value: { months: 24 } }, reason: 'Ny oplysning' });
  });

  it('lets what a programme requires be changed: its level, and whether the renewal window counts', async () => {
    const administrator: Me = { ...me, permissions: [...me.permissions, 'rules:edit'] };
    const duty = rule(3, {
      group: 'obligation',
      label: 'Det danske klyngeprogram 2025-2028: krævet niveau',
      value: 'Guld; fornyelsesvinduet tæller ikke med',
      values: { group: 'obligation', requiredLevel: 'gold', acceptsRenewalWindow: false },
    });
    const { requests } = await showPage('/rules', {
      ...answers,
      'GET /api/v1/me': administrator,
      'GET /api/v1/rules': { ...list, rules: [...list.rules, duty] },
      'POST /api/v1/rules/preview': preview,
    });
    fireEvent.click(await screen.findByRole('button', { name: `Ret: ${duty.label}` }));
    const form = within(await screen.findByRole('dialog', { name: `Ret: ${duty.label}` }));
    fireEvent.change(form.getByRole('combobox', { name: 'Fornyelsesvinduet' }), { target: { value: 'counts' } });
    expect(form.getByText('Guld; fornyelsesvinduet tæller med').tagName).toBe('INS');
    fireEvent.change(form.getByRole('textbox', { name: /Kilde/ }), { target: { value: 'Brev fra styrelsen' } });
    fireEvent.click(form.getByRole('button', { name: 'Se, hvad der ændrer sig' }));
    await form.findByText('1 af 18 klynger ændrer sig:');
    const sent = requests.find(({ address }) => address === '/api/v1/rules/preview');
    const value = { group: 'obligation', requiredLevel: 'gold', acceptsRenewalWindow: true };
    expect(JSON.parse(String(sent?.init?.body))).toMatchObject({ change: { kind: 'rule', ruleId: duty.id, value } });
  });
});
