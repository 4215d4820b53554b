export { recordAs, systemActor, type Actor } from './actor.js';
export type { ClusterWithFacts, StoredFacts } from './cluster-facts.js';
export { createDataSource, dataSourceOptions, type ConnectionOptions } from './data-source.js';
export { ConcurrentEditError, ConstraintError, NotFoundError } from './errors.js';
export { type AccountHolderRow, CallerRepository, type CallerRow } from './repositories/caller-repository.js';
export { type DatabaseHealth, HealthRepository } from './repositories/health-repository.js';
export { PortfolioRepository, type PortfolioQuestion } from './repositories/portfolio-repository.js';
export { RulesRepository, type RuleRows, type RulesAnswer } from './repositories/rules-repository.js';
export { VersionRepository, type VisibleVersion } from './repositories/version-repository.js';
export type { Row } from './row.js';
export { everyCluster, type Scope } from './scope.js';
export type { Known } from './sql.js';
export type { MessageEntity } from './entities/message.js';
export type { FailedBecause, ReminderEntity } from './entities/reminder.js';
export type { WorkerRunEntity, WorkerRunKind } from './entities/worker-run.js';
export { DemoClockRepository } from './repositories/demo-clock-repository.js';
export {
  type ClaimedMail,
  type ClaimedReminder,
  type ClaimQuestion,
  MessageRepository,
  type Outcome,
  type SentMail,
} from './repositories/message-repository.js';
export {
  type PlanInput,
  type ReminderListQuestion,
  type ReminderListRow,
  ReminderRepository,
  type ReminderSums,
} from './repositories/reminder-repository.js';
export { type LatestRuns, type Reconciliation, WorkerRunRepository } from './repositories/worker-run-repository.js';
