import { CalendarFeedRepository, type CalendarFeedOwner, type Scope } from '@klyngevagt/db';
import { calendarFile } from '@klyngevagt/documents';
import { Injectable } from '@nestjs/common';
import { scopeOf } from '../auth/scope.js';
import { notFound } from '../http/refusal.js';
import { AnswerTags } from '../present/answer-tags.js';
import { Present } from '../present/present.js';
import { secretHash, secretIn } from './calendar-secret.js';
import { ClusterCalendar } from './cluster-calendar.js';

/** Whose calendar it is and what it may show: all of it as of now. */
export interface CalendarAsked {
  owner: CalendarFeedOwner;
  scope: Scope;
  tag: string;
}

export interface CalendarBytes {
  text: string;
  /** When an event last changed; null where there is none. */
  changedAt: string | null;
}

/**
 * Calendars that ask with a secret instead of a session. Who owns it, in which role and for which clusters is read each time, so that
 * somebody who left, was erased or lost a cluster is answered accordingly at once.
 */
@Injectable()
export class CalendarFeedReader {
  constructor(
    private readonly feeds: CalendarFeedRepository,
    private readonly present: Present,
    private readonly tags: AnswerTags,
    private readonly calendar: ClusterCalendar,
  ) {}

  /** Decides nothing and reads no facts: whoever has the present answer already costs two short statements. */
  async ask(file: string): Promise<CalendarAsked> {
    const secret = secretIn(file);
    if (secret === null) throw notFound();
    const present = await this.present.read(null);
    const owner = await this.feeds.findOwner(secretHash(secret), present.today);
    const scope = owner && scopeOfFeed(owner);
    if (!owner || !scope) throw notFound();
    const { personId, role, language, id } = owner;
    const tag = await this.tags.tagOf({ scope, role, personId, language, present }, `calendar ${id}`);
    if (owner.isUseToNote) await this.feeds.noteUse(id);
    return { owner, scope, tag };
  }

  async read({ owner: { clusterId, role, language }, scope }: CalendarAsked): Promise<CalendarBytes> {
    const { clusters, events } = await this.calendar.read({ scope, role, language });
    const clusterName = clusters.find(({ id }) => id === clusterId)?.name ?? null;
    const changedAt = events.reduce<string | null>((last, event) => (last && last > event.changedAt ? last : event.changedAt), null);
    return { text: calendarFile({ language, clusterName, events }), changedAt };
  }
}

/** Null: nothing at all, as for a manager whose mandate ended. */
function scopeOfFeed({ role, clusterIds, clusterId }: CalendarFeedOwner): Scope | null {
  const scope = scopeOf(role, clusterIds);
  if (clusterId === null) return scope.kind === 'all' || scope.clusterIds.length > 0 ? scope : null;
  return scope.kind === 'all' || scope.clusterIds.includes(clusterId) ? { kind: 'clusters', clusterIds: [clusterId] } : null;
}
