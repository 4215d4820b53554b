import type { BodyOf } from '@klyngevagt/contracts';
import { AuditBookingRepository, type BookedExpert, ContactNoteRepository, RecordConfirmationRepository, type Saved } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { Refusal } from '../http/refusal.js';
import { CaseReader } from '../recertification/case-reader.js';
import { closedDayRefusal } from '../recertification/case-refusals.js';
import { unstatedSources } from './stated-source.js';

/** What people see and hear: booked audits, checks of the register, contacts. */
@Injectable()
export class ObservationService {
  constructor(
    private readonly audits: AuditBookingRepository,
    private readonly confirmations: RecordConfirmationRepository,
    private readonly notes: ContactNoteRepository,
    private readonly clock: Clock,
    private readonly cases: CaseReader,
  ) {}

  /** A booking reported by the cluster counts at once and is marked as such; an officer's is confirmed. */
  async reportAudit(caller: Caller, slug: string, { reason, mode, experts, ...audit }: BodyOf<'audit.report'>): Promise<Saved> {
    const isCluster = caller.role === 'manager';
    await this.refuseClosedDays(caller, slug, audit);
    const booking = {
      ...audit,
      form: mode,
      state: isCluster ? ('reported' as const) : ('confirmed' as const),
      reportedOn: await this.clock.today(),
      reportedByRole: caller.role === 'reader' ? ('system' as const) : caller.role,
      source: isCluster ? unstatedSources.cluster : unstatedSources.officer,
      confidence: 'partly' as const,
    };
    return this.audits.report(actorOf(caller, reason), caller.scope, slug, booking, experts.map(bookedExpert));
  }

  async changeExperts(caller: Caller, id: string, { reason, revision, experts }: BodyOf<'audit.experts'>): Promise<Saved> {
    return this.audits.changeExperts(actorOf(caller, reason), caller.scope, id, revision, experts.map(bookedExpert));
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

  /** Nobody holds an audit on a closed day: the day is told with its name. */
  private async refuseClosedDays(
    { scope, language }: Caller,
    slug: string,
    { firstDayOn, lastDayOn }: Pick<BodyOf<'audit.report'>, 'firstDayOn' | 'lastDayOn'>,
  ): Promise<void> {
    const cases = await this.cases.read(scope, slug);
    const days = [['firstDayOn', firstDayOn] as const, ...(lastDayOn === firstDayOn ? [] : [['lastDayOn', lastDayOn] as const])];
    const refused = days.flatMap(([field, day]) => closedDayRefusal(day, cases, language, field) ?? []);
    if (refused.length > 0) throw new Refusal('invalid-input', refused);
  }
}

const bookedExpert = ({ name, country, conflict }: BodyOf<'audit.experts'>['experts'][number]): BookedExpert => ({
  name,
  country,
  hasConflict: conflict,
});
