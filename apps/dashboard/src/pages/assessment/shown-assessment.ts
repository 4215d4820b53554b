import type { AssessmentView, ClusterAssessments, FrameworkDocument } from '@klyngevagt/contracts';

/** One assessment with what it is shown against. */
export interface Shown {
  assessment: AssessmentView;
  document: FrameworkDocument;
  /** Closed, of the same kind, from the round before; null: there is none. */
  previous: AssessmentView | null;
  /** By indicator; an indicator to which too few others contribute is not there. */
  medians: ReadonlyMap<string, number>;
  /** Every assessment of the cluster, the newest round first. */
  all: readonly AssessmentView[];
  frameworks: ClusterAssessments['frameworks'];
}

/** The one that is asked for, else the newest round: what is under way before what is over. */
export function chosenAssessment(assessments: readonly AssessmentView[], id: string | undefined): AssessmentView | undefined {
  return assessments.find((one) => one.id === id) ?? assessments.find(({ state }) => state !== 'closed') ?? newestResult(assessments);
}

function newestResult(assessments: readonly AssessmentView[]): AssessmentView | undefined {
  const round = assessments[0]?.round;
  return (
    assessments.find((one) => one.round === round && one.kind === 'agreed') ??
    assessments.find(({ kind }) => kind === 'self-test') ??
    assessments[0]
  );
}

export function shownWith(answer: ClusterAssessments, assessment: AssessmentView): Shown | null {
  const { kind, round, frameworkId } = assessment;
  const framework = answer.frameworks.find(({ id }) => id === frameworkId);
  if (!framework) return null;
  const previous = answer.assessments.find((one) => one.kind === kind && one.round < round && one.state === 'closed') ?? null;
  const medians = answer.medians.find((one) => one.kind === kind && one.frameworkId === frameworkId)?.values ?? [];
  return {
    assessment,
    document: framework.document,
    previous,
    all: answer.assessments,
    frameworks: answer.frameworks,
    medians: new Map(medians.map(({ indicator, median }) => [indicator, median])),
  };
}

export interface BarValues {
  score: number | null;
  toConfirm: boolean;
  comment: string | null;
  previous: number | null;
  median: number | null;
  /** Null where none binds. */
  minimum: number | null;
  isBelow: boolean;
}

export function barValues({ assessment, document, previous, medians }: Shown, code: string): BarValues {
  const answerIn = (view: AssessmentView | null) => view?.answers.find(({ indicator }) => indicator === code);
  const answer = answerIn(assessment);
  const indicator = document.indicators.find((one) => one.code === code);
  const { bindingMinimums } = document.passRule;
  const binds = bindingMinimums === 'all' || bindingMinimums.includes(code);
  const minimum = binds ? (indicator?.minimum ?? null) : null;
  const score = answer?.score ?? null;
  return {
    score,
    minimum,
    toConfirm: answer?.toConfirm ?? false,
    comment: answer?.comment ?? null,
    previous: answerIn(previous)?.score ?? null,
    median: medians.get(code) ?? null,
    isBelow: score !== null && minimum !== null && score < minimum,
  };
}
