import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the account library: who may sign in, sessions, credentials, links sent by mail, attempts counted. Never in the ledger. */
export class Accounts1764072000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_user (
        id uuid default pg_catalog.gen_random_uuid() not null primary key,
        name text not null,
        email text not null unique,
        email_verified boolean not null,
        image text,
        created_at timestamptz default current_timestamp not null,
        updated_at timestamptz default current_timestamp not null
      );
      create table account_session (
        id uuid default pg_catalog.gen_random_uuid() not null primary key,
        expires_at timestamptz not null,
        token text not null unique,
        created_at timestamptz default current_timestamp not null,
        updated_at timestamptz not null,
        ip_address text,
        user_agent text,
        user_id uuid not null references account_user (id) on delete cascade
      );
      create table account_credential (
        id uuid default pg_catalog.gen_random_uuid() not null primary key,
        account_id text not null,
        provider_id text not null,
        user_id uuid not null references account_user (id) on delete cascade,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        password text,
        created_at timestamptz default current_timestamp not null,
        updated_at timestamptz not null
      );
      create table account_verification (
        id uuid default pg_catalog.gen_random_uuid() not null primary key,
        identifier text not null,
        value text not null,
        expires_at timestamptz not null,
        created_at timestamptz default current_timestamp not null,
        updated_at timestamptz default current_timestamp not null
      );
      create table account_attempt (
        id uuid default pg_catalog.gen_random_uuid() not null primary key,
        key text not null unique,
        count integer not null,
        last_request bigint not null
      );
      create index account_session_user_id_idx on account_session (user_id);
      create index account_credential_user_id_idx on account_credential (user_id);
      create index account_verification_identifier_idx on account_verification (identifier);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account_attempt, account_verification, account_credential, account_session, account_user');
  }
}
