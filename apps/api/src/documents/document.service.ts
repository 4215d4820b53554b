import type { BodyOf, DocumentList, QueryOf } from '@klyngevagt/contracts';
import { DocumentRepository, type DocumentVersionEntity, type NewVersion, type Row, type Saved } from '@klyngevagt/db';
import { acceptedEndings } from '@klyngevagt/files';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { actorOf, type Caller } from '../auth/caller.js';
import { unstatedSources } from '../facts/stated-source.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { KnownTimes } from '../present/known-times.js';
import { type ArrivedFile, DocumentFiles } from './document-files.js';
import { presentDocuments } from './document.presenter.js';

/** What clusters deliver and officers approve or return. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly files: DocumentFiles,
    private readonly decisions: DecisionReader,
    private readonly knownTimes: KnownTimes,
  ) {}

  async list({ scope }: Caller, slug: string, { on, known, kind, subject }: QueryOf<'document.list'>): Promise<DocumentList> {
    const question = { scope, slug, subjectKind: kind, subjectId: subject, known: await this.knownTimes.read(known) };
    const [documents, today] = await Promise.all([this.documents.list(question), this.decisions.today()]);
    const day = on ?? today;
    return {
      on: day,
      limitBytes: this.files.limitBytes,
      endings: [...acceptedEndings],
      documents: presentDocuments(documents, day),
    };
  }

  async upload(caller: Caller, slug: string, request: FastifyRequest): Promise<Saved> {
    const { scope } = caller;
    await this.documents.checkSubject(scope, slug);
    return this.files.receive(
      caller,
      request,
      'document.upload',
      async ({ kind, subject }) => {
        checkMayAdd(caller, kind);
        await this.documents.checkSubject(scope, slug, { subjectKind: kind, subjectId: subject });
      },
      ({ kind, subject, title, comment, expiresOn }, file) => {
        const document = { subjectKind: kind, subjectId: subject, title, expiresOn: expiresOn || null, ...sourceOf(caller) };
        return this.documents.add(actorOf(caller, null), scope, slug, document, versionOf(caller, comment, file));
      },
    );
  }

  async replace(caller: Caller, id: string, request: FastifyRequest): Promise<Saved> {
    const { scope } = caller;
    const present = await this.documents.read(scope, id);
    return this.files.receive(
      caller,
      request,
      'document.replace',
      async ({ revision }) => {
        checkMayAdd(caller, present.subjectKind);
        // Told before a large file is on its way, and once more when it is recorded.
        if (present.revision !== revision) throw new Refusal('changed-meanwhile');
      },
      ({ revision, comment, expiresOn }, file) =>
        this.documents.replace(actorOf(caller, null), scope, id, revision, {
          ...versionOf(caller, comment, file),
          expiresOn: expiresOn || undefined,
        }),
    );
  }

  async expect(caller: Caller, slug: string, { subject, title, dueOn, reason }: BodyOf<'document.expect'>): Promise<Saved> {
    const document = { subjectKind: subject.kind, subjectId: subject.id, title, dueOn, ...sourceOf(caller) };
    return this.documents.expect(actorOf(caller, reason), caller.scope, slug, document);
  }

  async decide(caller: Caller, versionId: string, body: BodyOf<'document-version.decide'>): Promise<Saved> {
    const decision = {
      decision: body.decision === 'approve' ? ('approved' as const) : ('returned' as const),
      decidedOn: await this.decisions.today(),
      decidedById: caller.personId,
      decisionText: body.comment || null,
      expiresOn: body.decision === 'approve' ? body.expiresOn : undefined,
    };
    return this.documents.decide(actorOf(caller, body.comment || null), caller.scope, versionId, body.revision, decision);
  }

  async withdraw(caller: Caller, id: string, { revision, reason }: BodyOf<'document.withdraw'>): Promise<{ id: string }> {
    await this.files.forget(await this.documents.withdraw(actorOf(caller, reason), caller.scope, id, revision));
    return { id };
  }

  async download({ scope }: Caller, versionId: string): Promise<{ version: Row<DocumentVersionEntity>; bytes: Readable }> {
    const version = await this.documents.readVersion(scope, versionId);
    return { version, bytes: await this.files.open(version.storedKey) };
  }
}

/** A certificate proves an award: what lies there comes from an officer. */
function checkMayAdd({ role }: Caller, kind: string): void {
  if (role === 'manager' && kind === 'award') throw new Refusal('not-allowed', [{ field: 'kind', code: 'only-officers' }]);
}

function sourceOf({ role }: Caller): Pick<NewVersion, 'source' | 'confidence'> {
  return role === 'manager'
    ? { source: unstatedSources.cluster, confidence: 'partly' }
    : { source: unstatedSources.officer, confidence: 'sourced' };
}

function versionOf(caller: Caller, comment: string, file: ArrivedFile): NewVersion {
  const { personId, role } = caller;
  return {
    ...file,
    ...sourceOf(caller),
    comment: comment || null,
    uploadedById: personId,
    uploadedByRole: role === 'reader' ? 'system' : role,
  };
}
