import { auditTrailCsv, daysWithoutCsv, daysWithoutCsvName, portfolioCsv, portfolioCsvName } from '@klyngevagt/documents';
import { createTranslator } from '@klyngevagt/messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testing/test-api.js';
import { leaks, startTwoClusters, type TwoClusters } from '../testing/two-clusters.js';

/** The files that people save, made as the pages make them from what each of them is answered: two managers' files share no line. */
let two: TwoClusters;
beforeAll(async () => {
  two = await startTwoClusters();
});
afterAll(() => two.close());

const t = createTranslator('da');
const read = async (client: Client, path: string) => {
  const { status, body } = await client.get(`/api/v1${path}`);
  expect(status, path).toBe(200);
  return body;
};
const linesOf = (csv: string) => csv.split('\r\n').filter((line) => line !== '');

/** Name and text of a file. */
type SavedFile = (client: Client) => Promise<{ name: string; csv: string }>;

const portfolioFile =
  (query: string): SavedFile =>
  async (client) => {
    const { rows, on, known } = await read(client, `/portfolio${query}`);
    return { name: portfolioCsvName(rows, { t, on, known }), csv: portfolioCsv(rows, { t, on, known, programme: 'Nationale' }) };
  };
const daysFile: SavedFile = async (client) => {
  const answer = await read(client, '/days-without?from=2021-01-01&to=2026-11-25');
  return { name: daysWithoutCsvName(answer, { t }), csv: daysWithoutCsv(answer, { t, programme: 'Nationale' }) };
};
const files: [string, SavedFile][] = [
  ['the portfolio', portfolioFile('')],
  ['the portfolio on a past day', portfolioFile('?on=2022-05-01')],
  ['days without', daysFile],
];

describe.each(files)('the file of %s', (_, save) => {
  test.each(['energy', 'life'] as const)('of the manager of %s holds the own cluster and nothing of the other', async (mine) => {
    const side = two.sides[mine];
    const foreign = two.other(side);
    const { name, csv } = await save(side.manager);
    expect(leaks({ body: `${name}\n${csv}`, headers: {} }, foreign)).toEqual([]);
    const [own] = (await read(side.manager, '/portfolio')).rows as { name: string }[];
    expect(csv).toContain(own?.name);
    expect(linesOf(csv).length).toBeGreaterThan(1);
  });

  test('shares no line with the other manager’s, and the officer’s holds both', async () => {
    const { energy, life } = two.sides;
    const [ofEnergy, ofLife, ofOfficer] = [await save(energy.manager), await save(life.manager), await save(two.officer)].map(({ csv }) =>
      linesOf(csv),
    ) as [string[], string[], string[]];
    const head = ofEnergy[0];
    expect(ofEnergy.filter((line) => line !== head && ofLife.includes(line))).toEqual([]);
    for (const { manager } of [energy, life]) {
      const [own] = (await read(manager, '/portfolio')).rows as { name: string }[];
      expect(ofOfficer.join('\n')).toContain(own?.name);
    }
  });
});

test('a manager has no file of the audit trail; the officer’s filtered to one cluster names no other', async () => {
  const { energy, life } = two.sides;
  expect((await energy.manager.get(`/api/v1/audit-trail?cluster=${energy.slug}`)).status).toBe(403);
  for (const side of [energy, life]) {
    const { entries } = await read(two.officer, `/audit-trail?cluster=${side.slug}&limit=500`);
    const csv = auditTrailCsv(entries, { t, language: 'da' });
    expect(csv).toContain(`Grund ${side.mark}`);
    expect(leaks({ body: csv, headers: {} }, two.other(side))).toEqual([]);
  }
});
