// @ts-check
/** The arrows of the architecture (docs/architecture.md). A deliberate violation of each lies in infra/check/fixture, and a test expects it. */

const tests = '\\.(test|fixture)\\.tsx?$|/testing(\\.ts|/)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'scoring-imports-nothing',
      comment:
        'The rules are pure: the same facts and the same day give the same decision everywhere, in the browser too. No package, no Node.',
      severity: 'error',
      from: { path: '^packages/scoring/src/', pathNot: tests },
      to: { pathNot: '^packages/scoring/src/' },
    },
    {
      name: 'packages-never-import-upwards',
      comment: 'Apps use packages. A package that knew an app could not be used by another one, and tests of it would need that app.',
      severity: 'error',
      from: { path: '^packages/', pathNot: tests },
      to: { path: '^(apps|infra)/' },
    },
    {
      name: 'packages-know-only-scoring',
      comment: 'Sentences, shapes, tables and jobs meet in the apps. If they knew each other, none could be changed alone.',
      severity: 'error',
      from: { path: '^packages/(messages|contracts|db|files|jobs)/', pathNot: tests },
      to: { path: '^packages/', pathNot: '^packages/($1|scoring)/' },
    },
    {
      name: 'documents-know-scoring-and-messages',
      comment: 'A document is facts and sentences made into bytes; where the facts come from is not its business.',
      severity: 'error',
      from: { path: '^packages/documents/', pathNot: tests },
      to: { path: '^packages/', pathNot: '^packages/(documents|scoring|messages)/' },
    },
    {
      name: 'no-app-imports-another-app',
      comment: 'Apps meet in the database, in the queue and over HTTP. An import between two of them would put one inside the other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'programs-never-import-infra',
      comment: 'The local start, checks and load tests know the product, never the other way round. Tests may use the local mailbox.',
      severity: 'error',
      from: { path: '^apps/', pathNot: tests },
      to: { path: '^infra/' },
    },
    {
      name: 'only-db-knows-sql',
      comment:
        'Scope and ledger hold because every query goes through packages/db. The API names TypeORM in one module for @nestjs/typeorm; the accounts library brings its own tables and takes a pg pool.',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: [tests, '^packages/db/', '^apps/api/src/database\\.module\\.ts$', '^apps/api/src/auth/better-auth\\.ts$'],
      },
      to: { path: '(^|/)node_modules/(typeorm|pg|@types/pg|@nestjs/typeorm)/|^(typeorm|pg|@nestjs/typeorm)$' },
    },
    {
      name: 'only-jobs-knows-the-queue',
      comment:
        'One factory decides whether jobs wait in Redis or in PostgreSQL. A second place that opened a queue would decide otherwise one day.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [tests, '^packages/jobs/'] },
      to: { path: '(^|/)node_modules/(bullmq|ioredis)/|^(bullmq|ioredis)$' },
    },
    {
      name: 'dashboard-stays-in-the-browser',
      comment: 'The dashboard shows what the server decided. Tables, queues and Node do not exist where it runs.',
      severity: 'error',
      from: { path: '^apps/dashboard/src/', pathNot: tests },
      to: { path: '^packages/(db|jobs)/' },
    },
    {
      name: 'dashboard-uses-no-node',
      comment: 'Node modules do not exist in a browser; Vite would put an empty one in their place and the page would fail late.',
      severity: 'error',
      from: { path: '^apps/dashboard/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one file in two places, and load in an order nobody chose. A type that refers back ties them as well.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'An import that leads nowhere is a missing dependency or a misspelt path; found here before it is found at run time.',
      severity: 'error',
      from: {},
      // Vite makes modules named virtual:… while it builds.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Not every `dist`: the folders of npm packages are called that too, and rules about them must see them.
    exclude: { path: '^(apps|packages)/[^/]+/dist/|^infra/check/fixture/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
