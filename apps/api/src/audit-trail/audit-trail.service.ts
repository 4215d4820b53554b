import type { AuditTrail, QueryOf } from '@klyngevagt/contracts';
import { AuditTrailRepository, LedgerRepository, PersonRepository, type SealHealth } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { hiddenEntities, maySeeNames } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { viewerOf } from '../portfolio/viewer.js';
import { presentAuditTrail } from './audit-trail.presenter.js';

/** Everything that was recorded, for those who answer for it. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly trail: AuditTrailRepository,
    private readonly ledger: LedgerRepository,
    private readonly people: PersonRepository,
    private readonly decisions: DecisionReader,
  ) {}

  async read(caller: Caller, { before, cluster, limit, ...filter }: QueryOf<'audit-trail.read'>): Promise<AuditTrail> {
    const { scope, role } = caller;
    const seesNames = maySeeNames(role);
    // To filter by a person would tell which changes are whose.
    if (!seesNames && filter.person !== undefined && filter.person !== 'system') throw new Refusal('not-allowed');
    const withoutEntities = hiddenEntities(role);
    // One more than is shown tells whether there is a next page.
    const question = { ...filter, scope, withoutEntities, clusterSlug: cluster, beforeSeq: before, limit: limit + 1 };
    const [page, seal, programmes, people, today] = await Promise.all([
      this.trail.read(question),
      this.ledger.sealHealth(),
      this.decisions.readProgrammes(),
      this.people.readPeople(scope),
      this.decisions.today(),
    ]);
    const shown = page.rows.slice(0, limit);
    const names = { programmes, people: new Map(people.map(({ id, name }) => [id, name ?? ''])) };
    return {
      today,
      entries: presentAuditTrail(shown, names, viewerOf(caller)),
      nextBefore: page.rows.length > limit ? String(shown.at(-1)?.seq) : null,
      seal: presentSeal(seal),
      people: seesNames ? page.people : [],
      clusters: page.clusters,
    };
  }
}

function presentSeal({ head, sealedAt, unsealedRows, isStalled }: SealHealth): AuditTrail['seal'] {
  const state = isStalled ? 'stalled' : head === null ? 'never' : unsealedRows > 0 ? 'waiting' : 'sealed';
  return { state, sealedAt, waiting: unsealedRows, head: head?.hash ?? null };
}
