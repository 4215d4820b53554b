import type { AssessmentKind, AssessmentState } from './assessment.js';
import type { CalendarDate } from './calendar-date.js';
import type { Framework } from './framework.js';
import { score, type AssessmentAnswers } from './score.js';

/** What of an assessment decides whether it speaks for its cluster. */
export interface DatedAssessment {
  kind: AssessmentKind;
  round: number;
  state: AssessmentState;
  closedOn: string | null;
}

/** The audit's result says more than what the cluster thinks of itself; one expert alone speaks only when asked for. */
const speaking: readonly AssessmentKind[] = ['agreed', 'self-test'];

/**
 * The assessment that speaks for a cluster on a day: of those closed by then the newest round's, and in it the audit's result before the
 * self-test. A kind that is asked for is the only one that counts. Null: nothing was closed.
 */
export function speakingAssessment<Assessment extends DatedAssessment>(
  assessments: readonly Assessment[],
  on: CalendarDate,
  kind: AssessmentKind | null,
): Assessment | null {
  const kinds = kind === null ? speaking : [kind];
  const closed = assessments.filter(
    (one) => kinds.includes(one.kind) && one.state === 'closed' && one.closedOn !== null && one.closedOn <= on,
  );
  const before = (one: Assessment, other: Assessment) => other.round - one.round || kinds.indexOf(one.kind) - kinds.indexOf(other.kind);
  return [...closed].sort(before)[0] ?? null;
}

/** `not-asked`: the version of the framework that the row stands under has no such indicator. */
export type HeatCellState = 'scored' | 'below-minimum' | 'unanswered' | 'not-asked';

export interface HeatCell {
  state: HeatCellState;
  score: number | null;
  /** Percent of the indicator's highest score; null without a score. */
  share: number | null;
}

export interface HeatRowSource {
  id: string;
  /** Null: the cluster has no assessment. */
  assessed: { framework: Framework; answers: AssessmentAnswers } | null;
}

export interface HeatRow {
  id: string;
  /** One for each column; empty for a cluster without an assessment. */
  cells: readonly HeatCell[];
  belowMinimum: number;
  unanswered: number;
  /** Percent of all points; null while an answer is missing. */
  share: number | null;
  /** Place among the rows, the weakest first, from 1; those without an assessment come last. */
  place: number;
}

export interface HeatColumn {
  code: string;
  belowMinimum: number;
  /** Clusters that gave a score. */
  scored: number;
  unanswered: number;
  /** Mean of the scores in percent of the highest; null without any. */
  meanShare: number | null;
  /** Place among the columns, the weakest first, from 1; those that nobody scored come last. */
  place: number;
}

export interface HeatMap {
  rows: readonly HeatRow[];
  columns: readonly HeatColumn[];
}

/**
 * Scores of many clusters side by side. A cell is judged by the framework that its row stands under. A missing answer has no score and is
 * never counted as below. Weakest first means: most below the minimum, then the lowest share, then the order given: where no minimum
 * binds, the share alone decides.
 */
export function heatMap(codes: readonly string[], sources: readonly HeatRowSource[]): HeatMap {
  const rows = sources.map((source) => ({ ...rowOf(codes, source), place: 0 }));
  const columns = codes.map((code, at) => ({
    ...columnOf(
      code,
      rows.flatMap(({ cells }) => cells[at] ?? []),
    ),
    place: 0,
  }));
  givePlaces(rows, ({ cells, belowMinimum, share }) => ({ isEmpty: cells.length === 0, belowMinimum, share }));
  givePlaces(columns, ({ scored, belowMinimum, meanShare }) => ({ isEmpty: scored === 0, belowMinimum, share: meanShare }));
  return { rows, columns };
}

function rowOf(codes: readonly string[], { id, assessed }: HeatRowSource): Omit<HeatRow, 'place'> {
  if (assessed === null) return { id, cells: [], belowMinimum: 0, unanswered: 0, share: null };
  const { framework, answers } = assessed;
  const result = score(answers, framework);
  const below = new Set(result.gates.flatMap((gate) => (gate.gate === 'minimum' && gate.state === 'failed' ? [gate.indicator] : [])));
  const open = new Set(result.unanswered);
  const maximums = new Map(framework.indicators.map(({ code, maximum }) => [code, maximum]));
  const scores = new Map(answers.answers.map((answer) => [answer.indicator, answer.score]));
  const cells = codes.map((code): HeatCell => {
    const maximum = maximums.get(code);
    if (maximum === undefined) return { state: 'not-asked', score: null, share: null };
    const given = open.has(code) ? null : (scores.get(code) ?? null);
    if (given === null) return { state: 'unanswered', score: null, share: null };
    return { state: below.has(code) ? 'below-minimum' : 'scored', score: given, share: percent(given, maximum) };
  });
  return { id, cells, belowMinimum: below.size, unanswered: open.size, share: result.share };
}

function columnOf(code: string, cells: readonly HeatCell[]): Omit<HeatColumn, 'place'> {
  const shares = cells.flatMap(({ share }) => share ?? []);
  return {
    code,
    belowMinimum: cells.filter(({ state }) => state === 'below-minimum').length,
    scored: shares.length,
    unanswered: cells.filter(({ state }) => state === 'unanswered').length,
    meanShare: shares.length === 0 ? null : Math.floor((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 10) / 10,
  };
}

const percent = (given: number, maximum: number): number => Math.floor((given * 1000) / maximum) / 10;

interface Weakness {
  isEmpty: boolean;
  belowMinimum: number;
  share: number | null;
}

/** The weakest first, from 1. */
function givePlaces<Item extends { place: number }>(items: readonly Item[], weaknessOf: (item: Item) => Weakness): void {
  const order = items.map((item) => ({ item, ...weaknessOf(item) }));
  order.sort(
    (one, other) =>
      Number(one.isEmpty) - Number(other.isEmpty) ||
      other.belowMinimum - one.belowMinimum ||
      (one.share ?? Infinity) - (other.share ?? Infinity),
  );
  order.forEach(({ item }, at) => {
    item.place = at + 1;
  });
}

/** Places from 1, the highest first; equals share a place and the next ones are counted on (1, 2, 2, 4). Null stays without a place. */
export function rankOf(shares: readonly (number | null)[]): (number | null)[] {
  return shares.map((share) => (share === null ? null : 1 + shares.filter((other) => other !== null && other > share).length));
}
