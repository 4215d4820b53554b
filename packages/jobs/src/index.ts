export { type QueueSettings } from './backend.js';
export { isJobName, type JobName, jobNames, type JobPayload, jobs, parsePayload } from './definitions.js';
export { createJobProducer, type EnqueueOptions, type JobProducer, QueueUnavailableError } from './producer.js';
export { createJobRunner, type JobContext, type JobEvent, type JobHandlers, type JobRunner, type RunnerOptions } from './runner.js';
export { type ScheduleId, schedules } from './schedules.js';
