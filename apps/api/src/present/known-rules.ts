import { PortfolioRepository, type PresentState, RulesRepository, type RulesAnswer } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';

export type Programme = Awaited<ReturnType<PortfolioRepository['readProgrammes']>>[number];

interface RulesAndProgrammes {
  rules: RulesAnswer;
  programmes: readonly Programme[];
}

/** Rules and programmes, read again only when one of them changed. They are the same for everyone. */
@Injectable()
export class KnownRules {
  private known: { version: string; read: Promise<RulesAndProgrammes> } | null = null;

  constructor(
    private readonly rules: RulesRepository,
    private readonly portfolio: PortfolioRepository,
  ) {}

  async read({ rules: version }: PresentState): Promise<RulesAndProgrammes> {
    if (this.known?.version === version) return this.known.read;
    const read = this.readAnew();
    const known = { version, read };
    this.known = known;
    read.catch(() => {
      if (this.known === known) this.known = null;
    });
    return read;
  }

  /** As they stood at a recorded time. */
  async readAsKnown(known: string): Promise<RulesAndProgrammes> {
    return this.readAnew(known);
  }

  private async readAnew(known: string | null = null): Promise<RulesAndProgrammes> {
    const [rules, programmes] = await Promise.all([this.rules.readRules(known), this.portfolio.readProgrammes(known)]);
    return { rules, programmes };
  }
}
