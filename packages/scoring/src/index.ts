export * from './calendar-date.js';
export * from './decision.js';
export * from './facts.js';
export * from './reason.js';
export * from './reminder-plan.js';
export * from './rules.js';
