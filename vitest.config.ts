import { defineConfig } from 'vitest/config';

/** Workspace packages are tested from their sources: a change is seen without a build. */
const sourceFirst = ['source', 'module', 'node', 'development|production'];

/** What properties are tried on is the same in each run. */
const sameChances = 'infra/check/same-chances.ts';

interface Suite {
  name: string;
  include: string[];
  /** Milliseconds for one test, on a machine that is busy: services are slower than rules, a browser is slower than both. */
  timeout: number;
  /** One file at a time, where a suite shares something that only one may use. */
  isSerial?: boolean;
  /** A process loads the product once for all its files instead of once for each: nothing of a file is left in a module. */
  isLoadedOnce?: boolean;
  /** Tests at a time that a file runs beside each other, where it asks for that. */
  beside?: number;
  /** Starts once what all files of the suite use. */
  globalSetup?: string;
  /** Loaded before each file. */
  setupFile?: string;
}

const suites: Suite[] = [
  { name: 'check', include: ['infra/{check,local}/**/*.test.ts'], timeout: 180_000 },
  { name: 'rules', include: ['packages/scoring/**/*.test.ts'], timeout: 120_000, isLoadedOnce: true, setupFile: sameChances },
  {
    name: 'packages',
    include: ['packages/{messages,contracts,documents,files,jobs}/**/*.test.ts'],
    timeout: 120_000,
    isLoadedOnce: true,
    setupFile: sameChances,
  },
  { name: 'db', include: ['packages/db/**/*.test.ts'], timeout: 240_000, isLoadedOnce: true, setupFile: sameChances },
  { name: 'api', include: ['apps/api/**/*.test.ts'], timeout: 240_000, isLoadedOnce: true, setupFile: sameChances },
  { name: 'worker', include: ['apps/worker/**/*.test.ts'], timeout: 240_000, isLoadedOnce: true },
  {
    name: 'dashboard',
    include: ['apps/dashboard/**/*.test.{ts,tsx}'],
    timeout: 120_000,
    setupFile: 'apps/dashboard/src/fixtures/silent-console.ts',
  },
  { name: 'faults', include: ['infra/faults/**/*.test.ts'], timeout: 600_000, isSerial: true, beside: 2 },
  {
    name: 'journeys',
    include: ['infra/journeys/**/*.test.ts'],
    timeout: 300_000,
    isSerial: true,
    globalSetup: 'infra/journeys/global-setup.ts',
  },
];

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    projects: suites.map(({ name, include, timeout, isSerial = false, isLoadedOnce = false, beside = 5, globalSetup, setupFile }) => ({
      resolve: { conditions: name === 'dashboard' ? ['source', 'module', 'browser', 'development|production'] : sourceFirst },
      ssr: { resolve: { conditions: sourceFirst, externalConditions: ['node'] } },
      test: {
        name,
        include,
        exclude: ['**/node_modules/**', '**/dist/**'],
        testTimeout: timeout,
        hookTimeout: Math.max(timeout, 60_000),
        fileParallelism: !isSerial,
        isolate: !isLoadedOnce,
        maxConcurrency: beside,
        ...(globalSetup && { globalSetup }),
        ...(setupFile && { setupFiles: [setupFile] }),
      },
    })),
  },
});
