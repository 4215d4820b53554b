import type { DataSource } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { readClusterFacts, type ClusterWithFacts } from '../cluster-facts.js';
import { clusterIdOf, editFact, type Changes, type Saved } from '../edit.js';
import { ClusterEntity } from '../entities/cluster.js';
import { ContactNoteEntity } from '../entities/contact-note.js';
import { CorrectionProposalEntity } from '../entities/correction-proposal.js';
import { PersonClusterRoleEntity } from '../entities/person-cluster-role.js';
import type { PersonEntity } from '../entities/person.js';
import { RecordConfirmationEntity } from '../entities/record-confirmation.js';
import { NotFoundError } from '../errors.js';
import { readLedger, type LedgerPage, type LedgerRow } from '../ledger.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, listOf, Parameters, tableOf, type Known } from '../sql.js';

/** A person with a role in a cluster. Names and addresses are those of today. */
export interface PersonOfCluster extends Row<PersonClusterRoleEntity> {
  name: string;
  email: string | null;
  title: string | null;
  phone: string | null;
  language: 'da' | 'en';
}

export interface ClusterPage extends ClusterWithFacts {
  responsibleOfficer: Pick<Row<PersonEntity>, 'id' | 'name' | 'email' | 'title' | 'phone' | 'language' | 'confidence'> | null;
  people: PersonOfCluster[];
  /** The latest first. */
  confirmations: (Row<RecordConfirmationEntity> & { confirmedByName: string | null })[];
  /** The latest first. Officers' own: not for managers or readers. */
  contactNotes: (Row<ContactNoteEntity> & { authorName: string | null })[];
  /** The latest first. */
  corrections: (Row<CorrectionProposalEntity> & { proposedByName: string | null; decidedByName: string | null })[];
}

export interface ClusterQuestion {
  scope: Scope;
  slug: string;
  /** Recorded time; default now. */
  known?: Known | undefined;
}

export class ClusterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One cluster with everything its page shows: two statements. @throws NotFoundError */
  async readCluster({ scope, slug, known = null }: ClusterQuestion): Promise<ClusterPage> {
    const [cluster] = await readClusterFacts(this.dataSource, { scope, portfolio: 'all', clusterSlug: slug, known });
    if (cluster === undefined) throw new NotFoundError('cluster');
    return { ...cluster, ...(await this.readSurroundings(cluster.id, cluster.responsibleOfficerId, known)) };
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async updateCluster(
    actor: Actor,
    scope: Scope,
    slug: string,
    expectedRevision: number,
    changes: Omit<Changes<ClusterEntity>, 'slug' | 'portfolio'>,
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const id = await clusterIdOf(manager, scope, slug);
      return editFact(manager, ClusterEntity, scope, { id, expectedRevision, changes });
    });
  }

  /** What was recorded about a cluster, the latest first. @throws NotFoundError */
  async readHistory(scope: Scope, slug: string, page: LedgerPage): Promise<LedgerRow[]> {
    const clusterId = await clusterIdOf(this.dataSource.manager, scope, slug);
    return readLedger(this.dataSource, { kind: 'clusters', clusterIds: [clusterId] }, page);
  }

  private async readSurroundings(clusterId: string, officerId: string | null, known: Known): Promise<Surroundings> {
    const parameters = new Parameters();
    const cluster = parameters.add(clusterId);
    const officer = parameters.add(officerId);
    const facts = (entity: new () => { id: string }, more: string, joins: string, order: string) =>
      listOf(`select ${columnsOf(this.dataSource, entity, 'fact')}, ${more} from ${tableOf(this.dataSource, entity, known, parameters)} as fact
        ${joins} where fact.cluster_id = ${cluster}::uuid order by ${order}`);
    const [answer] = (await this.dataSource.query(
      `select
        (select row_to_json(found) from (select id, name, email, title, phone, language, confidence from person where id = ${officer}::uuid) as found) as "responsibleOfficer",
        ${facts(PersonClusterRoleEntity, 'person.name, person.email, person.title, person.phone, person.language', 'join person on person.id = fact.person_id and person.erased_at is null', 'fact.starts_on, person.name')} as people,
        ${facts(RecordConfirmationEntity, 'person.name as "confirmedByName"', 'left join person on person.id = fact.confirmed_by_id', 'fact.confirmed_on desc, fact.created_at desc')} as confirmations,
        ${facts(ContactNoteEntity, 'person.name as "authorName"', 'left join person on person.id = fact.author_id', 'fact.noted_on desc, fact.created_at desc')} as "contactNotes",
        ${facts(CorrectionProposalEntity, 'proposer.name as "proposedByName", decider.name as "decidedByName"', 'left join person as proposer on proposer.id = fact.proposed_by_id left join person as decider on decider.id = fact.decided_by_id', 'fact.proposed_on desc, fact.created_at desc')} as corrections`,
      parameters.values,
    )) as [Surroundings];
    return answer;
  }
}

type Surroundings = Pick<ClusterPage, 'responsibleOfficer' | 'people' | 'confirmations' | 'contactNotes' | 'corrections'>;
