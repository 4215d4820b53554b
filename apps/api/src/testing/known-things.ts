import { randomUUID } from 'node:crypto';
import type { EndpointName } from '@klyngevagt/contracts';
import type { TestDatabase } from '@klyngevagt/db/testing';
import type { Known } from './contract-arbitraries.js';

const tables: Readonly<Record<string, string>> = {
  award: 'award',
  membership: 'membership',
  programme: 'programme',
  plan: 'action_plan',
  'plan-milestone': 'plan_milestone',
  waiver: 'waiver',
  'rule-draft': 'rule_draft',
  audit: 'audit_booking',
  case: 'recertification_case',
  milestone: 'case_milestone',
  correction: 'correction_proposal',
  document: 'document',
  'document-version': 'document_version',
  reminder: 'reminder',
  framework: 'framework',
  assessment: 'assessment',
  recommendation: 'recommendation',
  webhook: 'webhook_endpoint',
  'webhook-delivery': 'webhook_delivery',
};
/** People who are signed in stay what they are, or those who ask would turn into strangers. */
const recipients = 'select id from person where account_id is null';

/** What exists, for requests of one endpoint. */
export async function readKnown({ dataSource }: Pick<TestDatabase, 'dataSource'>, name: EndpointName): Promise<Known> {
  const column = async (sql: string): Promise<string[]> =>
    ((await dataSource.query(sql)) as Record<string, string>[]).map((row) => Object.values(row)[0] ?? '');
  const table = tables[name.split('.')[0] ?? ''];
  const ids = await column(table ? `select id from ${table} order by id limit 40` : `${recipients} order by id limit 40`);
  return {
    slugs: await column('select slug from cluster order by slug'),
    programmes: await column('select slug from programme order by slug'),
    ids: [...ids, randomUUID()],
    otherIds: [
      ...(await column('select id from person order by id limit 20')),
      ...(await column('select id from award order by id limit 20')),
    ],
  };
}
