/** Why a score came out as it did. Texts in Danish and English are keyed by the code. Shares are percent, points and scores plain numbers. */
export type ScoreReasonCode = (typeof scoreReasonCodes)[number];

export const scoreReasonCodes = [
  /** level, share, required. */
  'level-reached',
  /** level, gates: how many are not met. */
  'level-not-reached',
  /** level, unanswered. */
  'level-undecided',
  /** share, required, over: percentage points above. */
  'share-met',
  /** share, required, missing: percentage points, missingPoints. */
  'share-not-met',
  /** lowest, highest: what the share can still become, required, unanswered. */
  'share-open',
  /** highest, required: even full scores in all that is unanswered would not do. */
  'share-out-of-reach',
  /** indicator, score, minimum, distance. */
  'minimum-not-met',
  /** indicator, minimum: it is not answered. */
  'minimum-open',
  /** count: how many bind, all met. */
  'minimums-met',
  /** No parameters: the framework states no minimum, so none binds. */
  'no-minimum-binds',
  /** count, of. */
  'unanswered',
  /** count: carried over and not confirmed; a part of the unanswered. */
  'to-confirm',
  /** count, of: indicators whose scale, minimum or weight is an assumption. */
  'values-assumed',
] as const;

export interface ScoreReason {
  code: ScoreReasonCode;
  params: Readonly<Record<string, string | number | null>>;
}
