import type { PresentState, PresentStateRepository } from '@klyngevagt/db';
import { realToday } from '../clock.js';
import { NextReading } from './next-reading.js';

/** The state of the database for whoever asks now, with the sessions they come with. */
export class Present {
  private readonly states: NextReading<string, PresentState>;

  constructor(states: Pick<PresentStateRepository, 'read'>, isDemo: boolean) {
    this.states = new NextReading((sessions) => states.read({ sessions: [...sessions], today: realToday(), isDemo }));
  }

  async read(session: string | null): Promise<PresentState> {
    return this.states.ask(session);
  }
}
