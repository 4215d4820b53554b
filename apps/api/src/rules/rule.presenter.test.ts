import type { RuleRows } from '@klyngevagt/db';
import { expect, test } from 'vitest';
import { presentRules } from './rule.presenter.js';

test('a default of the product names itself in the reader’s language', () => {
  const figure = {
    id: '11111111-1111-4111-8111-111111111111',
    key: 'expiring-horizon-days',
    value: 180,
    effectiveFrom: '2010-01-01',
    source: 'product-default',
    confidence: 'assumption',
  };
  const none = { validity: [], renewalWindows: [], processSteps: [], reminderSteps: [], closedDays: [], programmes: [], obligations: [] };
  const rows = { ...none, figures: [figure] } as unknown as RuleRows;
  expect(presentRules(rows, [], 'da', '2026-11-25' as never).map(({ source }) => source)).toEqual([
    'Ingen kilde fundet: produktets standard',
  ]);
  expect(presentRules(rows, [], 'en', '2026-11-25' as never).map(({ source }) => source)).toEqual([
    'No source found: default of the product',
  ]);
});
