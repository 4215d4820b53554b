import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { ActionPlanEntity } from '../entities/action-plan.js';
import { AuditBookingEntity } from '../entities/audit-booking.js';
import { ClusterEntity } from '../entities/cluster.js';
import { CorrectionProposalEntity } from '../entities/correction-proposal.js';
import { WaiverEntity } from '../entities/waiver.js';
import type { Scope } from '../scope.js';
import { inScope, listOf, Parameters, tableOf, type Known } from '../sql.js';

/** What waits for an officer: a plan, a waiver, a booking that a cluster reported, a correction that it asks for. */
export interface WaitingProposal {
  kind: 'plan' | 'waiver' | 'audit' | 'correction';
  id: string;
  clusterSlug: string;
  clusterName: string;
  /** Day since which it waits. */
  since: CalendarDate;
  /** Due day of a plan; first and last day of a waiver or audit. */
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** Of a correction: what it is about. */
  subject: 'award' | 'cluster' | null;
  /** Person who proposed a waiver: another one has to decide. */
  proposedById: string | null;
  isIllustrative: boolean;
}

export interface ProposalQuestion {
  scope: Scope;
  on: CalendarDate;
  known?: Known;
}

export class ProposalRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What waited on the day, the oldest first. */
  async readWaiting(question: ProposalQuestion): Promise<WaitingProposal[]> {
    const parameters = new Parameters();
    const sql = listOf(`select * from (${this.waiting(question, parameters)}) as waiting
      order by since, "clusterName" collate "da-DK-x-icu", id`);
    const [{ found }] = (await this.dataSource.query(`select ${sql} as found`, parameters.values)) as [{ found: WaitingProposal[] }];
    return found;
  }

  async countWaiting(question: ProposalQuestion): Promise<number> {
    const parameters = new Parameters();
    const sql = `select count(*)::int as count from (${this.waiting(question, parameters)}) as waiting`;
    const [{ count }] = (await this.dataSource.query(sql, parameters.values)) as [{ count: number }];
    return count;
  }

  private waiting({ scope, on, known = null }: ProposalQuestion, parameters: Parameters): string {
    const day = `${parameters.add(on)}::date`;
    const table = (entity: new () => { id: string }) => tableOf(this.dataSource, entity, known, parameters);
    const clusters = inScope(scope, 'cluster.id', parameters);
    const none = { from: 'null::date', to: 'null::date', subject: 'null::text', person: 'null::uuid' };
    const of = (
      kind: WaitingProposal['kind'],
      entity: new () => { id: string },
      since: string,
      condition: string,
      own: Partial<typeof none>,
    ) => {
      const { from, to, subject, person } = { ...none, ...own };
      return `select '${kind}' as kind, fact.id, cluster.slug as "clusterSlug", cluster.name as "clusterName", ${since} as since,
          ${from} as "from", ${to} as "to", ${subject} as subject, ${person} as "proposedById",
          'illustrative' in (fact.confidence, cluster.confidence) as "isIllustrative"
        from ${table(entity)} as fact join ${table(ClusterEntity)} as cluster on cluster.id = fact.cluster_id
        where ${clusters} and ${since} <= ${day} and ${condition}`;
    };
    const open = (column: string) => `(${column} is null or ${column} > ${day})`;
    return [
      of(
        'plan',
        ActionPlanEntity,
        'fact.proposed_on',
        `${open('fact.accepted_on')} and ${open('fact.closed_on')} and ${open('fact.returned_on')}`,
        { from: 'fact.due_on' },
      ),
      of('waiver', WaiverEntity, 'fact.proposed_on', `${open('fact.approved_on')} and ${open('fact.closed_on')}`, {
        from: 'fact.starts_on',
        to: 'fact.ends_on',
        person: 'fact.proposed_by_id',
      }),
      of('audit', AuditBookingEntity, 'fact.reported_on', `fact.state = 'reported' and fact.reported_by_role = 'manager'`, {
        from: 'fact.first_day_on',
        to: 'fact.last_day_on',
      }),
      of('correction', CorrectionProposalEntity, 'fact.proposed_on', open('fact.decided_on'), { subject: 'fact.subject' }),
    ].join('\nunion all\n');
  }
}
