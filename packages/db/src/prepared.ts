import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type DataSource, QueryFailedError } from 'typeorm';
import type { Reader } from './sql.js';

const names = new Map<string, string>();
const namesKept = 500;

/**
 * Runs a statement that is asked again and again: the server plans it once for each connection, which for the wide ones takes longer than
 * to answer. Inside a transaction it runs like any other.
 */
export async function readPrepared<Row>(reader: Reader, text: string, values: readonly unknown[]): Promise<Row[]> {
  if (!isDataSource(reader)) return (await reader.query(text, [...values])) as Row[];
  try {
    const { rows } = await poolOf(reader).query({ name: nameOf(text), text, values: [...values] });
    return rows as Row[];
  } catch (error) {
    throw new QueryFailedError(text, [...values], error as Error);
  }
}

/** The pool below TypeORM, which does not name its statements. */
function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

function isDataSource(reader: Reader): reader is DataSource {
  return 'manager' in reader;
}

function nameOf(text: string): string {
  let name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= namesKept) names.clear();
  name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}
