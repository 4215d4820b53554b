const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** As Standard Webhooks proposes: soon at first, then for more than three days. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
/** A tenth to either side, so that what failed together does not come again together. */
const spread = 0.1;

/** Milliseconds until the next try after so many in a row; null: no further one. `chance`: from 0 to 1. */
export function pauseAfter(attemptsInARow: number, chance = Math.random()): number | null {
  const pause = pauses[attemptsInARow - 1];
  return pause === undefined ? null : Math.round(pause * (1 - spread + 2 * spread * chance));
}
