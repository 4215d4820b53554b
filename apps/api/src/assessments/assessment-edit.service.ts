import type { BodyOf } from '@klyngevagt/contracts';
import { AssessmentEditRepository, FrameworkRepository, type Saved, type StepTaken } from '@klyngevagt/db';
import { type AssessmentStep, isOpenToEdits, score, stateAfter } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { unstatedSources } from '../facts/stated-source.js';
import { Refusal } from '../http/refusal.js';
import { mayFill } from './assessment.presenter.js';
import { AssessmentService } from './assessment.service.js';

/** Starting, filling in and deciding assessments. Who may do what with which kind is checked here; that it is still so, under the lock. */
@Injectable()
export class AssessmentEditService {
  constructor(
    private readonly edits: AssessmentEditRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly assessments: AssessmentService,
    private readonly clock: Clock,
  ) {}

  async start(caller: Caller, slug: string, { kind, level }: BodyOf<'assessment.start'>): Promise<Saved> {
    // A foreign cluster is not found, whatever kind is asked for.
    const { mayStart } = await this.assessments.readOfCluster(caller, slug, {});
    if (!mayFill(caller, kind)) throw new Refusal('not-allowed');
    if (!mayStart.includes(kind)) throw new Refusal('conflict', [{ field: 'kind', code: 'assessment-open' }]);
    const today = await this.clock.today();
    const framework = (await this.frameworks.readFrameworks()).find((one) => one.level === level && one.state === 'active');
    if (!framework) throw new Refusal('invalid-input', [{ field: 'level', code: 'no-framework' }]);
    return this.edits.start(actorOf(caller, null), caller.scope, slug, {
      kind,
      framework,
      startedOn: today,
      ...statedBy(caller),
    });
  }

  async saveAnswer(caller: Caller, id: string, indicator: string, body: BodyOf<'assessment.answer'>): Promise<Saved> {
    const { framework, assessment } = await this.readEditable(caller, id);
    const asked = framework.indicators.find(({ code }) => code === indicator);
    if (!asked) throw new Refusal('invalid-input', [{ field: 'indicator', code: 'no-such-indicator' }]);
    if (body.score !== null && !asked.scale.some(({ value }) => value === body.score)) {
      throw new Refusal('invalid-input', [{ field: 'score', code: 'not-on-scale' }]);
    }
    const { score: given, revision: expectedRevision } = body;
    const comment = body.comment?.replace(/\r\n?/g, '\n') || null;
    const before = assessment.answers.find((answer) => answer.indicator === indicator);
    const isToConfirm = body.toConfirm && before?.isToConfirm === true && before.score === given;
    const edit = { indicator, score: given, comment, isToConfirm, expectedRevision, ...statedBy(caller) };
    return this.edits.saveAnswer(actorOf(caller, null), caller.scope, id, edit);
  }

  async submit(caller: Caller, id: string, { revision }: BodyOf<'assessment.submit'>): Promise<Saved> {
    const { assessment, framework } = await this.assessments.readOne(caller, id);
    if (!mayFill(caller, assessment.kind)) throw new Refusal('not-allowed');
    checkStep('submit', assessment.state);
    const { unanswered, outcome } = score(assessment, framework);
    if (unanswered.length > 0) {
      throw new Refusal(
        'conflict',
        unanswered.map((code) => ({ field: `answers.${code}`, code: 'not-answered' })),
      );
    }
    return this.take(caller, id, { step: 'submit', expectedRevision: revision, isSatisfactory: outcome === 'reached' }, null);
  }

  async return(caller: Caller, id: string, { revision, remarks }: BodyOf<'assessment.return'>): Promise<Saved> {
    const { assessment, framework } = await this.assessments.readOne(caller, id);
    checkStep('return', assessment.state);
    const unknown = remarks.findIndex(({ indicator }) => !framework.indicators.some(({ code }) => code === indicator));
    if (unknown >= 0) throw new Refusal('invalid-input', [{ field: `remarks.${unknown}.indicator`, code: 'no-such-indicator' }]);
    const said = remarks.map(({ indicator, text }) => ({ indicator, body: text }));
    return this.take(caller, id, { step: 'return', expectedRevision: revision, remarks: said }, null);
  }

  async close(caller: Caller, id: string, { revision, reason }: BodyOf<'assessment.close'>): Promise<Saved> {
    const { assessment, framework } = await this.assessments.readOne(caller, id);
    checkStep('close', assessment.state);
    const isSatisfactory = score(assessment, framework).outcome === 'reached';
    return this.take(caller, id, { step: 'close', expectedRevision: revision, isSatisfactory }, reason);
  }

  async reopen(caller: Caller, id: string, { revision, reason }: BodyOf<'assessment.reopen'>): Promise<Saved> {
    const { assessment } = await this.assessments.readOne(caller, id);
    checkStep('reopen', assessment.state);
    return this.take(caller, id, { step: 'reopen', expectedRevision: revision }, reason);
  }

  /** @throws Refusal for kinds that the caller may not fill in, and for what is closed to edits. */
  async readEditable(caller: Caller, id: string): ReturnType<AssessmentService['readOne']> {
    const found = await this.assessments.readOne(caller, id);
    if (!mayFill(caller, found.assessment.kind)) throw new Refusal('not-allowed');
    if (!isOpenToEdits(found.assessment.state)) throw new Refusal('conflict', [{ field: 'state', code: 'not-open-to-edits' }]);
    return found;
  }

  private async take(
    caller: Caller,
    id: string,
    step: Omit<StepTaken, 'on' | 'source' | 'confidence'>,
    reason: string | null,
  ): Promise<Saved> {
    const on = await this.clock.today();
    return this.edits.takeStep(actorOf(caller, reason), caller.scope, id, { ...step, on, ...statedBy(caller) });
  }
}

/** Where what the caller enters comes from. */
export function statedBy({ role }: Caller): { source: string; confidence: 'partly' } {
  return { source: role === 'manager' ? unstatedSources.cluster : unstatedSources.officer, confidence: 'partly' };
}

function checkStep(step: AssessmentStep, state: Parameters<typeof stateAfter>[1]): void {
  if (stateAfter(step, state) === null) throw new Refusal('conflict', [{ field: 'state', code: 'step-not-open' }]);
}
