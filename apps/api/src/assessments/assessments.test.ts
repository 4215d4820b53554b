import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Json, startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
let manager: Client;
let reader: Client;
let admin: Client;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.as('officer');
  manager = await api.as('manager');
  reader = await api.as('reader');
  admin = await api.as('admin');
});
afterAll(() => api.close());

const own = 'energy-cluster-denmark';
const reason = 'Efter gennemgang';
const listOf = async (client: Client, slug = own, query = '') => (await client.get(`/api/v1/clusters/${slug}/assessments${query}`)).body;
const sheetOf = async (client: Client, id: string) => (await client.get(`/api/v1/assessments/${id}`)).body;
const put = (client: Client, id: string, code: string, body: object) =>
  client.send('PUT', `/api/v1/assessments/${id}/answers/${code}`, body);

describe('a self-test', () => {
  let id = '';

  test('starts from the last round; nothing carried over counts before it is confirmed', async () => {
    const started = await manager.send('POST', `/api/v1/clusters/${own}/assessments`, { kind: 'self-test' });
    expect(started.status).toBe(200);
    id = started.body.id;
    const { assessment, previous, framework } = await sheetOf(manager, id);
    expect(assessment).toMatchObject({
      kind: 'self-test',
      round: 2,
      state: 'draft',
      score: { outcome: 'undecided', points: 0, share: null },
    });
    expect(assessment.answers).toHaveLength(31);
    expect(assessment.answers.every(({ toConfirm }: Json) => toConfirm)).toBe(true);
    expect(previous).toMatchObject({ round: 1 });
    expect(framework.document.indicators).toHaveLength(31);
    const texts = assessment.score.reasons.map(({ text }: Json) => text);
    expect(texts).toContain('Heraf er 31 overført fra sidste runde og skal bekræftes.');
    expect(texts.find((text: string) => text.includes('minimum'))).toContain('binder intet minimum');
    const second = await manager.send('POST', `/api/v1/clusters/${own}/assessments`, { kind: 'self-test' });
    expect(second).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test('belongs to the cluster and the officers; experts’ scores do not belong to the cluster', async () => {
    expect((await manager.send('POST', `/api/v1/clusters/${own}/assessments`, { kind: 'agreed' })).status).toBe(403);
    expect((await manager.send('POST', '/api/v1/clusters/clean/assessments', { kind: 'self-test' })).status).toBe(404);
    const foreign = (await listOf(officer, 'clean')).assessments[0];
    expect((await manager.get(`/api/v1/assessments/${foreign.id}`)).status).toBe(404);
    expect((await put(manager, foreign.id, 'A1', { score: 1, comment: null, revision: 1 })).status).toBe(404);
    const audited = (await listOf(manager)).assessments.find(({ kind }: Json) => kind === 'agreed');
    expect(audited.may).toEqual({ edit: false, submit: false, return: false, close: false, reopen: false });
    expect((await listOf(reader)).mayStart).toEqual([]);
  });

  test('saves answers one by one; two who edit the same one are told, others are not disturbed', async () => {
    const saved = await put(manager, id, 'A1', { score: 4, comment: 'Ny aftale\r\nmed alle', revision: 1 });
    expect(saved).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await put(officer, id, 'A1', { score: 5, comment: null, revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect((await put(officer, id, 'A2', { score: 5, comment: null, revision: 1 })).status).toBe(200);
    expect(await put(manager, id, 'A3', { score: 7, comment: null, revision: 1 })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'score' }] },
    });
    expect((await put(manager, id, 'Z9', { score: 1, comment: null, revision: 0 })).status).toBe(400);
    const answer = (await sheetOf(manager, id)).assessment.answers.find(({ indicator }: Json) => indicator === 'A1');
    expect(answer).toMatchObject({ score: 4, comment: 'Ny aftale\nmed alle', toConfirm: false });
    const carried = (await sheetOf(manager, id)).assessment.answers.find(({ indicator }: Json) => indicator === 'A4');
    await put(manager, id, 'A4', { score: carried.score, comment: 'Ikke set efter', toConfirm: true, revision: 1 });
    const remarked = (await sheetOf(manager, id)).assessment.answers.find(({ indicator }: Json) => indicator === 'A4');
    expect(remarked).toMatchObject({ toConfirm: true, comment: 'Ikke set efter' });
    const seenByReader = (await sheetOf(reader, id)).assessment.answers.find(({ indicator }: Json) => indicator === 'A1');
    expect(seenByReader).toMatchObject({ score: 4, comment: null });
  });

  test('is not handed in before every answer is confirmed, and says which are missing', async () => {
    const { assessment } = await sheetOf(manager, id);
    const refused = await manager.send('POST', `/api/v1/assessments/${id}/submission`, { revision: assessment.revision });
    expect(refused.status).toBe(409);
    expect(refused.body.errors).toHaveLength(29);
    expect(refused.body.errors[0]).toMatchObject({ field: 'answers.A3', message: 'Mangler et bekræftet svar.' });
  });

  test('comes out as a spreadsheet, goes in again without a change, and is refused by its cells', async () => {
    for (const format of ['xlsx', 'csv']) {
      const file = (await manager.get(`/api/v1/assessments/${id}/file?format=${format}`)).body;
      const { name, base64 } = file;
      const preview = (await manager.send('POST', `/api/v1/assessments/${id}/import-preview`, { name, base64 })).body;
      expect(preview).toMatchObject({ changes: [], errors: [] });
      const { answersRevision } = preview;
      expect((await manager.send('POST', `/api/v1/assessments/${id}/import`, { name, base64, answersRevision })).status).toBe(200);
      expect((await manager.get(`/api/v1/assessments/${id}/file?format=${format}`)).body).toMatchObject(format === 'csv' ? file : { name });
    }
    const csv = ['Kode;Point', 'A1;fem', 'A2;9', 'Z1;3', 'A3;2', 'A3;2', ';4'].join('\n');
    const wrong = { name: 'runde.csv', base64: Buffer.from(csv).toString('base64') };
    const preview = (await manager.send('POST', `/api/v1/assessments/${id}/import-preview`, wrong)).body;
    expect(preview.changes).toEqual([]);
    expect(preview.errors.map(({ row, column }: Json) => [row, column])).toEqual([
      [2, 'Point'],
      [3, 'Point'],
      [4, 'Kode'],
      [6, 'Kode'],
      [7, 'Kode'],
    ]);
    expect(preview.errors[1].message).toBe('»9« findes ikke på skalaen: 0, 1, 2, 3, 4, 5.');
    const before = await sheetOf(manager, id);
    const refused = await manager.send('POST', `/api/v1/assessments/${id}/import`, {
      ...wrong,
      answersRevision: before.assessment.answersRevision,
    });
    expect([refused.status, refused.body.errors.length]).toEqual([400, 5]);
    expect(await sheetOf(manager, id)).toEqual(before);
    const hostile = { name: 'x.xlsx', base64: Buffer.from('PK hej').toString('base64') };
    expect((await manager.send('POST', `/api/v1/assessments/${id}/import-preview`, hostile)).status).toBe(400);
  });

  test('takes a whole file, and none past a change since it was looked at', async () => {
    const { answersRevision } = (await sheetOf(manager, id)).assessment;
    const codes = (await sheetOf(manager, id)).framework.document.indicators.map(({ code }: Json) => code);
    const base64 = Buffer.from(['Kode;Point', ...codes.map((code: string) => `${code};4`)].join('\r\n')).toString('base64');
    const file = { name: 'runde.csv', base64, answersRevision };
    expect((await put(manager, id, 'B1', { score: 3, comment: null, revision: 1 })).status).toBe(200);
    expect(await manager.send('POST', `/api/v1/assessments/${id}/import`, file)).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    const now = (await sheetOf(manager, id)).assessment.answersRevision;
    expect((await manager.send('POST', `/api/v1/assessments/${id}/import`, { ...file, answersRevision: now })).status).toBe(200);
    expect((await sheetOf(manager, id)).assessment.score).toMatchObject({ outcome: 'reached', share: 80, unanswered: [] });
  });

  test('is handed in, returned with remarks by an officer, mended, closed, and reopened with a reason', async () => {
    const step = async (client: Client, path: string, body: object) => {
      const { revision } = (await sheetOf(client, id)).assessment;
      return client.send('POST', `/api/v1/assessments/${id}/${path}`, { revision, ...body });
    };
    const firstStep = async () => {
      const { current } = (await manager.get(`/api/v1/clusters/${own}/cases`)).body;
      const { doneOn } = current.milestones.find(({ milestone }: Json) => milestone === 'self-test');
      return [current.id, doneOn];
    };
    const { caseId } = (await sheetOf(manager, id)).assessment;
    expect(await firstStep()).toEqual([caseId, null]);
    expect((await step(manager, 'submission', {})).status).toBe(200);
    expect(await firstStep()).toEqual([caseId, '2026-11-25']);
    expect((await put(manager, id, 'A1', { score: 1, comment: null, revision: 3 })).status).toBe(409);
    expect((await step(manager, 'return', { remarks: [{ indicator: 'A1', text: 'Nej' }] })).status).toBe(403);
    expect((await step(officer, 'return', { remarks: [] })).status).toBe(400);
    const remarks = [
      { indicator: 'A1', text: 'Vedlæg aftalen' },
      { indicator: 'C2', text: 'Hvilket år?' },
    ];
    expect((await step(officer, 'return', { remarks })).status).toBe(200);
    expect(await firstStep()).toEqual([caseId, null]);
    const returned = (await sheetOf(manager, id)).assessment;
    expect(returned).toMatchObject({ state: 'returned', may: { edit: true, submit: true }, remarks: [{ open: true }, { open: true }] });
    expect((await sheetOf(reader, id)).assessment.remarks).toMatchObject([{ text: null }, { text: null }]);
    expect((await step(manager, 'submission', {})).status).toBe(200);
    expect((await step(officer, 'closing', { reason })).status).toBe(200);
    expect((await sheetOf(manager, id)).assessment).toMatchObject({
      state: 'closed',
      closedOn: '2026-11-25',
      remarks: [{ open: false }, { open: false }],
    });
    expect((await step(officer, 'reopening', { reason: '' })).status).toBe(400);
    expect((await step(officer, 'reopening', { reason })).status).toBe(200);
    expect((await step(manager, 'submission', {})).status).toBe(200);
    expect((await step(officer, 'closing', { reason })).status).toBe(200);
  });

  test('is read as it was known before, and nothing is written while looking back', async () => {
    const before = await listOf(manager, own, '?known=2026-11-24');
    expect(before.assessments?.some((one: Json) => one.id === id) ?? false).toBe(false);
    expect((await put(manager, `${id}`, 'A1?on=2026-01-01', { score: 1, comment: null, revision: 3 })).status).toBeGreaterThanOrEqual(400);
  });
});

describe('medians', () => {
  test('are numbers without names, where at least five other clusters contribute', async () => {
    const answer = await listOf(manager);
    const selfTest = answer.medians.find(({ kind }: Json) => kind === 'self-test');
    expect(selfTest.values).toHaveLength(31);
    expect(Object.keys(selfTest.values[0]).sort()).toEqual(['indicator', 'median']);
    expect(answer.assessments.every(({ cluster }: Json) => cluster.slug === own)).toBe(true);
    const text = JSON.stringify(answer);
    for (const name of ['CenSec', 'CLEAN', 'Odense Robotics', 'DigitalLead', 'rank']) expect(text).not.toContain(name);
    const exercise = await listOf(officer, 'fjordklyngen');
    expect(exercise.medians.every(({ values }: Json) => values.length === 0)).toBe(true);
  });
});

describe('frameworks', () => {
  const active = async () => {
    const { frameworks } = (await reader.get('/api/v1/frameworks')).body;
    return (await reader.get(`/api/v1/frameworks/${frameworks.find(({ state }: Json) => state === 'active').id}`)).body;
  };

  test('go out and come in as the same document', async () => {
    const { document } = await active();
    const next = { ...document, version: '2026', effectiveFrom: '2026-11-01' };
    const { status, body } = await admin.send('POST', '/api/v1/frameworks', { document: next, reason });
    expect(status).toBe(200);
    expect((await admin.get(`/api/v1/frameworks/${body.id}`)).body).toMatchObject({ state: 'draft', document: next });
    expect((await officer.send('POST', '/api/v1/frameworks', { document: next, reason })).status).toBe(403);
  });

  test('are refused by row and field', async () => {
    const { document } = await active();
    const broken = structuredClone(document);
    Object.assign(broken, { version: 'x' });
    broken.indicators[1].minimum = 9;
    broken.indicators[2].code = 'A1';
    const refused = await admin.send('POST', '/api/v1/frameworks', { document: broken, reason });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([
      { field: 'document.indicators.1.minimum', message: 'Minimum ligger uden for skalaen.' },
      { field: 'document.indicators.2.code', message: 'Koden står to gange.' },
    ]);
    broken.indicators[1].minimum = 'tre';
    expect((await admin.send('POST', '/api/v1/frameworks', { document: broken, reason })).body.errors[0].field).toBe(
      'document.indicators.1.minimum',
    );
    expect((await admin.send('POST', '/api/v1/frameworks', { document, reason })).body.code).toBe('already-exists');
  });

  test('show what a version changes for each cluster, and supersede the one in use', async () => {
    const { id: activeId, document } = await active();
    const next = structuredClone(document);
    Object.assign(next, { version: '2026', effectiveFrom: '2026-11-01' });
    next.indicators[0].minimum = 5;
    next.passRule.shareOfTotal = 90;
    const { id } = (await admin.send('POST', '/api/v1/frameworks', { document: next, reason })).body;
    const { changes, clusters, from, to } = (await officer.get(`/api/v1/frameworks/${id}/comparison`)).body;
    expect([from, to]).toMatchObject([
      { id: activeId, shareOfTotal: 80, minimums: 0 },
      { id, shareOfTotal: 90, minimums: 1 },
    ]);
    expect(changes).toEqual([{ indicator: 'A1', name: 'Forpligtet klyngedeltagelse', change: 'changed', fields: ['minimum'] }]);
    expect(clusters.length).toBeGreaterThanOrEqual(9);
    expect(clusters.some(({ before, after }: Json) => before.outcome === 'reached' && after.outcome === 'not-reached')).toBe(true);
    expect((await admin.send('POST', `/api/v1/frameworks/${id}/activation`, { revision: 1, reason })).status).toBe(200);
    expect((await admin.send('POST', `/api/v1/frameworks/${id}/activation`, { revision: 2, reason })).status).toBe(409);
    expect((await reader.get(`/api/v1/frameworks/${activeId}`)).body).toMatchObject({
      state: 'retired',
      document: { effectiveUntil: '2026-10-31' },
    });
    const kept = (await listOf(manager)).assessments.every(({ frameworkId }: Json) => frameworkId === activeId);
    expect(kept).toBe(true);
    const later = { ...next, version: '2030', effectiveFrom: '2030-01-01' };
    const future = (await admin.send('POST', '/api/v1/frameworks', { document: later, reason })).body;
    const tooEarly = await admin.send('POST', `/api/v1/frameworks/${future.id}/activation`, { revision: 1, reason });
    expect(tooEarly).toMatchObject({ status: 409, body: { errors: [{ field: 'effectiveFrom' }] } });
  });
});
