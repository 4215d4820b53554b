import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';

const root = resolve(import.meta.dirname, '../..');

/** One file of the fixture for each rule that must bite. */
const violations = {
  'scoring-imports-nothing': 'packages/scoring/src/reads-a-file.ts',
  'packages-never-import-upwards': 'packages/messages/src/reaches-up.ts',
  'packages-know-only-scoring': 'packages/db/src/asks-for-a-sentence.ts',
  'documents-know-scoring-and-messages': 'packages/documents/src/asks-the-database.ts',
  'no-app-imports-another-app': 'apps/worker/src/borrows.ts',
  'programs-never-import-infra': 'apps/worker/src/knows-infra.ts',
  'only-db-knows-sql': 'apps/api/src/own-query.ts',
  'only-jobs-knows-the-queue': 'apps/worker/src/own-queue.ts',
  'dashboard-stays-in-the-browser': 'apps/dashboard/src/asks-the-database.ts',
  'dashboard-uses-no-node': 'apps/dashboard/src/uses-node.ts',
  'no-circle': 'packages/contracts/src/circle-a.ts',
  'nothing-unresolvable': 'packages/contracts/src/leads-nowhere.ts',
};

async function summaryOf(baseDir: string) {
  const { output } = await cruise(['apps', 'packages', 'infra'], {
    ...configuration.options,
    baseDir,
    validate: true,
    ruleSet: configuration,
  });
  return (output as ICruiseResult).summary;
}

test('each arrow that points the wrong way is an error', async () => {
  const { violations: found } = await summaryOf(resolve(root, 'infra/check/fixture'));
  const errors = found.filter(({ rule }) => rule.severity === 'error').map(({ rule, from }) => `${rule.name}: ${from}`);
  expect(errors).toEqual(expect.arrayContaining(Object.entries(violations).map(([rule, from]) => `${rule}: ${from}`)));
  expect(Object.keys(violations).sort()).toEqual(configuration.forbidden?.map(({ name }) => name).sort());
});

test('the product keeps every arrow, and its TypeScript is really read', async () => {
  const summary = await summaryOf(root);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(200);
});
