import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Sources of the product: no tests, nothing built. */
const sources = ['apps', 'packages']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'src')))
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file));

function read(file: string) {
  return readFileSync(join(root, file), 'utf8');
}

function filesWith(pattern: RegExp, among = sources) {
  return among.filter((file) => pattern.test(read(file)));
}

function namesIn(file: string, pattern: RegExp): string[] {
  return [...read(file).matchAll(pattern)].map(([, name]) => name ?? '');
}

const packageFiles = sources.filter((file) => file.startsWith('packages/'));
const appFiles = sources.filter((file) => file.startsWith('apps/'));

test('there are sources to look at', () => {
  expect(packageFiles.length).toBeGreaterThan(30);
  expect(appFiles.length).toBeGreaterThan(30);
});

test('only env.ts reads the environment: of each app, and of the commands of the database', () => {
  const allowed = ['apps/api/src/env.ts', 'apps/worker/src/env.ts', 'packages/db/src/env.ts'];
  expect(filesWith(/process\.env\b|import\.meta\.env\b/).filter((file) => !allowed.includes(file))).toEqual([]);
});

test('only clock.ts of an app asks what time it is; packages are told', () => {
  /** Files that need an instant, never a day: the reason stands beside each. */
  const instants = new Map([
    ['apps/api/src/auth/better-auth.ts', 'an invitation ends so many seconds after it was made'],
    ['apps/api/src/present/known-sessions.ts', 'a session stays known for seconds of real time'],
    ['apps/api/src/testing/open-pages.ts', 'a test waits for seconds of real time'],
    ['apps/api/src/testing/raw-connection.ts', 'a test waits for seconds of real time'],
    ['apps/api/src/http/logging.ts', 'a log line says when it was written'],
    ['apps/dashboard/src/pages/assessment/use-answer-queue.ts', 'the form says at what hour an answer was saved'],
    [
      'apps/worker/src/handlers/reconcile-reminders.ts',
      'records of runs are kept for a length of real time, whatever the demo clock shows',
    ],
    ['apps/worker/src/handlers/apply-retention.ts', 'sign-ins end at instants of real time'],
    ['apps/worker/src/handlers/sweep-documents.ts', 'files that no row names are kept for a length of real time'],
    ['apps/worker/src/handlers/send-due-reminders.ts', 'a mail that failed is tried again after a length of real time'],
    ['apps/worker/src/webhooks/lanes.ts', 'a signature holds the instant of the try'],
    ['apps/worker/src/webhooks/wake-when-due.ts', 'a delivery that failed is tried again after a length of real time'],
    ['apps/worker/src/sending.ts', 'rules read by a round of mails are used for seconds of real time'],
    ['apps/worker/src/weekly-mail.ts', 'the week that is told about is seven days of recorded time'],
    ['packages/db/src/repositories/message-repository.ts', 'a mail was sent at that instant'],
    ['packages/db/src/repositories/weekly-mail-repository.ts', 'a weekly mail was sent at that instant'],
    ['packages/db/src/repositories/worker-run-repository.ts', 'a run of the worker began and ended at that instant'],
  ]);
  const clocks = ['apps/api/src/clock.ts', 'apps/worker/src/clock.ts', 'packages/db/src/clock.ts'];
  const asking = filesWith(/\bDate\.now\(|\bnew Date\(\)/);
  expect(asking.filter((file) => !clocks.includes(file) && !instants.has(file))).toEqual([]);
  expect(
    filesWith(/new Date\(\)\s*\.toISOString\(\)\s*\.slice|copenhagenDate\(new Date\(\)\)/).filter((file) => !clocks.includes(file)),
  ).toEqual([]);
});

test('the rules know no chance and no clock', () => {
  const rules = packageFiles.filter((file) => file.startsWith('packages/scoring/'));
  expect(rules.length).toBeGreaterThan(5);
  expect(filesWith(/Math\.random|Date\.now|new Date\(\)|from 'node:|console\./, rules)).toEqual([]);
});

test('.env.example names exactly the variables that the programs parse and the compose file asks for', () => {
  const parsed = ['apps/api/src/env.ts', 'apps/worker/src/env.ts', 'packages/files/src/storage-place.ts'].flatMap((file) =>
    namesIn(file, /^ {2,4}([A-Z][A-Z0-9_]+):/gm),
  );
  const asked = namesIn('infra/compose.yaml', /\$\{([A-Z_]+)[:}]/g);
  const example = namesIn('.env.example', /^(?:# )?([A-Z][A-Z0-9_]+)=/gm);
  expect([...new Set(example)].sort()).toEqual([...new Set([...parsed, ...asked])].sort());
  expect(example).toHaveLength(new Set(example).size);
});

test('the image is built from every workspace that the lock file names', () => {
  const workspaces = namesIn('package-lock.json', /^ {4}"((?:packages|apps|infra)\/[a-z-]+)": \{/gm);
  expect(workspaces.length).toBeGreaterThan(8);
  expect(workspaces.filter((folder) => !read('infra/images/Dockerfile').includes(`COPY ${folder}/package.json ${folder}/`))).toEqual([]);
});

test('no file that is checked in holds a secret', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  expect(tracked.filter((file) => /(^|\/)\.env$|\.(pem|key|p12)$/.test(file))).toEqual([]);
});
