export { recordAs, systemActor, type Actor } from './actor.js';
export type { ClusterWithFacts, StoredFacts } from './cluster-facts.js';
export { createDataSource, dataSourceOptions, type ConnectionOptions } from './data-source.js';
export { ConcurrentEditError, ConstraintError, NotFoundError } from './errors.js';
export { PortfolioRepository, type PortfolioQuestion } from './repositories/portfolio-repository.js';
export { RulesRepository, type RuleRows, type RulesAnswer } from './repositories/rules-repository.js';
export type { Row } from './row.js';
export { everyCluster, type Scope } from './scope.js';
export type { Known } from './sql.js';
