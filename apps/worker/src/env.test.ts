import { expect, test } from 'vitest';
import { EnvironmentError, readEnv } from './env.js';

const right = {
  DATABASE_URL: 'postgres://a:b@127.0.0.1/klyngevagt',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'Klyngevagt <klyngevagt@example.dk>',
  PUBLIC_URL: 'https://klyngevagt.example.dk/',
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
    isDemo: false,
    logLevel: 'info',
  });
  expect(readEnv({ ...right, REDIS_URL: 'redis://r:6379' }).redisUrl).toBe('redis://r:6379');
});

test('every mistake has its sentence with the name of the variable', () => {
  expect(mistakesOf({})).toHaveLength(4);
  for (const name of Object.keys(right)) expect(mistakesOf({ ...right, [name]: 'nonsense' }).join()).toContain(name);
  expect(mistakesOf({ ...right, DEMO: 'yes' }).join()).toContain('DEMO');
  expect(mistakesOf({ ...right, MAIL_FROM: 'a@b\r\nBcc: c@d' }).join()).toContain('MAIL_FROM must be one line');
});

test('production refuses the demo clock', () => {
  expect(mistakesOf({ ...right, NODE_ENV: 'production', DEMO: 'true' }).join()).toContain('must not be true in production');
  expect(readEnv({ ...right, NODE_ENV: 'production' }).isDemo).toBe(false);
});
