import { CallerRepository, systemActor } from '@klyngevagt/db';
import { demoPassword } from '../auth/demo-accounts.js';
import { Accounts } from '../auth/accounts.js';
import { smallPdf } from './form.js';
import { filledRound } from './rounds.js';
import { type Answer, type Client, startTestApi, type TestApi } from './test-api.js';

/** A cluster, who leads it, and everything by which it would be known elsewhere. */
export interface Side {
  slug: string;
  manager: Client;
  /** Ids of its facts, by the noun of the endpoints. */
  ids: Record<
    | 'award'
    | 'membership'
    | 'plan'
    | 'waiver'
    | 'audit'
    | 'case'
    | 'milestone'
    | 'correction'
    | 'reminder'
    | 'person'
    | 'document'
    | 'version'
    | 'assessment'
    | 'recommendation',
    string
  >;
  /** Texts that stand in what this side may see, and nowhere in what the other side may. */
  secrets: string[];
  /** Word that stands in each text recorded about it. */
  mark: string;
}

export interface TwoClusters {
  api: TestApi;
  officer: Client;
  admin: Client;
  sides: { energy: Side; life: Side };
  other(side: Side): Side;
  close(): Promise<void>;
}

/** Two clusters with facts of every kind, each with a manager of its own. */
export async function startTwoClusters(): Promise<TwoClusters> {
  const api = await startTestApi();
  const officer = await api.as('officer');
  const admin = await api.as('admin');
  const otherManager = await makeManager(api, admin, 'danish-life-science-cluster');
  const energy = await makeSide(api, officer, { slug: 'energy-cluster-denmark', mark: 'Vindrose', manager: await api.as('manager') });
  const life = await makeSide(api, officer, { slug: 'danish-life-science-cluster', mark: 'Kolibri', manager: otherManager });
  const shared = new Set(energy.secrets.filter((secret) => life.secrets.includes(secret)));
  for (const side of [energy, life]) side.secrets = side.secrets.filter((secret) => !shared.has(secret));
  const other = (side: Side) => (side === energy ? life : energy);
  return { api, officer, admin, sides: { energy, life }, other, close: api.close };
}

async function makeManager(api: TestApi, admin: Client, slug: string): Promise<Client> {
  const holder = { name: 'Ny Klyngeleder', email: 'ny-leder@klynge.example', language: 'da' as const };
  const body = {
    ...holder,
    title: null,
    phone: null,
    role: 'manager',
    clusters: [{ slug, role: 'manager' }],
    invite: false,
    reason: 'Ny leder',
  };
  const { id } = done(await admin.send('POST', '/api/v1/people', body)).body as { id: string };
  const accountId = await api.app.get(Accounts).ensureAccountWithPassword(holder, demoPassword);
  await api.app.get(CallerRepository).linkAccount(id, accountId, systemActor('test'));
  return api.signIn(holder.email);
}

type Started = Pick<Side, 'slug' | 'mark' | 'manager'>;

async function makeSide(api: TestApi, officer: Client, started: Started): Promise<Side> {
  const { slug, mark, manager } = started;
  const at = `/api/v1/clusters/${slug}`;
  const reason = `Grund ${mark}`;
  const programme = 'klyngeprogram-2025-2028';
  const post = async (client: Client, path: string, body: object) =>
    (done(await client.send('POST', path, body)).body as { id: string }).id;
  const award = {
    level: 'silver',
    kind: 'first',
    assessedOn: null,
    approvedOn: '2015-01-01',
    validFrom: null,
    validUntil: '2016-12-31',
    validUntilBasis: 'certificate',
    score: null,
    source: `Kilde ${mark}`,
    confidence: 'sourced',
    note: `Note ${mark}`,
  };
  const duty = {
    member: 'no',
    bound: 'no',
    startsOn: '2019-01-01',
    endsOn: '2019-12-31',
    exitReason: `Udtrådt ${mark}`,
    levelDueOn: null,
    source: `Brev ${mark}`,
    confidence: 'sourced',
  };
  const audit = { level: 'gold', firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', mode: 'on-site', place: `Sted ${mark}` };
  const correction = { awardId: null, proposedLevel: null, proposedValidUntil: null, text: `Rettelse ${mark}` };
  const recorded = {
    award: await post(officer, `${at}/awards`, { ...award, reason }),
    membership: await post(officer, `${at}/memberships`, { ...duty, programme: 'innovationskraft', reason }),
    plan: await post(manager, `${at}/plans`, { programme, dueOn: '2027-06-30', text: `Plan ${mark}`, reason }),
    waiver: await post(officer, `${at}/waivers`, {
      programme,
      startsOn: '2027-01-01',
      endsOn: '2027-02-01',
      text: `Fusion ${mark}`,
      reason,
    }),
    audit: await post(manager, `${at}/audits`, { ...audit, reason }),
    correction: await post(manager, `${at}/corrections`, correction),
  };
  const confirmation = await post(officer, `${at}/confirmations`, { source: `Register ${mark}`, reason });
  const note = await post(officer, `${at}/notes`, { text: `Fortroligt ${mark}` });
  const recertification = await noteOnCase(officer, manager, at, mark);
  const document = await uploadDocument(manager, slug, mark);
  const indicators = await weighIndicators(api, officer, slug, mark);
  const { reminder, message } = await insertReminders(api, slug, mark);
  const { person, texts } = await readTexts(api, slug);
  return {
    ...started,
    ids: { ...recorded, ...document.ids, ...indicators, ...recertification, reminder, person },
    secrets: [
      mark,
      ...Object.values(recorded),
      ...Object.values(recertification),
      ...Object.values(indicators),
      confirmation,
      note,
      reminder,
      message,
      ...Object.values(document.ids),
      document.sha256,
      ...texts,
    ],
  };
}

/** The case of the cluster, opened where the demonstration has none, with a note by its manager. */
async function noteOnCase(officer: Client, manager: Client, at: string, mark: string): Promise<Pick<Side['ids'], 'case' | 'milestone'>> {
  const isOpen = done(await officer.get(`${at}/cases`)).body.current !== null;
  if (!isOpen) done(await officer.send('POST', `${at}/cases`, { reason: `Grund ${mark}` }));
  const { current } = done(await officer.get(`${at}/cases`)).body;
  const [{ id, revision }] = current.milestones;
  done(await manager.send('POST', `/api/v1/case-milestones/${id}/note`, { note: `Trin ${mark}`, revision }));
  return { case: current.id, milestone: id };
}

/** A file that says whose it is, in its name, its bytes and what was written beside it. */
async function uploadDocument(
  manager: Client,
  slug: string,
  mark: string,
): Promise<{ ids: Pick<Side['ids'], 'document' | 'version'>; sha256: string }> {
  const at = `/api/v1/clusters/${slug}/documents`;
  const fields = { kind: 'cluster', subject: slug, title: `Dokument ${mark}`, comment: `Kommentar ${mark}` };
  const bytes = Buffer.concat([smallPdf.bytes, Buffer.from(mark)]);
  const { id } = done(await manager.upload(at, fields, { name: `${mark}.pdf`, bytes })).body as { id: string };
  const { documents } = done(await manager.get(at)).body as { documents: { id: string; versions: { id: string; sha256: string }[] }[] };
  const version = documents.find((document) => document.id === id)?.versions[0];
  if (!version) throw new Error('The document that was sent is not in the list');
  return { ids: { document: id, version: version.id }, sha256: version.sha256 };
}

/** A self-test that is being filled in, and what an audit recommended. */
async function weighIndicators(
  api: TestApi,
  officer: Client,
  slug: string,
  mark: string,
): Promise<Pick<Side['ids'], 'assessment' | 'recommendation'>> {
  const { id: assessment } = await filledRound(api.database.dataSource, slug, 'self-test');
  const recommendation = {
    text: `Anbefaling ${mark}`,
    indicators: ['A1'],
    owner: 'cluster',
    dueOn: null,
    givenOn: '2026-01-05',
    reason: `Grund ${mark}`,
  };
  const { id } = done(await officer.send('POST', `/api/v1/clusters/${slug}/recommendations`, recommendation)).body as { id: string };
  return { assessment, recommendation: id };
}

/** One to come, and one that was sent with its very text. */
async function insertReminders(api: TestApi, slug: string, mark: string): Promise<{ reminder: string; message: string }> {
  const rows = async (sql: string, values: unknown[]) => (await api.database.dataSource.query(sql, values)) as { id: string }[];
  const ofManager = `select cluster.id as cluster_id, person.id as person_id, person.email from cluster
    join person_cluster_role as seat on seat.cluster_id = cluster.id and seat.role = 'manager' join person on person.id = seat.person_id
    where cluster.slug = $1 order by person.email limit 1`;
  const [message] = await rows(
    `insert into message (person_id, cluster_id, language, sent_to, subject, text, html, message_id_header, smtp_answer, is_possible_repeat, sent_at)
     select person_id, cluster_id, 'da', email, $2, $2, $2, $2, '250 ok', false, now() from (${ofManager}) as one returning id`,
    [slug, `Sendt ${mark}`],
  );
  const insert = (cycle: string, state: string) =>
    rows(
      `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, sent_at, message_id)
       select cluster_id, $2, 'booking', -14, '2026-12-18', person_id, 'manager', '2026-12-04', $3::text,
         case when $3::text = 'sent' then now() end, case when $3::text = 'sent' then $4::uuid end from (${ofManager}) as one returning id`,
      [slug, cycle, state, message?.id],
    );
  const [planned] = await insert(`gold:renewal:${slug}`, 'planned');
  const [sent] = await insert(`gold:first:${slug}`, 'sent');
  if (!planned || !sent || !message) throw new Error(`${slug} has no manager to remind`);
  return { reminder: planned.id, message: sent.id };
}

/** Id, names and people of a cluster. */
async function readTexts(api: TestApi, slug: string): Promise<{ person: string; texts: string[] }> {
  const query = async <Row>(sql: string) => (await api.database.dataSource.query(sql, [slug])) as Row[];
  const [cluster] = await query<{ id: string; name: string; shortName: string | null }>(
    'select id, name, short_name as "shortName" from cluster where slug = $1',
  );
  const people = await query<{ id: string; name: string; email: string }>(
    `select distinct person.id, person.name, person.email from person
     left join person_cluster_role as seat on seat.person_id = person.id
     join cluster on cluster.slug = $1 and (cluster.id = seat.cluster_id or cluster.responsible_officer_id = person.id)
     order by person.email`,
  );
  const awards = await query<{ id: string }>('select award.id from award join cluster on cluster.id = cluster_id and slug = $1');
  if (!cluster || !people[0]) throw new Error(`${slug} is not in the demonstration`);
  const ofPeople = people.flatMap(({ id, name, email }) => [id, name, email]);
  const names = cluster.shortName === null ? [cluster.name] : [cluster.name, cluster.shortName];
  return { person: people[0].id, texts: [cluster.id, slug, ...names, ...ofPeople, ...awards.map(({ id }) => id)] };
}

function done(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** What an answer holds that it should not: body and head. */
export function leaks({ body, headers }: Pick<Answer, 'body' | 'headers'>, of: Side): string[] {
  const text = `${typeof body === 'string' ? body : JSON.stringify(body)} ${JSON.stringify(headers)}`;
  return of.secrets.filter((secret) => text.includes(secret));
}
