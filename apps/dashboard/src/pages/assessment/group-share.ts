/** One group's share of its points, now and in the round before; null where an answer is missing. */
export interface GroupShare {
  code: string;
  name: string;
  share: number | null;
  previous: number | null;
  unanswered: number;
}
