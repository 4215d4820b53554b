import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'klyngevagt-dashboard-'));
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Klyngevagt</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), 'console.log(1)');
  writeFileSync(join(folder, '.secret'), 'secret');
  api = await startTestApi({ seed: 'none', variables: { DASHBOARD_DIR: folder } });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['/', '/portfolio', '/clusters/clean?on=2026-01-01', '/set-password?token=x'])('%s is the one page', async (path) => {
  const answer = await api.stranger.get(path);
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('<title>Klyngevagt</title>');
  expect(answer.headers['cache-control']).toBe('no-cache');
});

test('built files may be kept for ever', async () => {
  const answer = await api.stranger.get('/assets/app-1a2b3c.js');
  expect(answer).toMatchObject({ status: 200, body: 'console.log(1)' });
  expect(answer.headers['cache-control']).toContain('immutable');
});

test.each([
  '/api',
  '/api/v1/nothing',
  '/api/v2/portfolio',
  '/health/nothing',
  '/assets/missing.js',
  '/.secret',
  '/..%2f..%2fetc%2fpasswd.txt',
  '/%2e%2e/package.json',
])('%s is not answered with a page', async (path) => {
  const answer = await api.stranger.get(path);
  expect(answer.status).toBe(404);
  expect(JSON.stringify(answer.body)).not.toContain('secret"');
});

test('nothing from elsewhere is loaded, and nobody frames the pages', async () => {
  const { headers } = await api.stranger.get('/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|(script-src|style-src(-elem)?) [^;]*unsafe/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
});
