const minute = 60_000;

/** How often each of many is answered within a minute. Counts are of this process, and forgotten when the minute is over. */
export class MinutePace {
  private counts = new Map<string, number>();
  private startedAt = 0;

  /** @param clock milliseconds since any moment */
  constructor(
    private readonly mostPerMinute: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Seconds until it is answered again; null: go on. */
  waitFor(key: string): number | null {
    const now = this.clock();
    if (now - this.startedAt >= minute) {
      this.counts = new Map();
      this.startedAt = now;
    }
    return (this.counts.get(key) ?? 0) < this.mostPerMinute ? null : Math.ceil((this.startedAt + minute - now) / 1000);
  }

  /** One more of this minute. */
  count(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}
