import { storagePlaceOf } from '@klyngevagt/files';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnv } from './env.js';

const right = {
  DATABASE_URL: 'postgres://a:b@127.0.0.1/klyngevagt',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'Klyngevagt <klyngevagt@example.dk>',
  PUBLIC_URL: 'https://klyngevagt.example.dk/',
  AUTH_SECRET: 'Wmd3b0Rj9xPq7LtKs2VhYc5NfGzXa4Eu',
  DOCUMENTS_DIR: '/var/lib/klyngevagt/documents',
};

const mistakesOf = (source: NodeJS.ProcessEnv) => {
  try {
    readEnv(source);
  } catch (error) {
    return error instanceof EnvironmentError ? error.mistakes : [];
  }
  return [];
};

test('a right environment is read, and Redis may be left out', () => {
  expect(readEnv({ ...right, REDIS_URL: '' })).toEqual({
    databaseUrl: right.DATABASE_URL,
    redisUrl: null,
    smtpUrl: right.SMTP_URL,
    mailFrom: right.MAIL_FROM,
    publicUrl: 'https://klyngevagt.example.dk',
    authSecret: right.AUTH_SECRET,
    isPrivateWebhookAllowed: false,
    isDemo: false,
    leaseMs: 600_000,
    firstPauseMs: 60_000,
    mailTimeoutMs: 30_000,
    officeHours: { from: 7, to: 18 },
    mailsPerMinute: null,
    mailReturnAddress: null,
    dkim: null,
    renewSchedulesMs: 300_000,
    logLevel: 'info',
    documents: storagePlaceOf({ DOCUMENTS_S3_REGION: 'auto', DOCUMENTS_DIR: right.DOCUMENTS_DIR }),
  });
  expect(readEnv({ ...right, REDIS_URL: 'redis://r:6379' }).redisUrl).toBe('redis://r:6379');
});

test('every mistake has its sentence with the name of the variable', () => {
  expect(mistakesOf({})).toHaveLength(5);
  for (const name of Object.keys(right).filter((one) => one !== 'DOCUMENTS_DIR'))
    expect(mistakesOf({ ...right, [name]: 'nonsense' }).join()).toContain(name);
  expect(mistakesOf({ ...right, WEBHOOK_PRIVATE_ADDRESSES: 'yes' }).join()).toContain('WEBHOOK_PRIVATE_ADDRESSES');
  expect(mistakesOf({ ...right, DEMO: 'yes' }).join()).toContain('DEMO');
  expect(mistakesOf({ ...right, MAIL_FROM: 'a@b\r\nBcc: c@d' }).join()).toContain('MAIL_FROM must be one line');
});

test('a lease outlasts a sending whose server is silent at every step', () => {
  expect(mistakesOf({ ...right, SENDING_LEASE_SECONDS: '60' }).join()).toContain('at least 4 times MAIL_TIMEOUT_SECONDS');
  expect(readEnv({ ...right, SENDING_LEASE_SECONDS: '60', MAIL_TIMEOUT_SECONDS: '15' })).toMatchObject({
    leaseMs: 60_000,
    mailTimeoutMs: 15_000,
  });
  expect(mistakesOf({ ...right, QUEUE_RENEWAL_SECONDS: '0' }).join()).toContain('at least 1 seconds');
  expect(mistakesOf({ ...right, SENDING_PAUSE_SECONDS: 'soon' }).join()).toContain('SENDING_PAUSE_SECONDS must be a whole number');
});

test('production refuses the demo clock', () => {
  expect(mistakesOf({ ...right, NODE_ENV: 'production', DEMO: 'true' }).join()).toContain('must not be true in production');
  expect(readEnv({ ...right, NODE_ENV: 'production' }).isDemo).toBe(false);
});

test('production names where documents lie: a folder, or a bucket with its keys', () => {
  const { DOCUMENTS_DIR: _, ...nowhere } = right;
  const production = { ...nowhere, NODE_ENV: 'production' };
  expect(mistakesOf(production).join()).toContain('DOCUMENTS_DIR is missing');
  expect(mistakesOf({ ...production, DOCUMENTS_S3_URL: 'https://s3.example.dk/documents' }).join()).toContain('DOCUMENTS_S3_ACCESS_KEY_ID');
  expect(mistakesOf({ ...production, DOCUMENTS_S3_URL: 'https://s3.example.dk' }).join()).toContain('must be the address of a bucket');
  const keys = { DOCUMENTS_S3_ACCESS_KEY_ID: 'id', DOCUMENTS_S3_SECRET_ACCESS_KEY: 'secret' };
  expect(mistakesOf({ ...production, ...keys, DOCUMENTS_S3_URL: 'https://s3.example.dk/documents' })).toEqual([]);
});

test('office hours are two hours in order; a demonstration has none unless it is given some', () => {
  expect(readEnv({ ...right, OFFICE_HOURS: '8-16' }).officeHours).toEqual({ from: 8, to: 16 });
  expect(readEnv({ ...right, OFFICE_HOURS: 'always' }).officeHours).toBeNull();
  expect(readEnv({ ...right, DEMO: 'true' }).officeHours).toBeNull();
  expect(mistakesOf({ ...right, OFFICE_HOURS: '18-7' }).join()).toContain('OFFICE_HOURS');
  expect(mistakesOf({ ...right, OFFICE_HOURS: 'daytime' }).join()).toContain('OFFICE_HOURS');
});

test('mails are returned to a plain address that leaves room for what names the mail', () => {
  expect(readEnv({ ...right, MAIL_RETURN_ADDRESS: 'retur@example.dk' }).mailReturnAddress).toBe('retur@example.dk');
  for (const wrong of ['retur', 'Retur <retur@example.dk>', 'far-too-long-a-name@example.dk'])
    expect(mistakesOf({ ...right, MAIL_RETURN_ADDRESS: wrong }).join()).toContain('MAIL_RETURN_ADDRESS');
});

test('a pace is a whole number of mails', () => {
  expect(readEnv({ ...right, MAILS_PER_MINUTE: '120' }).mailsPerMinute).toBe(120);
  for (const wrong of ['0', '1.5', 'slow', '-3'])
    expect(mistakesOf({ ...right, MAILS_PER_MINUTE: wrong }).join()).toContain('MAILS_PER_MINUTE');
});

test('what signs mails is given whole or not at all', () => {
  const key = '-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----';
  const whole = { DKIM_DOMAIN: 'example.dk', DKIM_SELECTOR: 'k1', DKIM_PRIVATE_KEY: key };
  expect(readEnv({ ...right, ...whole }).dkim).toMatchObject({ domainName: 'example.dk', keySelector: 'k1' });
  expect(readEnv({ ...right, ...whole }).dkim?.privateKey).toContain('KEY-----\nAAAA\n-----END');
  expect(mistakesOf({ ...right, ...whole, DKIM_SELECTOR: '' }).join()).toContain('belong together');
  expect(mistakesOf({ ...right, ...whole, DKIM_PRIVATE_KEY: 'secret' }).join()).not.toContain('secret');
});
