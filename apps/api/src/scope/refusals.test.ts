import { randomUUID } from 'node:crypto';
import { type Endpoint, type EndpointName, endpoints } from '@klyngevagt/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromContract } from '../testing/contract-arbitraries.js';
import { smallPdf } from '../testing/form.js';
import type { Answer, Client } from '../testing/test-api.js';
import { leaks, type Side, startTwoClusters, type TwoClusters } from '../testing/two-clusters.js';

/** A refusal says of the other cluster what it says of one that does not exist. */
let two: TwoClusters;
beforeAll(async () => {
  two = await startTwoClusters();
});
afterAll(() => two.close());

const names = (Object.keys(endpoints) as EndpointName[]).filter((name) => 'params' in endpoints[name]);

const nouns: Readonly<Record<string, keyof Side['ids']>> = {
  award: 'award',
  membership: 'membership',
  plan: 'plan',
  waiver: 'waiver',
  audit: 'audit',
  case: 'case',
  milestone: 'milestone',
  correction: 'correction',
  reminder: 'reminder',
  people: 'person',
  document: 'document',
  'document-version': 'version',
  assessment: 'assessment',
  recommendation: 'recommendation',
};

function idOf(name: EndpointName, side: Side): string {
  return side.ids[nouns[name.split('.')[0] ?? ''] ?? 'person'];
}

/** Asks with a body and a query that the contract takes. */
async function ask(client: Client, name: EndpointName, { slug, id }: { slug: string; id: string }): Promise<Answer> {
  const { method, path, body, form, query }: Endpoint = endpoints[name];
  const known = { slugs: [two.sides.energy.slug], programmes: ['klyngeprogram-2025-2028'], ids: [id], otherIds: [randomUUID()] };
  const asked = query ? (fc.sample(fromContract(query, known), { numRuns: 1, seed: 1 })[0] as Record<string, unknown>) : {};
  delete asked['known'];
  const question = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)])).toString();
  const address = `/api/v1${path.replace(':slug', slug).replace(':id', id).replace(':indicator', 'A1')}${question && `?${question}`}`;
  if (method === 'GET') return client.get(address);
  if (form)
    return client.upload(address, fc.sample(fromContract(form, known), { numRuns: 1, seed: 1 })[0] as Record<string, unknown>, smallPdf);
  return client.send(method, address, body ? fc.sample(fromContract(body, known), { numRuns: 1, seed: 1 })[0] : {});
}

const withoutId = ({ status, body: { requestId: _, ...problem } }: Answer) => ({ status, problem });

describe.each(names)('%s', (name) => {
  test.each(['energy', 'life'] as const)('of the other cluster is refused to the manager of %s as if it did not exist', async (mine) => {
    const side = two.sides[mine];
    const foreign = two.other(side);
    const ofForeign = await ask(side.manager, name, { slug: foreign.slug, id: idOf(name, foreign) });
    const ofNothing = await ask(side.manager, name, { slug: 'no-such-cluster', id: randomUUID() });
    expect([403, 404]).toContain(ofForeign.status);
    expect(withoutId(ofForeign)).toEqual(withoutId(ofNothing));
    expect(leaks(ofForeign, foreign)).toEqual([]);
    expect(Object.keys(ofForeign.headers).sort()).toEqual(Object.keys(ofNothing.headers).sort());
  });
});

test('an award of the other cluster cannot be named in an own correction', async () => {
  const { energy, life } = two.sides;
  const propose = (awardId: string) =>
    energy.manager.send('POST', `/api/v1/clusters/${energy.slug}/corrections`, {
      awardId,
      proposedLevel: 'gold',
      proposedValidUntil: null,
      text: 'Prøve',
    });
  const ofForeign = await propose(life.ids.award);
  expect(ofForeign.status).toBe(400);
  expect(withoutId(ofForeign)).toEqual(withoutId(await propose(randomUUID())));
});
