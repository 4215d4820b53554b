import { expect, test } from 'vitest';
import { createDataSource } from './data-source.js';
import { asUnreachable, DatabaseUnreachableError } from './database-unreachable.js';

const failing = (code: string, words = code) => Object.assign(new Error(words), { code });

test.each([
  ['ETIMEDOUT', 'No database answers at db.example.dk:5433, which DATABASE_URL names.'],
  ['ENOTFOUND', 'Nobody knows the host db.example.dk, which DATABASE_URL names.'],
  ['28P01', 'The database at db.example.dk:5433 does not let in "vagt" with the password in DATABASE_URL.'],
  ['3D000', 'The server at db.example.dk:5433 has no database "klyngevagt", which DATABASE_URL names.'],
])('%s is told in a sentence that names the place and never the password', (code, sentence) => {
  const error = asUnreachable(failing(code), 'postgres://vagt:hemmelig@db.example.dk:5433/klyngevagt');
  expect(error).toBeInstanceOf(DatabaseUnreachableError);
  expect(error).toMatchObject({ message: sentence });
});

test('a real connection that is refused fails with such an error', async () => {
  const url = 'postgres://vagt@127.0.0.1:1/klyngevagt';
  const error: unknown = await createDataSource(url)
    .initialize()
    .catch((failure: unknown) => asUnreachable(failure, url));
  expect(error).toMatchObject({ message: 'No database answers at 127.0.0.1:1, which DATABASE_URL names.' });
});

test('a host with several addresses fails without words of its own, and is told like any other', () => {
  const each = ['::1', '127.0.0.1'].map((address) => failing('ECONNREFUSED', `connect ${address}`));
  expect(asUnreachable(new AggregateError(each), 'postgres://vagt@localhost/klyngevagt')).toMatchObject({
    message: 'No database answers at localhost:5432, which DATABASE_URL names.',
  });
});

test('every other failure is left as it is', () => {
  const failure = new Error('something else');
  expect(asUnreachable(failure, 'postgres://vagt@localhost/klyngevagt')).toBe(failure);
});
