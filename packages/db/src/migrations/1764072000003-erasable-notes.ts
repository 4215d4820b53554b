import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes about clusters and memberships and the place of an audit are free text: from here on the ledger holds their digests only. */
export class ErasableNotes1764072000003 implements MigrationInterface {
  name = 'ErasableNotes1764072000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table cluster add column salt uuid default gen_random_uuid(),
        add constraint cluster_notes_salted check (notes is null or salt is not null);
      alter table membership add column salt uuid default gen_random_uuid(),
        add constraint membership_note_salted check (note is null or salt is not null);
      alter table audit_booking drop constraint audit_booking_experts_salted,
        add constraint audit_booking_salted check ((experts is null and place is null) or salt is not null);
      ${recordedWith('cluster', 'id', 'notes')}
      ${recordedWith('membership', 'cluster_id', 'note')}
      ${recordedWith('audit_booking', 'cluster_id', 'experts,place')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${recordedWith('cluster', 'id', '')}
      ${recordedWith('membership', 'cluster_id', '')}
      ${recordedWith('audit_booking', 'cluster_id', 'experts')}
      alter table audit_booking drop constraint audit_booking_salted,
        add constraint audit_booking_experts_salted check (experts is null or salt is not null);
      alter table membership drop constraint membership_note_salted, drop column salt;
      alter table cluster drop constraint cluster_notes_salted, drop column salt;
    `);
  }
}

function recordedWith(table: string, raises: string, erasable: string): string {
  return `create or replace trigger recorded after insert or update or delete on ${table}
    for each row execute function record_fact('${raises}', '${erasable}');`;
}
