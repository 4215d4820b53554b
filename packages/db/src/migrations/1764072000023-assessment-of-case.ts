import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The case that an assessment belongs to is one that exists. Nothing named one before. */
export class AssessmentOfCase1764072000023 implements MigrationInterface {
  name = 'AssessmentOfCase1764072000023';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table assessment add constraint assessment_case foreign key (case_id) references recertification_case(id) on delete set null',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table assessment drop constraint assessment_case');
  }
}
