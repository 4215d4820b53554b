import { type ClusterToDecide, type ClusterWithFacts, type PortfolioQuestion, PortfolioRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { NextReading } from './next-reading.js';

/**
 * Facts of portfolios, read anew for whoever asks. After a change every open dashboard asks at once: those who may see the same and ask
 * the same share a reading. What it answers is shared too: nobody changes it.
 */
@Injectable()
export class PresentPortfolio {
  private readonly wholeReadings = new SharedReadings<readonly ClusterWithFacts[]>();
  private readonly rowReadings = new SharedReadings<readonly ClusterToDecide[]>();

  constructor(private readonly portfolio: PortfolioRepository) {}

  async read(question: PortfolioQuestion): Promise<readonly ClusterWithFacts[]> {
    return this.wholeReadings.share(JSON.stringify(question), () => this.portfolio.readPortfolio(question));
  }

  /** As `read`, of each cluster only what decides and a row shows. */
  async readRows(question: PortfolioQuestion): Promise<readonly ClusterToDecide[]> {
    return this.rowReadings.share(JSON.stringify(question), () => this.portfolio.readDeciding(question));
  }
}

/** Of each question one reading at a time; forgotten as soon as nobody waits for it. */
class SharedReadings<Answer> {
  private readonly readings = new Map<string, NextReading<never, Answer>>();

  async share(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const reading = this.readings.get(key) ?? new NextReading(read);
    this.readings.set(key, reading);
    try {
      return await reading.ask(null);
    } finally {
      if (reading.isIdle && this.readings.get(key) === reading) this.readings.delete(key);
    }
  }
}
