import { ApiProblem } from '../../api-client.js';

/** One indicator's answer as it stands in the form. */
export interface Answer {
  score: number | null;
  comment: string | null;
  /** The score is carried over and still to be confirmed: only the comment was written. */
  toConfirm: boolean;
}

/** An answer that the server does not have yet, and the revision that it was made on. */
export interface PendingAnswer extends Answer {
  revision: number;
}

export interface QueueState {
  pending: Readonly<Record<string, PendingAnswer>>;
  /** `waiting`: the server was not reached and is tried again. */
  status: 'idle' | 'saving' | 'waiting';
  /** Milliseconds of the last save; null: none since the page was opened. */
  savedAt: number | null;
  /** Changed by somebody else meanwhile: waits for a decision. */
  conflicts: readonly string[];
  /** The server's sentence for answers that it will not take. */
  refused: Readonly<Record<string, string>>;
  /** Revisions that saving gave, newer than those the page was read with. */
  saved: Readonly<Record<string, PendingAnswer>>;
}

export interface QueueOptions {
  /** Where what is not saved outlives the page. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  key: string;
  send(indicator: string, answer: PendingAnswer): Promise<{ revision: number }>;
  /** Wall clock, for "saved at". */
  now(): number;
}

const pauseWhileTyping = 500;
const firstRetry = 1000;
const lastRetry = 15_000;

/**
 * Answers on their way to the server. Each keystroke is on this machine before anything else happens, and leaves it only once the server
 * has it. One request at a time, so that an answer's own revisions follow each other.
 */
export class AnswerQueue {
  private state: QueueState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private retryIn = firstRetry;

  constructor(private readonly options: QueueOptions) {
    const pending = this.kept();
    this.state = { pending, status: 'idle', savedAt: null, conflicts: [], refused: {}, saved: {} };
    if (Object.keys(pending).length > 0) this.schedule(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): QueueState => this.state;

  /** `revision`: of the answer as the page was read; a newer one from an earlier save counts instead. */
  change(indicator: string, answer: Answer, revision: number): void {
    const known = Math.max(revision, this.state.saved[indicator]?.revision ?? 0);
    const base = this.state.pending[indicator]?.revision ?? known;
    const { [indicator]: _, ...refused } = this.state.refused;
    this.set({ pending: { ...this.state.pending, [indicator]: { ...answer, revision: base } }, refused });
    this.schedule(pauseWhileTyping);
  }

  /** What is in conflict shall stand as it is here, on top of what somebody else saved. */
  keepMine(indicator: string, theirRevision: number): void {
    const mine = this.state.pending[indicator];
    if (!mine) return;
    this.set({
      pending: { ...this.state.pending, [indicator]: { ...mine, revision: theirRevision } },
      conflicts: this.state.conflicts.filter((code) => code !== indicator),
    });
    this.schedule(0);
  }

  takeTheirs(indicator: string): void {
    const { [indicator]: _, ...pending } = this.state.pending;
    const { [indicator]: _saved, ...saved } = this.state.saved;
    this.set({ pending, saved, conflicts: this.state.conflicts.filter((code) => code !== indicator) });
  }

  /** Tries at once: the line is back, or somebody asks. */
  readonly flush = (): void => {
    this.retryIn = firstRetry;
    this.schedule(0);
  };

  stop(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.work(), delay);
  }

  private async work(): Promise<void> {
    if (this.isSending) return;
    const next = Object.entries(this.state.pending).find(
      ([code]) => !this.state.conflicts.includes(code) && this.state.refused[code] === undefined,
    );
    if (!next) return this.set({ status: 'idle' });
    this.isSending = true;
    if (this.state.status === 'idle') this.set({ status: 'saving' });
    const delay = await this.sendOne(...next);
    this.isSending = false;
    this.schedule(delay);
  }

  /** Sends one answer; answers after how many milliseconds to go on. */
  private async sendOne(indicator: string, sent: PendingAnswer): Promise<number> {
    try {
      const { revision } = await this.options.send(indicator, sent);
      this.retryIn = firstRetry;
      const present = this.state.pending[indicator];
      const isSame = present?.score === sent.score && present.comment === sent.comment && present.toConfirm === sent.toConfirm;
      const { [indicator]: _, ...others } = this.state.pending;
      const pending = isSame || !present ? others : { ...others, [indicator]: { ...present, revision } };
      const saved = { ...this.state.saved, [indicator]: { ...sent, revision } };
      this.set({ pending, saved, status: 'saving', savedAt: this.options.now() });
      return 0;
    } catch (error) {
      return this.failed(indicator, error);
    }
  }

  private failed(indicator: string, error: unknown): number {
    const problem = error instanceof ApiProblem ? error : null;
    if (problem?.code === 'changed-meanwhile') {
      this.set({ conflicts: [...this.state.conflicts, indicator] });
      return 0;
    }
    if (problem && problem.status >= 400 && problem.status < 500 && problem.status !== 401 && problem.status !== 429) {
      const why = Object.values(problem.fields)[0] ?? problem.detail;
      this.set({ refused: { ...this.state.refused, [indicator]: why } });
      return 0;
    }
    this.set({ status: 'waiting' });
    const delay = this.retryIn;
    this.retryIn = Math.min(lastRetry, delay * 2);
    return delay;
  }

  private set(change: Partial<QueueState>): void {
    this.state = { ...this.state, ...change };
    if (change.pending) this.keep(change.pending);
    for (const listener of this.listeners) listener();
  }

  private keep(pending: QueueState['pending']): void {
    const { storage, key } = this.options;
    try {
      if (Object.keys(pending).length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(pending));
    } catch {
      // A browser that keeps nothing still sends.
    }
  }

  private kept(): Record<string, PendingAnswer> {
    try {
      const text = this.options.storage.getItem(this.options.key);
      const found: unknown = text === null ? {} : JSON.parse(text);
      return typeof found === 'object' && found !== null ? (found as Record<string, PendingAnswer>) : {};
    } catch {
      return {};
    }
  }
}
