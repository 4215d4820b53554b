/** Who scored: the cluster itself, each of the audit's two experts, and what they agreed on: the audit's result. */
export type AssessmentKind = (typeof assessmentKinds)[number];
export const assessmentKinds = ['self-test', 'expert-a', 'expert-b', 'agreed'] as const;

/**
 * `draft` and `returned` are with whoever fills it in, `submitted` with the officer; `closed` counts; `reopened` is filled in again
 * and does not count meanwhile.
 */
export type AssessmentState = (typeof assessmentStates)[number];
export const assessmentStates = ['draft', 'submitted', 'returned', 'closed', 'reopened'] as const;

/** Whether scores may be changed. */
export function isOpenToEdits(state: AssessmentState): boolean {
  return state === 'draft' || state === 'returned' || state === 'reopened';
}

/** What may be done next with an assessment, and the state it leads to. */
export type AssessmentStep = 'submit' | 'return' | 'close' | 'reopen';

const nextState: Readonly<Record<AssessmentStep, readonly [from: readonly AssessmentState[], to: AssessmentState]>> = {
  submit: [['draft', 'returned', 'reopened'], 'submitted'],
  return: [['submitted'], 'returned'],
  close: [['submitted'], 'closed'],
  reopen: [['closed'], 'reopened'],
};

/** The state that a step leads to; null where the step is not open in the present one. */
export function stateAfter(step: AssessmentStep, present: AssessmentState): AssessmentState | null {
  const [from, to] = nextState[step];
  return from.includes(present) ? to : null;
}
