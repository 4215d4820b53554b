import type { DataSource } from 'typeorm';
import { readClusterFacts, readDecidingFacts, type ClusterToDecide, type ClusterWithFacts, type FactsQuestion } from '../cluster-facts.js';
import { ProgrammeEntity, type Portfolio } from '../entities/programme.js';
import { NotFoundError } from '../errors.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, listOf, Parameters, tableOf, type Known } from '../sql.js';

export interface PortfolioQuestion {
  scope: Scope;
  portfolio: Portfolio | 'all';
  /** Judge this programme only; its portfolio then decides which clusters are shown. */
  programmeSlug?: string | undefined;
  /** Recorded time; default now. */
  known?: Known | undefined;
}

export class PortfolioRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Every cluster of a portfolio that is in scope, in Danish order of names, with all facts that decide it.
   * @throws NotFoundError where no programme has that slug.
   */
  async readPortfolio(question: PortfolioQuestion): Promise<ClusterWithFacts[]> {
    return readClusterFacts(this.dataSource, await this.resolve(question));
  }

  /** As `readPortfolio`, without sources, revisions, texts and order: for whoever decides many clusters and puts them in an order of their own. */
  async readDeciding(question: PortfolioQuestion): Promise<ClusterToDecide[]> {
    return readDecidingFacts(this.dataSource, await this.resolve(question));
  }

  private async resolve({ scope, portfolio, programmeSlug, known = null }: PortfolioQuestion): Promise<FactsQuestion> {
    if (programmeSlug === undefined) return { scope, portfolio, known };
    const programme = (await this.readProgrammes(known)).find((candidate) => candidate.slug === programmeSlug);
    if (programme === undefined) throw new NotFoundError('programme');
    return { scope, portfolio: programme.portfolio, programmeId: programme.id, known };
  }

  /** All programmes, the oldest first. They are public: no scope. */
  async readProgrammes(known: Known = null): Promise<Row<ProgrammeEntity>[]> {
    const parameters = new Parameters();
    const sql = `select ${listOf(`select ${columnsOf(this.dataSource, ProgrammeEntity, 'programme')}
      from ${tableOf(this.dataSource, ProgrammeEntity, known, parameters)} as programme order by programme.starts_on, programme.slug`)} as programmes`;
    const [answer] = (await this.dataSource.query(sql, parameters.values)) as [{ programmes: Row<ProgrammeEntity>[] }];
    return answer.programmes;
  }
}
