import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations.js';
import { SnakeNaming } from './snake-naming.js';

export interface ConnectionOptions {
  /** Shown in the server's list of connections. */
  applicationName?: string;
  /** Connections at most; default 10. */
  poolSize?: number;
}

/** The one way to reach the database. The schema comes from migrations only. */
export function createDataSource(url: string, options: ConnectionOptions = {}): DataSource {
  return new DataSource(dataSourceOptions(url, options));
}

/** The same options for whoever builds the data source itself (@nestjs/typeorm). */
export function dataSourceOptions(
  url: string,
  { applicationName = 'klyngevagt', poolSize = 10 }: ConnectionOptions = {},
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName,
    poolSize,
    entities,
    migrations,
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    namingStrategy: new SnakeNaming(),
    extra: { types: plainDates },
  };
}

const dateOid = 1082;

/** A `date` stays the text that the database sends: a JavaScript `Date` would move it with the time zone. */
const plainDates: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === dateOid
      ? (value: string | Buffer) => String(value)
      : format === 'binary'
        ? pg.types.getTypeParser(oid, 'binary')
        : pg.types.getTypeParser(oid, 'text'),
};
