import { expect, test } from 'vitest';
import { EnvironmentError, readEnv } from './env.js';

const good = {
  NODE_ENV: 'production',
  DOCUMENTS_DIR: '/var/lib/klyngevagt/documents',
  PUBLIC_URL: 'https://klyngevagt.example.dk',
  DATABASE_URL: 'postgres://api@database/klyngevagt',
  AUTH_SECRET: 'Zk3v9QpL2mXr7TbW5yHs8NcD4fGj6AeU1oIi',
  SMTP_URL: 'smtps://mail.example.dk',
  MAIL_FROM: 'Klyngevagt <klyngevagt@styrelse.dk>',
};

function mistakesOf(variables: NodeJS.ProcessEnv): readonly string[] {
  try {
    readEnv(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.mistakes;
    throw error;
  }
  return [];
}

test('a right environment is read into values', () => {
  expect(readEnv(good)).toMatchObject({
    isProduction: true,
    isDemo: false,
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'https://klyngevagt.example.dk',
    redisUrl: null,
    contactEmail: 'klyngevagt@styrelse.dk',
    metricsToken: null,
    mailReturnsToken: null,
    trustedProxies: [],
  });
  expect(readEnv({ ...good, TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1' }).trustedProxies).toEqual(['10.0.0.0/8', '127.0.0.1']);
});

test('every missing variable has a sentence of its own that names it', () => {
  const mistakes = mistakesOf({});
  for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'AUTH_SECRET', 'SMTP_URL', 'MAIL_FROM']) {
    expect(
      mistakes.filter((mistake) => mistake.includes(name)),
      name,
    ).toHaveLength(1);
  }
});

test.each([
  [{ PORT: 'many' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PUBLIC_URL: 'klyngevagt.dk' }, 'PUBLIC_URL'],
  [{ DEMO: 'yes' }, 'DEMO'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
  [{ WEBHOOK_PRIVATE_ADDRESSES: 'yes' }, 'WEBHOOK_PRIVATE_ADDRESSES'],
  [{ DASHBOARD_DIR: '/no/such/folder' }, 'DASHBOARD_DIR'],
  [{ CONTACT_EMAIL: 'nobody' }, 'CONTACT_EMAIL'],
  [{ TRUSTED_PROXIES: 'everyone' }, 'TRUSTED_PROXIES'],
])('%o is refused', (wrong, name) => {
  expect(mistakesOf({ ...good, ...wrong }).join()).toContain(name);
});

test('production refuses the demonstration, weak or generated secrets and addresses without https', () => {
  expect(mistakesOf({ ...good, DEMO: 'true' }).join()).toContain('DEMO');
  for (const secret of ['short', 'a'.repeat(40), 'local-0123456789abcdefghijklmnopqrstuvwxyz', 'change-me-0123456789abcdefghijklmnop']) {
    expect(mistakesOf({ ...good, AUTH_SECRET: secret }).join(), secret).toContain('AUTH_SECRET');
  }
  expect(mistakesOf({ ...good, PUBLIC_URL: 'http://klyngevagt.example.dk' }).join()).toContain('https');
  expect(mistakesOf({ ...good, NODE_ENV: 'development', AUTH_SECRET: 'local-0123456789abcdefghijklmnopqrstuvwxyz', DEMO: 'true' })).toEqual(
    [],
  );
});
