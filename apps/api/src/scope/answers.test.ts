import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaks, type Side, startTwoClusters, type TwoClusters } from '../testing/two-clusters.js';

/** Two managers, two clusters: neither learns anything of the other from any answer. */
let two: TwoClusters;
beforeAll(async () => {
  two = await startTwoClusters();
});
afterAll(() => two.close());

const sides = ['energy', 'life'] as const;

/** Every way to ask, and a text of the own cluster that shows that something was answered. */
const channels: [string, (side: Side) => string, (side: Side) => string | null][] = [
  ['list', () => '/portfolio', ({ slug }) => slug],
  ['list of a past day', () => '/portfolio?on=2022-05-01', ({ slug }) => slug],
  ['list of a day to come', () => '/portfolio?on=2030-01-01', ({ slug }) => slug],
  ['list of a programme', () => '/portfolio?programme=innovationskraft', ({ slug }) => slug],
  ['list of another programme', () => '/portfolio?programme=oevelsesprogram', () => null],
  ['days without', () => '/days-without?from=2021-01-01&to=2026-11-25', ({ slug }) => slug],
  ['days without in a programme', () => '/days-without?from=2021-01-01&to=2026-11-25&programme=innovationskraft', ({ slug }) => slug],
  ['timeline', () => '/timeline', ({ slug }) => slug],
  ['timeline of a day to come', () => '/timeline?on=2028-01-01', ({ slug }) => slug],
  ['projection', () => '/forecast', ({ slug }) => slug],
  ['projection of the own cluster', ({ slug }) => `/clusters/${slug}/forecast`, ({ slug }) => slug],
  ['way in dates', ({ slug }) => `/clusters/${slug}/chain`, () => 'chain'],
  ['audit that is tried', ({ slug }) => `/clusters/${slug}/audit-trial?firstDayOn=2027-02-01`, () => 'trial'],
  ['cluster page', ({ slug }) => `/clusters/${slug}`, ({ mark }) => `Plan ${mark}`],
  ['cluster page of a past day', ({ slug }) => `/clusters/${slug}?on=2023-01-01`, ({ mark }) => `Plan ${mark}`],
  ['cases', ({ slug }) => `/clusters/${slug}/cases`, ({ mark }) => `Trin ${mark}`],
  ['trial of a step', ({ ids }) => `/case-milestones/${ids.milestone}/trial?plannedOn=2027-01-11`, () => 'moves'],
  ['history', ({ slug }) => `/clusters/${slug}/history`, ({ mark }) => `Grund ${mark}`],
  ['proposal', ({ slug }) => `/clusters/${slug}/validity-proposal?level=gold&approvedOn=2026-11-01`, () => 'validUntil'],
  ['reminders', () => '/reminders', ({ ids }) => ids.reminder],
  ['reminders of the own cluster', ({ slug }) => `/reminders?cluster=${slug}`, ({ ids }) => ids.reminder],
  ['reminders of the other cluster', (side) => `/reminders?cluster=${two.other(side).slug}`, () => '"reminders":[]'],
  ['text of a mail to come', ({ ids }) => `/reminders/${ids.reminder}/text`, ({ ids }) => ids.reminder],
  ['text of a mail in English', ({ ids }) => `/reminders/${ids.reminder}/text?language=en`, ({ ids }) => ids.reminder],
  ['reminder record', ({ slug }) => `/clusters/${slug}/reminder-record`, ({ mark }) => `Sendt ${mark}`],
  ['assessments', ({ slug }) => `/clusters/${slug}/assessments`, ({ slug }) => slug],
  ['frameworks', () => '/frameworks', () => null],
  ['news', () => '/news', () => '"items"'],
  ['documents', ({ slug }) => `/clusters/${slug}/documents`, ({ mark }) => `Dokument ${mark}`],
  ['file of a document', ({ ids }) => `/document-versions/${ids.version}/file`, ({ mark }) => mark],
  ['rules', () => '/rules', () => null],
  ['own account', () => '/me', ({ slug }) => slug],
];

describe.each(sides)('the manager of %s', (name) => {
  test.each(channels)('learns nothing of the other cluster from: %s', async (_, pathOf, ownOf) => {
    const side = two.sides[name];
    const answer = await side.manager.get(`/api/v1${pathOf(side)}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const own = ownOf(side);
    if (own !== null) expect(JSON.stringify(answer.body)).toContain(own);
    // Asked for by its own name, the other cluster's name comes back in nothing but the question.
    expect(leaks(answer, two.other(side))).toEqual([]);
  });

  test('gets totals of one cluster', async () => {
    const { manager } = two.sides[name];
    const { totals, rows } = (await manager.get('/api/v1/portfolio')).body;
    expect([totals.rows, rows.length]).toEqual([1, 1]);
    expect(totals.bound).toBeLessThanOrEqual(1);
    expect(totals.needsAction).toBeLessThanOrEqual(1);
    const days = (await manager.get('/api/v1/days-without?from=2021-01-01&to=2026-11-25')).body;
    expect(days.rows).toHaveLength(1);
    for (const total of [days.totals.now, days.totals.atEnd]) expect(total?.clusters ?? 0).toBeLessThanOrEqual(1);
    expect(days.totals.now).toMatchObject({ days: days.rows[0].now.days, clusters: days.rows[0].now.days > 0 ? 1 : 0 });
    const { reminders, health } = (await manager.get('/api/v1/reminders')).body;
    expect(health.sums).toMatchObject({ total: reminders.length, sent: 1, toCome: 1 });
  });

  test('finds in mails only people of the own cluster as recipients', async () => {
    const side = two.sides[name];
    const { reminders } = (await side.manager.get('/api/v1/reminders')).body as { reminders: { id: string }[] };
    expect(reminders.length).toBeGreaterThanOrEqual(2);
    for (const { id } of reminders) {
      const answer = await side.manager.get(`/api/v1/reminders/${id}/text`);
      expect(answer.status).toBe(200);
      expect(leaks(answer, two.other(side))).toEqual([]);
      expect(side.secrets).toContain(answer.body.to);
    }
  });

  test('sees neither the ledger, nor people, nor the grid', async () => {
    const side = two.sides[name];
    const foreign = two.other(side);
    const rows = [{ slug: foreign.slug, validUntil: '31.12.2028', level: 'gold' }];
    const asked = [
      await side.manager.get('/api/v1/audit-trail'),
      await side.manager.get(`/api/v1/audit-trail?cluster=${foreign.slug}`),
      await side.manager.get('/api/v1/people'),
      await side.manager.send('POST', '/api/v1/grid/preview', { rows }),
      await side.manager.send('POST', '/api/v1/grid', { rows, reason: 'Prøve', source: null, versions: {} }),
    ];
    for (const answer of asked) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
      expect(leaks(answer, foreign)).toEqual([]);
    }
  });

  test('does not see that an officer wrote a note about the own cluster', async () => {
    const { slug, manager, mark } = two.sides[name];
    const page = (await manager.get(`/api/v1/clusters/${slug}`)).body;
    const { entries } = (await manager.get(`/api/v1/clusters/${slug}/history`)).body as { entries: { entity: string }[] };
    expect(page.notes).toEqual([]);
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter(({ entity }) => entity === 'contact_note')).toEqual([]);
    expect(JSON.stringify([page, entries])).not.toContain(`Fortroligt ${mark}`);
    const { entries: ofOfficer } = (await two.officer.get(`/api/v1/clusters/${slug}/history`)).body as { entries: { entity: string }[] };
    expect(ofOfficer.filter(({ entity }) => entity === 'contact_note')).not.toEqual([]);
  });
});

test('what is kept for the one is not given to the other', async () => {
  const { energy, life } = two.sides;
  for (const path of ['/api/v1/portfolio', '/api/v1/portfolio?on=2026-10-01']) {
    for (const side of [energy, life, energy, life]) {
      const { body } = await side.manager.get(path);
      expect(body.rows.map(({ slug }: { slug: string }) => slug)).toEqual([side.slug]);
    }
  }
});

test('the responsible officer stands among the people with the true title, language and mark', async () => {
  const { slug } = two.sides.energy;
  const ofOfficer = async () => {
    const { people } = (await two.officer.get(`/api/v1/clusters/${slug}`)).body as { people: { role: string }[] };
    return people.find(({ role }) => role === 'officer');
  };
  const [person] = await two.api.database.dataSource.query(
    'select title, email from person where id = (select responsible_officer_id from cluster where slug = $1)',
    [slug],
  );
  expect(await ofOfficer()).toMatchObject({ ...person, language: 'da', illustrative: true });
  await (await two.api.signIn(person.email)).send('PATCH', '/api/v1/me/language', { language: 'en' });
  expect(await ofOfficer()).toMatchObject({ language: 'en' });
});

test('strangers see no cluster and nobody in what is open to everyone', async () => {
  const demonstrated = ['manager@klyngevagt.example', 'officer@klyngevagt.example'];
  for (const path of ['/api/openapi.json', '/api/docs', '/health/live', '/health/ready', '/api/v1/sign-in-options', '/api/v1/nothing']) {
    const answer = await two.api.stranger.get(path);
    for (const side of Object.values(two.sides))
      expect(
        leaks(answer, side).filter((secret) => !demonstrated.includes(secret)),
        path,
      ).toEqual([]);
  }
});
