import type { BodyOf } from '@klyngevagt/contracts';
import { AuditBookingRepository, ContactNoteRepository, RecordConfirmationRepository, type Saved } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { unstatedSources } from './stated-source.js';

/** What people see and hear: booked audits, checks of the register, contacts. */
@Injectable()
export class ObservationService {
  constructor(
    private readonly audits: AuditBookingRepository,
    private readonly confirmations: RecordConfirmationRepository,
    private readonly notes: ContactNoteRepository,
    private readonly clock: Clock,
  ) {}

  /** A booking reported by the cluster counts at once and is marked as such; an officer's is confirmed. */
  async reportAudit(caller: Caller, slug: string, { reason, mode, ...audit }: BodyOf<'audit.report'>): Promise<Saved> {
    const isCluster = caller.role === 'manager';
    return this.audits.report(actorOf(caller, reason), caller.scope, slug, {
      ...audit,
      form: mode,
      state: isCluster ? 'reported' : 'confirmed',
      reportedOn: await this.clock.today(),
      reportedByRole: caller.role === 'reader' ? 'system' : caller.role,
      source: isCluster ? unstatedSources.cluster : unstatedSources.officer,
      confidence: 'partly',
    });
  }

  async decideAudit(caller: Caller, id: string, { reason, revision, state }: BodyOf<'audit.decide'>): Promise<Saved> {
    return this.audits.changeState(actorOf(caller, reason), caller.scope, id, revision, state);
  }

  async confirmRecord(caller: Caller, slug: string, { reason, source }: BodyOf<'record.confirm'>): Promise<Saved> {
    return this.confirmations.confirm(actorOf(caller, reason), caller.scope, slug, {
      confirmedOn: await this.clock.today(),
      confirmedById: caller.personId,
      source: source || unstatedSources.register,
      confidence: 'sourced',
    });
  }

  async writeNote(caller: Caller, slug: string, { text }: BodyOf<'note.write'>): Promise<Saved> {
    return this.notes.add(actorOf(caller, null), caller.scope, slug, {
      notedOn: await this.clock.today(),
      authorId: caller.personId,
      body: text,
      source: unstatedSources.officer,
      confidence: 'sourced',
    });
  }
}
