import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A transaction that changes many facts raises each version once. Raising it for every fact made long chains of dead rows and as many
 * notifications: ten times the cost of the ledger itself.
 */
export class OneVersionATransaction1764072000004 implements MigrationInterface {
  name = 'OneVersionATransaction1764072000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table cluster_version add column raised_in xid8;
      alter table rules_version add column raised_in xid8;

      create or replace function raise_cluster_version(raised_cluster uuid) returns void language plpgsql as $$
      declare
        raised bigint;
      begin
        perform 1 from cluster_version where cluster_id = raised_cluster and raised_in = pg_current_xact_id();
        if found then
          return;
        end if;
        insert into cluster_version as present (cluster_id, version, raised_in) values (raised_cluster, 1, pg_current_xact_id())
        on conflict (cluster_id) do update set version = present.version + 1, raised_in = excluded.raised_in
        returning version into raised;
        perform pg_notify('klyngevagt_changes', json_build_object('clusterId', raised_cluster, 'version', raised)::text);
      end
      $$;

      create or replace function raise_rules_version() returns void language plpgsql as $$
      declare
        raised bigint;
      begin
        update rules_version set version = version + 1, raised_in = pg_current_xact_id()
        where raised_in is distinct from pg_current_xact_id()
        returning version into raised;
        if found then
          perform pg_notify('klyngevagt_changes', json_build_object('clusterId', null, 'version', raised)::text);
        end if;
      end
      $$;

      create or replace function ledger_image(fact jsonb, erasable text[]) returns jsonb language plpgsql stable strict as $$
      declare
        image jsonb := fact - 'salt' - erasable;
        name text;
      begin
        foreach name in array erasable loop
          if fact ->> name is not null then
            image := image || jsonb_build_object(name || '_digest', salted_digest(fact ->> 'salt', fact ->> name));
          end if;
        end loop;
        return image;
      end
      $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${versionFunctionsBefore}
      alter table rules_version drop column raised_in;
      alter table cluster_version drop column raised_in;
    `);
  }
}

/** Every change raises a version: what the functions did before. The image of a fact is the same by either way. */
const versionFunctionsBefore = `
create or replace function raise_cluster_version(raised_cluster uuid) returns void language plpgsql as $$
declare
  raised bigint;
begin
  insert into cluster_version as present (cluster_id, version) values (raised_cluster, 1)
  on conflict (cluster_id) do update set version = present.version + 1
  returning version into raised;
  perform pg_notify('klyngevagt_changes', json_build_object('clusterId', raised_cluster, 'version', raised)::text);
end
$$;

create or replace function raise_rules_version() returns void language plpgsql as $$
declare
  raised bigint;
begin
  update rules_version set version = version + 1 returning version into raised;
  perform pg_notify('klyngevagt_changes', json_build_object('clusterId', null, 'version', raised)::text);
end
$$;
`;
