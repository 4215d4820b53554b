import type { DataSource } from 'typeorm';
import { recordAs, systemActor } from './actor.js';

/** Facts of clusters that may be invented, each before those that it points at. */
const factTables = [
  'reminder_action',
  'reminder_hold',
  'recommendation_note',
  'recommendation',
  'assessment',
  'document_version',
  'document',
  'correction_proposal',
  'contact_note',
  'record_confirmation',
  'case_milestone',
  'recertification_case',
  'audit_expert',
  'audit_booking',
  'waiver',
  'plan_milestone',
  'action_plan',
  'award',
  'membership',
  'person_cluster_role',
] as const;

/** How many rows were taken out, by table. */
export type Removed = Readonly<Record<string, number>>;

/**
 * Takes out everything invented: illustrative facts, invented clusters and programmes with all that hangs on them, invented people with
 * their accounts, mails and reminders, and the demo clock. What is sourced stays; the ledger keeps its record of the change.
 */
export async function removeDemo(dataSource: DataSource): Promise<Removed> {
  return recordAs(dataSource, systemActor('demo-removal'), async (manager) => {
    const removed: Record<string, number> = {};
    const remove = async (table: string, condition: string): Promise<void> => {
      const [, count] = (await manager.query(`delete from ${table} where ${condition}`)) as [unknown[], number];
      removed[table] = count;
    };
    await remove(
      'account_user',
      `id in (select account_id from (${inventedPeople}) as invented) or email in (select email from (${inventedPeople}) as invented)`,
    );
    // What the invented people of the demonstration tried out, and what hears of an invented programme only.
    await remove(
      'webhook_endpoint',
      `programme_id in (${inventedProgrammes}) or created_by_id in (select id from (${inventedPeople}) as invented)`,
    );
    for (const table of factTables) await remove(table, inventedFact(table));
    await remove('closed_day', `confidence = 'illustrative' or programme_id in (${inventedProgrammes})`);
    await remove('expert_capacity', `confidence = 'illustrative'`);
    await remove('obligation', `confidence = 'illustrative' or programme_id in (${inventedProgrammes})`);
    await remove('programme', `confidence = 'illustrative'`);
    await remove('person_absence', `confidence = 'illustrative'`);
    await remove('reminder_step_rule', `confidence = 'illustrative' or cluster_id in (${inventedClusters})`);
    await remove('cluster', `confidence = 'illustrative'`);
    await remove('person', `confidence = 'illustrative'`);
    // What calendars were told rested on invented facts too: they are told anew.
    await remove('calendar_event', 'true');
    await remove('worker_run', 'true');
    await manager.query('update demo_clock set today = null');
    return removed;
  });
}

const inventedClusters = `select id from cluster where confidence = 'illustrative'`;
const inventedProgrammes = `select id from programme where confidence = 'illustrative'`;
const inventedPeople = `select id, account_id, email from person where confidence = 'illustrative'`;

function inventedFact(table: (typeof factTables)[number]): string {
  const conditions = [`confidence = 'illustrative'`, `cluster_id in (${inventedClusters})`];
  if (['waiver', 'action_plan', 'membership'].includes(table)) conditions.push(`programme_id in (${inventedProgrammes})`);
  if (table === 'person_cluster_role') conditions.push(`person_id in (select id from (${inventedPeople}) as invented)`);
  // What the invented people of the demonstration tried out, with the documents that then hold nothing any more.
  if (table === 'document_version') conditions.push(`uploaded_by_id in (select id from (${inventedPeople}) as invented)`);
  if (table === 'document')
    conditions.push('newest_version > 0 and not exists (select 1 from document_version where document_id = document.id)');
  return conditions.join(' or ');
}
