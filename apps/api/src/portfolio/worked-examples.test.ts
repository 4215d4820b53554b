import { recordAs, systemActor } from '@klyngevagt/db';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copenhagenDate } from '../clock.js';
import { recordedClock } from '../testing/recorded-clock.js';
import { type Client, startTestApi, type TestApi, type Json } from '../testing/test-api.js';

/** The worked examples of the rules, asked of the API: the same file that the rules are held to. */
interface Facts {
  recordConfirmedOn: string | null;
  awards: Record<string, Json>[];
  memberships: Record<string, Json>[];
  plans: Record<string, Json>[];
  waivers: Record<string, Json>[];
  audits: Record<string, Json>[];
  programmes: { id: string; startsOn: string; endsOn: string }[];
  obligations: Record<string, Json>[];
}
interface Example {
  number: number;
  title: string;
  facts: Facts;
  variants?: Record<string, Partial<Facts>>;
  answers: { on: string; known?: string; variant?: string; expect: Record<string, Json> }[];
}

const file = new URL('../../../../packages/scoring/fixtures/worked-examples.json', import.meta.url);
const { examples } = JSON.parse(readFileSync(file, 'utf8')) as { examples: Example[] };

/** Before anything that an example asks about was known. */
const longAgo = '2015-01-01T12:00:00Z';

let api: TestApi;
let officer: Client;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
  await recordedClock(api.database).backdate(longAgo);
  await recordedClock(api.database).setTo(longAgo);
  for (const example of examples) {
    for (const variant of [undefined, ...Object.keys(example.variants ?? {})]) {
      await insertProgrammes(example, variant);
      await insertCluster(example, variant);
    }
  }
});
afterAll(() => api.close());

const asked = examples.flatMap((example) => example.answers.map((answer) => ({ example, ...answer })));

test('all ten examples are asked, and as known then where the example says so', () => {
  expect(new Set(asked.map(({ example }) => example.number)).size).toBe(10);
  expect(asked.filter(({ known }) => known).map(({ example }) => example.number)).toEqual([2, 4]);
});

describe('worked examples', () => {
  test.each(asked)(
    '$example.number on $on ($variant), known $known: $example.title',
    async ({ example, on, known, variant, expect: expected }) => {
      const programme = factsOf(example, variant).programmes.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
      if (!programme) throw new Error('no programme runs on the day');
      const time = `on=${on}${known ? `&known=${known}` : ''}`;
      const { status, body } = await officer.get(`/api/v1/portfolio?${time}&programme=${programmeSlug(example, variant, programme.id)}`);
      expect(status).toBe(200);
      if (known) expect(copenhagenDate(new Date(body.known))).toBe(known);
      const row = body.rows.find(({ slug }: { slug: string }) => slug === clusterSlug(example, variant));
      const { label = {}, required = {}, chain, reasons = [], withoutReasons = [], ...plain } = expected;
      const { validFrom: _, ...shownLabel } = label;
      expect(row).toMatchObject({ ...plain, ...shownLabel, ...(required.status && { requiredStatus: required.status }) });
      if (chain?.orderBy !== undefined) expect(row.orderBy).toBe(chain.orderBy);
      const codes = row.reasons.map(({ code }: { code: string }) => code);
      expect(codes).toEqual(expect.arrayContaining(reasons));
      expect(codes.filter((code: string) => withoutReasons.includes(code))).toEqual([]);
      for (const { text } of row.reasons) expect(text).toMatch(/^[A-ZÆØÅ0-9].*\.$/s);
      if (chain?.steps) await expectChain(clusterSlug(example, variant), on, chain.steps);
    },
  );
});

test('a label that is known explains no verdict: what of the duty is not known is said', async () => {
  const { body } = await officer.get('/api/v1/clusters/example-8?on=2025-01-01');
  expect(body.row).toMatchObject({ status: 'in-force', verdict: 'unknown' });
  expect(body.explanation.sentence).toMatch(/ dage endnu\. Vi ved ikke, om klyngen er med i .*\. Derfor kan det ikke afgøres/);
});

test('bound by one programme, not known to another: each gives its verdict, and what binds has its days', async () => {
  const fifth = examples.find(({ number }) => number === 5);
  if (!fifth) throw new Error('worked example 5 is gone');
  const [known] = fifth.facts.programmes;
  const [duty] = fifth.facts.obligations;
  const facts: Facts = {
    ...fifth.facts,
    programmes: [...fifth.facts.programmes, { id: 'beside', startsOn: '2024-01-01', endsOn: '2040-12-31' }],
    obligations: [...fifth.facts.obligations, { ...duty, programmeId: 'beside', startsOn: '2024-01-01', endsOn: '2040-12-31' }],
  };
  const example: Example = { number: 11, title: 'two programmes', facts, answers: [] };
  await insertProgrammes(example, undefined);
  await insertCluster(example, undefined);
  const rowUnder = async (programme: string) => {
    const { body } = await officer.get(`/api/v1/portfolio?on=2026-11-25&programme=${programme}`);
    return body.rows.find(({ slug }: { slug: string }) => slug === 'example-11');
  };
  const booking = { code: 'book-audit', dueOn: '2026-12-18', by: 'cluster', overdue: false };
  expect(await rowUnder(`example-11-${known?.id}`)).toMatchObject({
    verdict: 'met',
    compliant: true,
    orderBy: '2026-12-18',
    nextStep: booking,
  });
  expect(await rowUnder('example-11-beside')).toMatchObject({ verdict: 'unknown', compliant: null, nextStep: { code: 'confirm-duty' } });
  const { body } = await officer.get('/api/v1/clusters/example-11?on=2026-11-25');
  expect(body.row).toMatchObject({ verdict: 'unknown', compliant: null, bound: true, nextStep: booking });
  const verdicts = body.verdicts.filter(({ programme }: { programme: string }) => programme.startsWith('example-11-'));
  expect(verdicts.map(({ programme, code }: Record<string, string>) => [programme, code])).toEqual([
    [`example-11-${known?.id}`, 'met'],
    ['example-11-beside', 'unknown'],
  ]);
  expect(body.chain).toMatchObject({ orderBy: '2026-12-18', anchorOn: '2027-03-31' });
});

async function expectChain(slug: string, on: string, steps: object[]): Promise<void> {
  const { body } = await officer.get(`/api/v1/clusters/${slug}?on=${on}`);
  expect(body.chain?.steps).toEqual(expect.arrayContaining(steps.map((step) => expect.objectContaining(step))));
}

const programmeSlug = (example: Example, variant: string | undefined, id: string) => `${clusterSlug(example, variant)}-${id}`;
const clusterSlug = ({ number }: Example, variant: string | undefined) => `example-${number}${variant ? `-${variant}` : ''}`;
const factsOf = (example: Example, variant: string | undefined): Facts => ({
  ...example.facts,
  ...(variant ? example.variants?.[variant] : {}),
});
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? ids.set(name, randomUUID()).get(name) ?? '';

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const places = columns.map((_, index) => `$${index + 1}`);
  await recordAs(api.database.dataSource, systemActor('test'), (manager) =>
    manager.query(
      `insert into ${table} (${columns.join(', ')}, source, confidence, revision) values (${places.join(', ')}, 'Regneeksempel', 'illustrative', 1)`,
      Object.values(row),
    ),
  );
}

async function insertProgrammes(example: Example, variant: string | undefined): Promise<void> {
  const { programmes, obligations } = factsOf(example, variant);
  for (const { id, startsOn, endsOn } of programmes) {
    const slug = programmeSlug(example, variant, id);
    await insert('programme', { id: idOf(slug), slug, nameDa: slug, nameEn: slug, portfolio: 'exercise', startsOn, endsOn });
  }
  for (const { programmeId, requiredLevel, startsOn, endsOn, acceptsRenewalWindow } of obligations) {
    await insert('obligation', {
      programmeId: idOf(programmeSlug(example, variant, programmeId)),
      requiredLevel,
      startsOn,
      endsOn,
      acceptsRenewalWindow,
    });
  }
}

async function insertCluster(example: Example, variant: string | undefined): Promise<void> {
  const facts = factsOf(example, variant);
  const slug = clusterSlug(example, variant);
  const clusterId = idOf(slug);
  const programmeIdOf = (id: string) => idOf(programmeSlug(example, variant, id));
  await insert('cluster', { id: clusterId, slug, name: slug, domainDa: 'x', domainEn: 'x', kind: 'spirende', portfolio: 'exercise' });
  if (facts.recordConfirmedOn) await insert('record_confirmation', { clusterId, confirmedOn: facts.recordConfirmedOn });
  for (const { id: _, recordedOn, ...award } of facts.awards) {
    await recordedClock(api.database).setTo(recordedOn ? `${recordedOn}T10:00:00Z` : longAgo);
    await insert('award', { clusterId, ...award, validUntilBasis: award['validUntil'] ? 'certificate' : 'not-known' });
  }
  await recordedClock(api.database).setTo(longAgo);
  for (const { id: _, programmeId, ...membership } of facts.memberships) {
    await insert('membership', { clusterId, programmeId: programmeIdOf(programmeId), ...membership });
  }
  for (const { id: _, programmeId, ...plan } of facts.plans)
    await insert('action_plan', { clusterId, programmeId: programmeIdOf(programmeId), ...plan });
  for (const { id: _, programmeId, ...waiver } of facts.waivers)
    await insert('waiver', { clusterId, programmeId: programmeIdOf(programmeId), ...waiver, proposedOn: waiver['approvedOn'] });
  for (const { id: _, ...audit } of facts.audits)
    await insert('audit_booking', { clusterId, ...audit, form: 'video', reportedByRole: 'officer' });
}
