import { type PresentState, PresentStateRepository } from '@klyngevagt/db';
import { realToday } from '../clock.js';

/** Sessions to ask about, and whoever waits for the answer. */
interface Round {
  sessions: Set<string>;
  answer: Promise<PresentState>;
}

/**
 * The state of the database for whoever asks now. Questions that come while one is being read share the next reading: it begins after
 * they were asked, so that nobody is answered from a state older than the question, and a hundred of them cost one statement.
 */
export class Present {
  private running: Promise<PresentState> | null = null;
  private next: Round | null = null;

  constructor(
    private readonly states: Pick<PresentStateRepository, 'read'>,
    private readonly isDemo: boolean,
  ) {}

  async read(session: string | null): Promise<PresentState> {
    const round = (this.next ??= this.open());
    if (session !== null) round.sessions.add(session);
    return round.answer;
  }

  private open(): Round {
    const sessions = new Set<string>();
    // Also without a reading under way the statement waits a turn, for those who ask in the same one.
    const before = this.running ?? Promise.resolve();
    const answer = before.then(
      () => this.start(sessions),
      () => this.start(sessions),
    );
    return { sessions, answer };
  }

  private start(sessions: Set<string>): Promise<PresentState> {
    this.next = null;
    const running = this.states.read({ sessions: [...sessions], today: realToday(), isDemo: this.isDemo });
    this.running = running;
    const end = () => {
      if (this.running === running) this.running = null;
    };
    running.then(end, end);
    return running;
  }
}
