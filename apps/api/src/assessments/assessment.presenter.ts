import type { AnswerView, AssessmentView, ScoreView } from '@klyngevagt/contracts';
import { answersRevision, type StoredAssessment, type StoredFramework } from '@klyngevagt/db';
import { createTranslator, explainScoreReason, type Language } from '@klyngevagt/messages';
import { type AssessmentKind, type AssessmentStep, isOpenToEdits, score, stateAfter } from '@klyngevagt/scoring';
import type { Caller } from '../auth/caller.js';
import { maySeeNames, mayDo } from '../auth/permissions.js';

/** A score with its reasons in the reader's language. */
export function presentScore(assessment: StoredAssessment, framework: StoredFramework, language: Language): ScoreView {
  const t = createTranslator(language);
  const names = Object.fromEntries(framework.indicators.map(({ code, nameDa, nameEn }) => [code, language === 'da' ? nameDa : nameEn]));
  const { gates: _, dimensions, unanswered, reasons, ...figures } = score(assessment, framework);
  return {
    ...figures,
    dimensions: [...dimensions],
    unanswered: [...unanswered],
    reasons: reasons.map((reason) => ({ ...reason, text: explainScoreReason(t, language, reason, names) })),
  };
}

/** Answers in the framework's order. Readers see no free text: it may name people. */
export function presentAnswers({ answers }: StoredAssessment, framework: StoredFramework, caller: Caller): AnswerView[] {
  const seesText = maySeeNames(caller.role);
  const byCode = new Map(answers.map((answer) => [answer.indicator, answer]));
  return framework.indicators.flatMap(({ code }) => {
    const answer = byCode.get(code);
    if (!answer) return [];
    const { score: given, isToConfirm, comment, revision } = answer;
    return [{ indicator: code, score: given, toConfirm: isToConfirm, comment: seesText ? comment : null, revision }];
  });
}

export function presentAssessment(assessment: StoredAssessment, framework: StoredFramework, caller: Caller): AssessmentView {
  const { id, revision, clusterSlug, clusterName, frameworkId, caseId, kind, round, state, startedOn, submittedOn, closedOn } = assessment;
  const seesText = maySeeNames(caller.role);
  const mayStep = (step: AssessmentStep, isAllowed: boolean) => isAllowed && stateAfter(step, state) !== null;
  const fills = mayFill(caller, kind);
  const decides = mayDo(caller.role, 'assessment:decide');
  return {
    id,
    revision,
    frameworkId,
    caseId,
    kind,
    round,
    state,
    startedOn,
    submittedOn,
    closedOn,
    cluster: { slug: clusterSlug, name: clusterName },
    illustrative: assessment.confidence === 'illustrative',
    answers: presentAnswers(assessment, framework, caller),
    answersRevision: answersRevision(assessment),
    remarks: assessment.remarks.map((remark) => ({
      id: remark.id,
      indicator: remark.indicator,
      on: remark.givenOn,
      open: remark.isOpen,
      text: seesText ? remark.body : null,
    })),
    score: presentScore(assessment, framework, caller.language),
    may: {
      edit: fills && isOpenToEdits(state),
      submit: mayStep('submit', fills),
      return: mayStep('return', decides),
      close: mayStep('close', decides),
      reopen: mayStep('reopen', decides),
    },
  };
}

/** A cluster scores itself; what experts and the audit scored is entered by officers. */
export function mayFill({ role }: Pick<Caller, 'role'>, kind: AssessmentKind): boolean {
  return mayDo(role, 'assessment:fill') && (kind === 'self-test' || mayDo(role, 'assessment:decide'));
}
