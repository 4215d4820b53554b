import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps of reminders are changed as whole ladders. Open drafts let go of what they held about single steps, which named neither level, unit,
 * channel nor urgency; nothing of it was in force.
 */
export class LadderDrafts1764072000025 implements MigrationInterface {
  name = 'LadderDrafts1764072000025';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(withoutChanges(`change->>'kind' = 'new-reminder-step' or change->'value'->>'group' = 'reminder-step'`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(withoutChanges(`change->>'kind' = 'ladder'`));
  }
}

function withoutChanges(condition: string): string {
  return `
    update rule_draft set revision = revision + 1, changes = (
      select coalesce(jsonb_agg(change order by place), '[]'::jsonb)
      from jsonb_array_elements(changes) with ordinality as held(change, place) where not coalesce(${condition}, false)
    )
    where state = 'open' and exists (select from jsonb_array_elements(changes) as change where ${condition});
  `;
}
