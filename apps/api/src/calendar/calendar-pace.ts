/** Twice a second: more than any calendar asks, and less than hurts. */
const mostPerMinute = 120;
const minute = 60_000;

/** How often each address may be asked. One that asks every minute is answered; one that asks without end is told to wait. */
export class CalendarPace {
  private counts = new Map<string, number>();
  private startedAt = 0;

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Seconds to wait; null: go on. */
  waitFor(feedId: string): number | null {
    const now = this.clock();
    if (now - this.startedAt >= minute) {
      this.counts = new Map();
      this.startedAt = now;
    }
    const count = (this.counts.get(feedId) ?? 0) + 1;
    this.counts.set(feedId, count);
    return count <= mostPerMinute ? null : Math.ceil((this.startedAt + minute - now) / 1000);
  }
}
