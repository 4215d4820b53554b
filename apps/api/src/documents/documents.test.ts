import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startBucketServer } from '@klyngevagt/files/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileHead, formBody, formType, type SentFile, smallPdf } from '../testing/form.js';
import { comesTrue } from '../testing/open-pages.js';
import { head, rawConnection } from '../testing/raw-connection.js';
import { type Answer, type Client, origin, startTestApi, type TestApi } from '../testing/test-api.js';
import { readWritten } from '../testing/written.js';

const slug = 'energy-cluster-denmark';
const at = `/api/v1/clusters/${slug}/documents`;
const fields = { kind: 'cluster', subject: slug, title: 'Strategi 2027', comment: 'Vedtaget i går', expiresOn: '2027-12-31' };
const large = (megabytes: number): SentFile => ({
  name: 'stor.pdf',
  bytes: Buffer.concat([smallPdf.bytes, randomBytes(megabytes * 1024 * 1024)]),
});

let api: TestApi;
let officer: Client;
let manager: Client;
beforeAll(async () => {
  api = await startTestApi({ variables: { DOCUMENT_LIMIT_MB: '2' } });
  officer = await api.as('officer');
  manager = await api.as('manager');
});
afterAll(() => api.close());

interface Listed {
  id: string;
  revision: number;
  state: string;
  title: string;
  versions: { id: string; revision: number; number: number; sha256: string; decision: { comment: string } | null }[];
}

async function sent(of: Partial<typeof fields> = {}, file = smallPdf): Promise<Listed> {
  const { status, body } = await manager.upload(at, { ...fields, ...of }, file);
  expect([status, body]).toEqual([200, body]);
  return listed(body.id as string);
}

async function listed(id: string): Promise<Listed> {
  const found = ((await manager.get(at)).body.documents as Listed[]).find((one) => one.id === id);
  if (!found) throw new Error('The document is not in the list');
  return found;
}

/** Files that lie anywhere below the API's folder. */
function filesLeft(folder = api.documentsDir): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** What was refused left neither a row nor a byte. */
async function leavesNothing(work: () => Promise<Answer>): Promise<Answer> {
  const before = [await readWritten(api.database), filesLeft()];
  const answer = await work();
  expect([await readWritten(api.database), filesLeft()]).toEqual(before);
  return answer;
}

describe('the way of a document', () => {
  test('is sent, returned with a comment, sent again, approved, and downloaded as the very bytes', async () => {
    const first = await sent();
    expect(first).toMatchObject({ state: 'received', title: 'Strategi 2027', expiresOn: '2027-12-31', expired: false });
    expect(first.versions[0]).toMatchObject({
      number: 1,
      mediaType: 'application/pdf',
      comment: 'Vedtaget i går',
      uploadedByCluster: true,
    });
    const returned = { decision: 'return', comment: 'Underskriften mangler', revision: first.versions[0]?.revision };
    expect((await officer.send('POST', `/api/v1/document-versions/${first.versions[0]?.id}/decision`, returned)).status).toBe(200);
    expect(await listed(first.id)).toMatchObject({ state: 'returned', versions: [{ decision: { comment: 'Underskriften mangler' } }] });

    const better = { name: 'Strategi æøå “2”.pdf', bytes: Buffer.concat([smallPdf.bytes, Buffer.from('%underskrevet')]) };
    const { revision } = await listed(first.id);
    expect((await manager.upload(`/api/v1/documents/${first.id}/versions`, { revision }, better)).status).toBe(200);
    const [second, old] = (await listed(first.id)).versions;
    expect([second?.number, old?.number, old?.decision?.comment]).toEqual([2, 1, 'Underskriften mangler']);
    expect(second?.sha256).toBe(createHash('sha256').update(better.bytes).digest('hex'));
    const approval = { decision: 'approve', comment: '', expiresOn: '2028-06-30', revision: second?.revision };
    expect((await officer.send('POST', `/api/v1/document-versions/${second?.id}/decision`, approval)).status).toBe(200);
    expect(await listed(first.id)).toMatchObject({ state: 'approved', expiresOn: '2028-06-30' });

    const file = await manager.get(`/api/v1/document-versions/${second?.id}/file`);
    expect(Buffer.from(file.body as string)).toEqual(Buffer.from(better.bytes.toString()));
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(better.bytes.length),
      'content-disposition': `attachment; filename="Strategi aeoeaa 2.pdf"; filename*=UTF-8''Strategi%20%C3%A6%C3%B8%C3%A5%20%E2%80%9C2%E2%80%9D.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(file.headers['etag']).toBeUndefined();
  });

  test('one that is expected is missing until it comes, and stands first', async () => {
    const body = { subject: { kind: 'cluster', id: slug }, title: 'Aa medlemsliste', dueOn: '2026-11-24', reason: 'Skal bruges' };
    const { id } = (await officer.send('POST', `/api/v1/clusters/${slug}/expected-documents`, body)).body as { id: string };
    expect(await listed(id)).toMatchObject({ state: 'missing', overdue: true, versions: [] });
    const states = ((await manager.get(at)).body.documents as Listed[]).map(({ state }) => state);
    expect(states).toEqual([...states].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
    const { revision } = await listed(id);
    await manager.upload(`/api/v1/documents/${id}/versions`, { revision }, { name: 'liste.csv', bytes: Buffer.from('cvr;navn\n') });
    expect(await listed(id)).toMatchObject({ state: 'received', overdue: false });
  });

  test('a recorded time shows what had come by then', async () => {
    const before = new Date(Date.now() - 1000).toISOString();
    const { id } = await sent({ title: 'Nyt siden' });
    const then = (await manager.get(`${at}?known=${before}`)).body.documents as Listed[];
    expect(then.some((one) => one.id === id)).toBe(false);
  });

  test('taken away, its bytes are gone at once', async () => {
    const before = filesLeft();
    const { id, revision, versions } = await sent({ title: 'Sendt ved en fejl' });
    expect(filesLeft()).toHaveLength(before.length + 1);
    expect((await officer.send('POST', `/api/v1/documents/${id}/withdrawal`, { revision, reason: 'Rummer CPR-numre' })).status).toBe(200);
    expect(filesLeft()).toEqual(before);
    expect((await manager.get(`/api/v1/document-versions/${versions[0]?.id}/file`)).status).toBe(404);
  });
});

const order = ['missing', 'returned', 'received', 'approved'];

describe('two people', () => {
  test('of two who send a version of the same state, the second is told, and nothing is lost', async () => {
    const { id, revision } = await sent({ title: 'To ad gangen' });
    const path = `/api/v1/documents/${id}/versions`;
    const answers = await Promise.all([manager.upload(path, { revision }, smallPdf), officer.upload(path, { revision }, smallPdf)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await listed(id)).versions).toHaveLength(2);
    const [kept] = filesLeft(join(api.documentsDir, 'incoming'));
    expect(kept).toBeUndefined();
  });

  test('an officer does not decide on a version that is no longer the newest', async () => {
    const { id, revision, versions } = await sent({ title: 'Overhalet' });
    await manager.upload(`/api/v1/documents/${id}/versions`, { revision }, smallPdf);
    const body = { decision: 'approve', comment: '', expiresOn: null, revision: versions[0]?.revision };
    const answer = await officer.send('POST', `/api/v1/document-versions/${versions[0]?.id}/decision`, body);
    expect(answer).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  });
});

describe('what is refused leaves nothing and says why', () => {
  test.each<[string, SentFile, number, RegExp]>([
    [
      'another kind than the name says',
      { name: 'certifikat.pdf', bytes: Buffer.from('Bare tekst') },
      415,
      /hedder \.pdf, men indholdet er almindelig tekst/,
    ],
    ['a page', { name: 'side.html', bytes: Buffer.from('<script>alert(1)</script>') }, 415, /Den slags filer kan ikke modtages/],
    ['nothing', { name: 'tom.pdf', bytes: Buffer.alloc(0) }, 415, /Filen er tom/],
    ['a name without an ending', { name: 'certifikat', bytes: smallPdf.bytes }, 415, /mangler en endelse.*en PDF/],
  ])('%s', async (_, file, status, sentence) => {
    const answer = await leavesNothing(() => manager.upload(at, fields, file));
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].message).toMatch(sentence);
  });

  test('a file over the limit, whether its length was told or not', async () => {
    for (const megabytes of [2, 3, 5]) {
      const answer = await leavesNothing(() => manager.upload(at, fields, large(megabytes)));
      expect(answer).toMatchObject({ status: 413, body: { code: 'file-too-large' } });
      expect(answer.body.detail).toContain('højst fylde 2 MB');
    }
  });

  test('no file, no form, a field too many, a wrong field, a field after the file', async () => {
    const answers = [
      await leavesNothing(() => manager.upload(at, fields, null)),
      await leavesNothing(() => manager.send('POST', at, fields)),
      await leavesNothing(() => manager.upload(at, { ...fields, king: 'x' }, smallPdf)),
      await leavesNothing(() => manager.upload(at, { ...fields, expiresOn: '31/2 2027' }, smallPdf)),
      await leavesNothing(() => manager.upload(at, {}, smallPdf)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([415, 415, 400, 400, 400]);
    expect(answers[3]?.body.errors[0].field).toBe('expiresOn');
  });

  test('an award of another cluster, and any award from a manager', async () => {
    const idOf = async (of: string) =>
      (
        (await api.database.dataSource.query('select award.id from award join cluster on cluster.id = cluster_id where slug = $1 limit 1', [
          of,
        ])) as { id: string }[]
      )[0]?.id ?? '';
    const own = await idOf(slug);
    const foreign = await idOf('clean');
    expect((await leavesNothing(() => manager.upload(at, { ...fields, kind: 'award', subject: own }, smallPdf))).status).toBe(403);
    expect((await leavesNothing(() => officer.upload(at, { ...fields, kind: 'award', subject: foreign }, smallPdf))).status).toBe(404);
    expect((await officer.upload(at, { ...fields, kind: 'award', subject: own }, smallPdf)).status).toBe(200);
  });
});

describe('over a real connection', () => {
  let address: string;
  beforeAll(async () => {
    await api.app.listen(0, '127.0.0.1');
    address = await api.app.getUrl();
  });
  const start = (length: number) =>
    head('POST', at, { origin, cookie: manager.cookie, 'content-type': formType, 'content-length': String(length) });

  test('an upload that breaks off leaves nothing behind, wherever it breaks', async () => {
    const before = [await readWritten(api.database), filesLeft()];
    const whole = formBody(fields, large(1));
    for (const share of [0.0001, 0.3, 0.999]) {
      const connection = await rawConnection(address);
      connection.send(start(whole.length));
      connection.send(whole.subarray(0, Math.floor(whole.length * share)));
      if (share > 0.1) expect(await comesTrue(() => filesLeft(join(api.documentsDir, 'incoming')).length === 1, 30_000)).toBe(true);
      connection.destroy();
      expect(await comesTrue(() => filesLeft(join(api.documentsDir, 'incoming')).length === 0, 30_000)).toBe(true);
    }
    expect([await readWritten(api.database), filesLeft()]).toEqual(before);
    expect(api.log.filter((line) => line.includes('request failed'))).toEqual([]);
  });

  test('a form that is refused while it is sent is answered with a sentence, and the connection goes on', async () => {
    const connection = await rawConnection(address);
    const bad = formBody({ ...fields, title: '' }, large(1));
    connection.send(Buffer.concat([Buffer.from(start(bad.length)), bad]));
    expect(await comesTrue(() => connection.received().startsWith('HTTP/1.1 400 '), 30_000)).toBe(true);
    connection.send(head('GET', '/health/live', {}));
    expect(await comesTrue(() => connection.received().includes('HTTP/1.1 200'), 30_000)).toBe(true);
    connection.destroy();
  });

  test('one that is far too large is answered before all of it came', async () => {
    const connection = await rawConnection(address);
    connection.send(start(500 * 1024 * 1024));
    connection.send(fileHead('stor.pdf'));
    expect(await comesTrue(() => connection.received().startsWith('HTTP/1.1 413 '), 30_000)).toBe(true);
    connection.destroy();
  });
});

test('with a bucket that cannot be reached, it is said that it is not available, and nothing is left', async () => {
  const variables = {
    DOCUMENTS_S3_URL: 'http://127.0.0.1:1/documents',
    DOCUMENTS_S3_ACCESS_KEY_ID: 'a',
    DOCUMENTS_S3_SECRET_ACCESS_KEY: 'b',
  };
  const other = await startTestApi({ variables });
  try {
    const client = await other.as('manager');
    const before = await readWritten(other.database);
    const answer = await client.upload(at, fields, smallPdf);
    expect(answer).toMatchObject({ status: 503, body: { code: 'not-available' } });
    expect(await readWritten(other.database)).toEqual(before);
    expect(filesLeft(other.documentsDir)).toEqual([]);
  } finally {
    await other.close();
  }
});

test('with a bucket, a document goes up, comes down and goes away', async () => {
  const server = await startBucketServer();
  const { url, accessKeyId, secretAccessKey, region } = server.bucket;
  const variables = {
    DOCUMENTS_S3_URL: url,
    DOCUMENTS_S3_REGION: region,
    DOCUMENTS_S3_ACCESS_KEY_ID: accessKeyId,
    DOCUMENTS_S3_SECRET_ACCESS_KEY: secretAccessKey,
  };
  const other = await startTestApi({ variables });
  try {
    const client = await other.as('officer');
    const { id } = (await client.upload(at, { ...fields, title: randomUUID() }, smallPdf)).body as { id: string };
    const [document] = ((await client.get(at)).body.documents as Listed[]).filter((one) => one.id === id);
    const file = await client.get(`/api/v1/document-versions/${document?.versions[0]?.id}/file`);
    expect(file.body).toBe(smallPdf.bytes.toString());
    await client.send('POST', `/api/v1/documents/${id}/withdrawal`, { revision: document?.revision, reason: 'Prøve' });
    expect(filesLeft(other.documentsDir)).toEqual([]);
  } finally {
    await other.close();
    await server.stop();
  }
});
