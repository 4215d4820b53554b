import { describe, expect, it } from 'vitest';
import { day } from './cluster-facts.fixture.js';
import { defaultRules } from './default-rules.fixture.js';
import { effectiveRules, figureOn, renewalWindowOn, ruleOn, validityRuleOn } from './effective-rules.js';
import type { FigureRule } from './rules.js';

const horizon = (id: string, effectiveFrom: string, value: number): FigureRule => ({
  id,
  effectiveFrom: day(effectiveFrom),
  source: '',
  confidence: 'assumption',
  key: 'expiring-horizon-days',
  value,
});
const rows = [horizon('new', '2026-01-01', 90), horizon('old', '2020-01-01', 180), horizon('next', '2027-01-01', 60)];

describe('the rule on a day', () => {
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'old'],
    ['2025-12-31', 'old'],
    ['2026-01-01', 'new'],
    ['2026-12-31', 'new'],
    ['2027-01-01', 'next'],
  ])('on %s is %s', (on, id) => {
    expect(ruleOn(rows, { key: 'expiring-horizon-days' }, day(on))?.id).toBe(id);
    expect(figureOn({ ...defaultRules, figures: rows }, 'expiring-horizon-days', day(on))?.id).toBe(id);
    expect(effectiveRules({ ...defaultRules, figures: rows }, day(on)).horizon?.id).toBe(id);
  });

  it('matches every field of the key', () => {
    expect(validityRuleOn(defaultRules, 'bronze', 'renewal', day('2026-01-01'))).toMatchObject({ months: 36, confidence: 'sourced' });
    expect(validityRuleOn(defaultRules, 'gold', 'renewal', day('2026-01-01'))).toMatchObject({ months: 36, confidence: 'assumption' });
    expect(renewalWindowOn(defaultRules, 'silver', day('2026-01-01'))?.id).toBe('window-silver');
    expect(ruleOn(rows, { key: 'reminder-repeat-from-move-days' }, day('2026-01-01'))).toBeNull();
  });

  it('gives the window that applies on the day on which the label ended', () => {
    const [gold] = defaultRules.renewalWindows.filter(({ level }) => level === 'gold');
    if (!gold) throw new Error('The default rules have a window for gold');
    const longer = { ...gold, id: 'longer', months: 18, effectiveFrom: day('2026-01-01') };
    const rules = { ...defaultRules, renewalWindows: [longer, ...defaultRules.renewalWindows] };
    const windows = ['2025-12-31', '2026-01-01'].map((endedOn) => renewalWindowOn(rules, 'gold', day(endedOn))?.id);
    expect(windows).toEqual([gold.id, 'longer']);
  });

  it('is picked once for a day and anew for other rules', () => {
    const on = day('2026-11-25');
    expect(effectiveRules(defaultRules, on)).toBe(effectiveRules(defaultRules, on));
    expect(effectiveRules({ ...defaultRules, figures: rows }, on).horizon?.value).toBe(90);
    expect(effectiveRules(defaultRules, on).horizon?.value).toBe(180);
  });

  it('replaces a reminder step by its newer row, and drops it where nobody is to be told', () => {
    const [first] = defaultRules.reminderSteps;
    if (!first) throw new Error('The default rules have reminder steps');
    const silent = { ...first, id: 'silent', effectiveFrom: day('2026-01-01'), recipients: [] };
    const rules = { ...defaultRules, reminderSteps: [...defaultRules.reminderSteps, silent] };
    expect(effectiveRules(rules, day('2025-12-31')).reminderSteps).toHaveLength(defaultRules.reminderSteps.length);
    expect(effectiveRules(rules, day('2026-01-01')).reminderSteps).toHaveLength(defaultRules.reminderSteps.length - 1);
  });
});
