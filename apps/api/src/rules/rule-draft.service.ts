import { type BodyOf, RuleChange, type RuleDraftList, type RuleDraftView, type RulePreview } from '@klyngevagt/contracts';
import { type DraftEdit, everyCluster, mergedChanges, type RuleDraft, RuleDraftRepository, type Saved } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { rowsOfChanges } from './asked-change.js';
import { presentDraftChanges } from './rule-draft.presenter.js';
import { groundOf } from './rule-edit.service.js';
import { RuleSimulation } from './rule-simulation.js';

/** Several changes of the rules, tried out under one name, then made together or thrown away. */
@Injectable()
export class RuleDraftService {
  constructor(
    private readonly drafts: RuleDraftRepository,
    private readonly decisions: DecisionReader,
    private readonly simulation: RuleSimulation,
  ) {}

  async list(): Promise<RuleDraftList> {
    return { drafts: (await this.drafts.list()).map((draft) => ({ ...summaryOf(draft), changes: draft.changes.length })) };
  }

  async read({ language }: Caller, id: string): Promise<RuleDraftView> {
    const [draft, reading] = await Promise.all([this.drafts.read(id), this.readRules()]);
    return { ...summaryOf(draft), changes: presentDraftChanges(changesIn(draft), groundOf(reading), language) };
  }

  async create(caller: Caller, body: BodyOf<'rule-draft.create'>): Promise<Saved> {
    rowsOfChanges(body.changes, groundOf(await this.readRules()));
    return this.drafts.create(body, caller.personId);
  }

  async save(caller: Caller, id: string, { revision, ...body }: BodyOf<'rule-draft.save'>): Promise<Saved> {
    rowsOfChanges(body.changes, groundOf(await this.readRules()));
    return this.drafts.save(editOf(caller, id, revision), body);
  }

  async discard(caller: Caller, id: string, { revision }: BodyOf<'rule-draft.discard'>): Promise<Saved> {
    return this.drafts.discard(editOf(caller, id, revision));
  }

  async simulate(caller: Caller, id: string, { on, revision }: BodyOf<'rule-draft.simulate'>, gone: AbortSignal): Promise<RulePreview> {
    const draft = await this.readUnchanged(id, revision);
    const asked = changesIn(draft);
    const first = asked.flatMap((change) => ('effectiveFrom' in change ? [change.effectiveFrom] : [])).sort()[0];
    const today = await this.decisions.today();
    const reading = await this.decisions.readEverything(everyCluster, on ?? (first !== undefined && first > today ? first : today));
    const { changes, rows } = rowsOfChanges(asked, groundOf(reading));
    const { add, remove } = mergedChanges(changes);
    const days = [...add, ...remove].filter(({ table }) => table === 'closedDays').length;
    return { ...(await this.simulation.compare(caller, reading, rows, gone)), days };
  }

  /** One transaction: the rules that were tried out, or none of them. */
  async activate(caller: Caller, id: string, { revision, version, reason }: BodyOf<'rule-draft.activate'>): Promise<Saved> {
    const asked = changesIn(await this.readUnchanged(id, revision));
    if (asked.length === 0) throw new Refusal('invalid-input', [{ field: 'changes', code: 'required' }]);
    const { changes } = rowsOfChanges(asked, groundOf(await this.readRules()));
    const saving = { change: mergedChanges(changes), expectedVersion: version };
    return this.drafts.activate(actorOf(caller, reason), editOf(caller, id, revision), saving);
  }

  /** What was tried out must be what the caller saw. */
  private async readUnchanged(id: string, revision: number): Promise<RuleDraft> {
    const draft = await this.drafts.read(id);
    if (draft.revision !== revision) throw new Refusal('changed-meanwhile');
    return draft;
  }

  private readRules() {
    return this.decisions.readEverything(everyCluster);
  }
}

function summaryOf({ id, name, revision, changedAt, changedByName }: RuleDraft) {
  return { id, name, revision, changedAt: new Date(changedAt).toISOString(), changedBy: changedByName };
}

function changesIn({ changes }: RuleDraft): RuleChange[] {
  return changes.map((change) => RuleChange.parse(change));
}

function editOf({ personId }: Caller, id: string, expectedRevision: number): DraftEdit {
  return { id, expectedRevision, personId };
}
