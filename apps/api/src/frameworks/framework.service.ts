import type { BodyOf, FrameworkComparison, FrameworkList, FrameworkView, QueryOf } from '@klyngevagt/contracts';
import { AssessmentRepository, FrameworkRepository, type NewFramework, type Saved, type StoredFramework } from '@klyngevagt/db';
import { formatLongDate } from '@klyngevagt/messages';
import { frameworkFaults, type FrameworkFault } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { type FieldRefusal, notFound, Refusal } from '../http/refusal.js';
import { KnownTimes } from '../present/known-times.js';
import { presentComparison, presentFramework, presentInList } from './framework.presenter.js';

/** Versions of what a label asks for: read by everybody, imported as drafts, taken into use in place of the one before. */
@Injectable()
export class FrameworkService {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly assessments: AssessmentRepository,
    private readonly clock: Clock,
    private readonly knownTimes: KnownTimes,
  ) {}

  async list({ known }: QueryOf<'framework.list'>): Promise<FrameworkList> {
    const rows = await this.frameworks.readFrameworks(await this.knownTimes.read(known));
    return { frameworks: rows.map(presentInList) };
  }

  async read(id: string, { known }: QueryOf<'framework.read'>): Promise<FrameworkView> {
    return presentFramework(foundIn(await this.frameworks.readFrameworks(await this.knownTimes.read(known)), id));
  }

  /** A draft against the active version; a version in use or retired against the one it superseded. */
  async compare({ scope, language }: Caller, id: string): Promise<FrameworkComparison> {
    const all = await this.frameworks.readFrameworks();
    const to = foundIn(all, id);
    const earlier = all.filter(
      ({ level, state, effectiveFrom }) => level === to.level && state !== 'draft' && effectiveFrom < to.effectiveFrom,
    );
    const from = earlier[0] ?? all.find(({ level, state, id: other }) => level === to.level && state === 'active' && other !== id) ?? null;
    return presentComparison(from, to, await this.assessments.read({ scope, isClosed: true }), language);
  }

  async import(caller: Caller, { document, reason }: BodyOf<'framework.import'>): Promise<Saved> {
    const framework: NewFramework = { ...document, state: 'draft' };
    const faults = frameworkFaults(framework);
    if (faults.length > 0) throw new Refusal('invalid-input', faults.map(refusalOfFault));
    return this.frameworks.saveDraft(actorOf(caller, reason), framework);
  }

  async activate(caller: Caller, id: string, { revision, reason }: BodyOf<'framework.activate'>): Promise<Saved> {
    const framework = foundIn(await this.frameworks.readFrameworks(), id);
    if (framework.state !== 'draft') throw new Refusal('conflict', [{ field: 'state', code: 'framework-not-draft' }]);
    if (framework.effectiveFrom > (await this.clock.today())) {
      const date = formatLongDate(framework.effectiveFrom, caller.language);
      throw new Refusal('conflict', [{ field: 'effectiveFrom', code: 'framework-not-yet', params: { date } }]);
    }
    return this.frameworks.activate(actorOf(caller, reason), id, revision);
  }
}

export function foundIn(frameworks: readonly StoredFramework[], id: string): StoredFramework {
  const found = frameworks.find((framework) => framework.id === id);
  if (!found) throw notFound();
  return found;
}

/** The row counts from 0 in a path, as in the document itself. */
function refusalOfFault({ list, row, field, fault }: FrameworkFault): FieldRefusal {
  const at = list === null || row === null ? '' : `${list}.${row - 1}.`;
  return { field: `document.${at}${field}`, code: `framework-${fault}` };
}
