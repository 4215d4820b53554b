import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, lockFact, type NewFact, type Saved } from '../edit.js';
import { DocumentEntity, type DocumentSubjectKind } from '../entities/document.js';
import { DocumentVersionEntity } from '../entities/document-version.js';
import { ConcurrentEditError, NotFoundError } from '../errors.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, type Known, listOf, Parameters, tableOf } from '../sql.js';

export interface DocumentVersionRow extends Row<DocumentVersionEntity> {
  uploadedByName: string | null;
  decidedByName: string | null;
}

export interface DocumentWithVersions extends Row<DocumentEntity> {
  /** The newest first. */
  versions: DocumentVersionRow[];
}

export interface DocumentQuestion {
  scope: Scope;
  slug: string;
  subjectKind?: DocumentSubjectKind | undefined;
  subjectId?: string | undefined;
  known?: Known | undefined;
}

export type NewDocument = Omit<NewFact<DocumentEntity>, 'newestVersion'>;
/** A version as it arrives: no officer has seen it. */
export type NewVersion = Omit<
  NewFact<DocumentVersionEntity>,
  'documentId' | 'number' | 'decision' | 'decidedOn' | 'decidedById' | 'decisionText'
>;
export type NextVersion = NewVersion & {
  /** The document's new last day; undefined leaves it. */
  expiresOn: CalendarDate | undefined;
};
export type VersionDecision = Pick<DocumentVersionEntity, 'decidedOn' | 'decidedById' | 'decisionText'> & {
  decision: 'approved' | 'returned';
  /** The document's new last day, null for none; undefined leaves it. */
  expiresOn: CalendarDate | null | undefined;
};

/** Documents of the clusters: what is expected, what came, what became of it. The bytes lie elsewhere. */
export class DocumentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError */
  async list({ scope, slug, subjectKind, subjectId, known = null }: DocumentQuestion): Promise<DocumentWithVersions[]> {
    const parameters = new Parameters();
    const conditions = [`document.cluster_id = ${parameters.add(await clusterIdOf(this.dataSource.manager, scope, slug))}::uuid`];
    if (subjectKind !== undefined) conditions.push(`document.subject_kind = ${parameters.add(subjectKind)}`);
    if (subjectId !== undefined) conditions.push(`document.subject_id = ${parameters.add(subjectId)}`);
    const table = (entity: typeof DocumentEntity | typeof DocumentVersionEntity) => tableOf(this.dataSource, entity, known, parameters);
    const versions = listOf(`
      select ${columnsOf(this.dataSource, DocumentVersionEntity, 'version')}, uploader.name as "uploadedByName", decider.name as "decidedByName"
      from ${table(DocumentVersionEntity)} as version
      left join person as uploader on uploader.id = version.uploaded_by_id
      left join person as decider on decider.id = version.decided_by_id
      where version.document_id = document.id order by version.number desc`);
    const documents = listOf(`
      select ${columnsOf(this.dataSource, DocumentEntity, 'document')}, ${versions} as versions
      from ${table(DocumentEntity)} as document
      where ${conditions.join(' and ')}
      order by document.title collate "da-DK-x-icu", document.id`);
    const [answer] = (await this.dataSource.query(`select ${documents} as documents`, parameters.values)) as [
      { documents: DocumentWithVersions[] },
    ];
    return answer.documents;
  }

  /** @throws NotFoundError */
  async readVersion(scope: Scope, id: string): Promise<Row<DocumentVersionEntity>> {
    const parameters = new Parameters();
    const [row] = (await this.dataSource.query(
      `select ${columnsOf(this.dataSource, DocumentVersionEntity, 'version')} from document_version as version
       where version.id = ${parameters.add(id)}::uuid and ${inScope(scope, 'version.cluster_id', parameters)}`,
      parameters.values,
    )) as [Row<DocumentVersionEntity>?];
    if (row === undefined) throw new NotFoundError('document_version');
    return row;
  }

  /** @throws NotFoundError for a cluster out of scope, and for an award or a plan of another cluster. */
  async checkSubject(scope: Scope, slug: string, subject?: Pick<DocumentEntity, 'subjectKind' | 'subjectId'>): Promise<void> {
    const { manager } = this.dataSource;
    if (subject) await subjectIn(manager, scope, slug, subject.subjectKind, subject.subjectId);
    else await clusterIdOf(manager, scope, slug);
  }

  /** What decides whether a further version may come. @throws NotFoundError */
  async read(scope: Scope, id: string): Promise<Pick<DocumentEntity, 'revision' | 'subjectKind'>> {
    const parameters = new Parameters();
    const [row] = (await this.dataSource.query(
      `select revision, subject_kind as "subjectKind" from document
       where id = ${parameters.add(id)}::uuid and ${inScope(scope, 'cluster_id', parameters)}`,
      parameters.values,
    )) as [Pick<DocumentEntity, 'revision' | 'subjectKind'>?];
    if (row === undefined) throw new NotFoundError('document');
    return row;
  }

  /** A document that has not come yet. @throws NotFoundError, ConstraintError */
  async expect(actor: Actor, scope: Scope, slug: string, document: NewDocument): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const clusterId = await subjectIn(manager, scope, slug, document.subjectKind, document.subjectId);
      return insertFact(manager, DocumentEntity, { ...document, clusterId, newestVersion: 0 });
    });
  }

  /** A document together with its first version. @throws NotFoundError, ConstraintError */
  async add(actor: Actor, scope: Scope, slug: string, document: NewDocument, version: NewVersion): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const clusterId = await subjectIn(manager, scope, slug, document.subjectKind, document.subjectId);
      const saved = await insertFact(manager, DocumentEntity, { ...document, clusterId, newestVersion: 1 });
      await insertFact(manager, DocumentVersionEntity, {
        ...version,
        clusterId,
        documentId: saved.id,
        number: 1,
      });
      return saved;
    });
  }

  /** A further version. Of two people who send one for the same state of the document, the second is told. @throws NotFoundError, ConcurrentEditError */
  async replace(actor: Actor, scope: Scope, id: string, expectedRevision: number, { expiresOn, ...version }: NextVersion): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const document = await lockFact(manager, DocumentEntity, scope, id);
      const number = document.newestVersion + 1;
      const saved = await editFact(manager, DocumentEntity, scope, { id, expectedRevision, changes: { newestVersion: number, expiresOn } });
      const { clusterId } = document;
      await insertFact(manager, DocumentVersionEntity, { ...version, clusterId, documentId: id, number });
      return saved;
    });
  }

  /**
   * What an officer makes of the newest version. One that is no longer the newest is not decided on.
   * @throws NotFoundError, ConcurrentEditError
   */
  async decide(
    actor: Actor,
    scope: Scope,
    versionId: string,
    expectedRevision: number,
    { expiresOn, ...decision }: VersionDecision,
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const { documentId, number } = await versionIn(manager, scope, versionId);
      const document = await lockFact(manager, DocumentEntity, scope, documentId);
      if (document.newestVersion !== number) throw new ConcurrentEditError('document', documentId, number, document.newestVersion);
      if (expiresOn !== undefined && expiresOn !== document.expiresOn) await manager.save(Object.assign(document, { expiresOn }));
      return editFact(manager, DocumentVersionEntity, scope, { id: versionId, expectedRevision, changes: decision });
    });
  }

  /** Takes a document away, and answers where its bytes lie. @throws NotFoundError, ConcurrentEditError */
  async withdraw(actor: Actor, scope: Scope, id: string, expectedRevision: number): Promise<string[]> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const { revision } = await lockFact(manager, DocumentEntity, scope, id);
      if (revision !== expectedRevision) throw new ConcurrentEditError('document', id, expectedRevision, revision);
      const rows = (await manager.query('select stored_key as key from document_version where document_id = $1', [id])) as {
        key: string;
      }[];
      await manager.query('delete from document where id = $1', [id]);
      return rows.map(({ key }) => key);
    });
  }

  /** Which of these keys some version names. */
  async readNamedKeys(keys: readonly string[]): Promise<Set<string>> {
    const rows = (await this.dataSource.query('select stored_key as key from document_version where stored_key = any($1::uuid[])', [
      [...keys],
    ])) as { key: string }[];
    return new Set(rows.map(({ key }) => key));
  }
}

/** Kinds whose rows belong to one cluster. */
const tableOfKind: Partial<Record<DocumentSubjectKind, string>> = {
  award: 'award',
  plan: 'action_plan',
  case: 'recertification_case',
  milestone: 'case_milestone',
};

/** The cluster's id, if the caller may write about it and the subject is one of its own. */
async function subjectIn(
  manager: EntityManager,
  scope: Scope,
  slug: string,
  kind: DocumentSubjectKind,
  subjectId: string,
): Promise<string> {
  const clusterId = await clusterIdOf(manager, scope, slug);
  const table = tableOfKind[kind];
  if (table === undefined) return clusterId;
  const rows = (await manager.query(`select 1 from ${table} where id::text = $1 and cluster_id = $2`, [subjectId, clusterId])) as unknown[];
  if (rows.length === 0) throw new NotFoundError(table);
  return clusterId;
}

async function versionIn(manager: EntityManager, scope: Scope, id: string): Promise<Pick<DocumentVersionEntity, 'documentId' | 'number'>> {
  const parameters = new Parameters();
  const [row] = (await manager.query(
    `select document_id as "documentId", number from document_version
     where id = ${parameters.add(id)}::uuid and ${inScope(scope, 'cluster_id', parameters)}`,
    parameters.values,
  )) as [Pick<DocumentVersionEntity, 'documentId' | 'number'>?];
  if (row === undefined) throw new NotFoundError('document_version');
  return row;
}
