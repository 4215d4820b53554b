import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from '@klyngevagt/db/testing';
import { DemoClockRepository } from '@klyngevagt/db';
import { calendarDate } from '@klyngevagt/scoring';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { type Env, readEnv } from '../env.js';
import { type Patience, usualPatience } from '../http/unreadable-requests.js';
import { Settings } from '../settings.js';
import { formBody, formType, type SentFile } from './form.js';

export const origin = 'http://127.0.0.1:4999';
export const today = '2026-11-25';

/** What `JSON.parse` gives: tests look into answers freely, their shape is held by the response schemas. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  status: number;
  body: Json;
  headers: Record<string, string | string[] | number | undefined>;
}

/** A signed-in person, or a stranger. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: 'POST' | 'PATCH' | 'PUT', path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A form with a file. */
  upload(path: string, fields: Record<string, unknown>, file: SentFile | null): Promise<Answer>;
  cookie: string;
}

export interface TestApi {
  app: NestFastifyApplication;
  database: TestDatabase;
  /** Folder of its uploaded files. */
  documentsDir: string;
  /** Everything that was logged. */
  log: string[];
  stranger: Client;
  signIn(email: string, password?: string): Promise<Client>;
  as(role: 'officer' | 'manager' | 'reader' | 'admin'): Promise<Client>;
  close(): Promise<void>;
}

interface TestApiOptions {
  seed?: TestDatabaseOptions['seed'];
  signInsPerMinute?: number;
  variables?: NodeJS.ProcessEnv;
  patience?: Patience;
}

/** The whole API on a database of its own, on the demonstration's day. */
export async function startTestApi({
  seed = 'demo',
  signInsPerMinute = 100_000,
  variables = {},
  patience = usualPatience,
}: TestApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase({ seed, on: today });
  await new DemoClockRepository(database.dataSource).set(calendarDate(today));
  const log: string[] = [];
  const logStream = new Writable({ write: (chunk: Buffer, _encoding, done) => (log.push(chunk.toString()), done()) });
  const documentsDir = join(tmpdir(), 'klyngevagt-test-documents', randomUUID());
  const settings = new Settings(testEnv(database.url, { DOCUMENTS_DIR: documentsDir, ...variables }), {
    signInsPerMinute,
    logLevel: 'debug',
    logStream,
    patience,
  });
  const app = await createApp(settings);
  const stranger = clientOf(app, '');
  const signIn = async (email: string, password = 'klyngevagt-demo') => {
    const { status, headers } = await stranger.send('POST', '/api/auth/sign-in/email', { email, password });
    if (status !== 200) throw new Error(`${email} cannot sign in: ${status}`);
    return clientOf(app, cookieOf(headers));
  };
  return {
    app,
    database,
    documentsDir,
    log,
    stranger,
    signIn,
    as: (role) => signIn(`${role}@klyngevagt.example`),
    close: async () => {
      await app.close();
      await database.drop();
      await rm(documentsDir, { recursive: true, force: true });
    },
  };
}

export function testEnv(databaseUrl: string, variables: NodeJS.ProcessEnv = {}): Env {
  return readEnv({
    NODE_ENV: 'test',
    PUBLIC_URL: origin,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: 'local-0123456789-abcdefghijklmnopqrstuvwxyz',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Klyngevagt <klyngevagt@klyngevagt.example>',
    DEMO: 'true',
    ...variables,
  });
}

export function cookieOf(headers: Answer['headers']): string {
  const cookies = [headers['set-cookie'] ?? []].flat();
  return cookies.map((cookie) => String(cookie).split(';')[0]).join('; ');
}

export function clientOf(app: NestFastifyApplication, cookie: string): Client {
  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const response = await app.inject({
      method,
      url,
      headers: { ...(cookie && { cookie }), ...(method !== 'GET' && { origin, 'content-type': 'application/json' }), ...headers },
      ...(payload !== undefined && {
        payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
      }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return { status: response.statusCode, body: isJson && response.body ? response.json() : response.body, headers: response.headers };
  };
  return {
    cookie,
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    send: (method, path, body, headers = {}) => call(method, path, body, headers),
    upload: (path, fields, file) => call('POST', path, formBody(fields, file), { 'content-type': formType }),
  };
}
