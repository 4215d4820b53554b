/** What is asked about, and whoever waits for the answer. */
interface Round<Asked, Answer> {
  asked: Set<Asked>;
  answer: Promise<Answer>;
}

/**
 * One reading at a time for all who ask. Questions that come while one runs share the next, which begins after they were asked: nobody is
 * answered from a state older than the question, and a hundred of them cost one statement. A reading that fails fails for those who share
 * it; the next is a new one.
 */
export class NextReading<Asked, Answer> {
  private running: Promise<Answer> | null = null;
  private next: Round<Asked, Answer> | null = null;

  constructor(private readonly read: (asked: ReadonlySet<Asked>) => Promise<Answer>) {}

  /** Nothing is being read, and nobody waits. */
  get isIdle(): boolean {
    return this.running === null && this.next === null;
  }

  /** @param asked put to the reading together with what the others ask; null: nothing of one's own */
  async ask(asked: Asked | null): Promise<Answer> {
    const round = (this.next ??= this.open());
    if (asked !== null) round.asked.add(asked);
    return round.answer;
  }

  private open(): Round<Asked, Answer> {
    const asked = new Set<Asked>();
    // Also without a reading under way the statement waits a turn, for those who ask in the same one.
    const before = this.running ?? Promise.resolve();
    const answer = before.then(
      () => this.start(asked),
      () => this.start(asked),
    );
    return { asked, answer };
  }

  private start(asked: Set<Asked>): Promise<Answer> {
    this.next = null;
    const running = this.read(asked);
    this.running = running;
    const end = () => {
      if (this.running === running) this.running = null;
    };
    running.then(end, end);
    return running;
  }
}
