import { Facts1764072000000 } from './migrations/1764072000000-facts.js';
import { Reminders1764072000001 } from './migrations/1764072000001-reminders.js';
import { Accounts1764072000002 } from './migrations/1764072000002-accounts.js';
import { ErasableNotes1764072000003 } from './migrations/1764072000003-erasable-notes.js';
import { OneVersionATransaction1764072000004 } from './migrations/1764072000004-one-version-a-transaction.js';
import { ShortNames1764072000005 } from './migrations/1764072000005-short-names.js';
import { LedgerSeal1764072000006 } from './migrations/1764072000006-ledger-seal.js';
import { Looked1764072000007 } from './migrations/1764072000007-looked.js';
import { WeeklyMail1764072000008 } from './migrations/1764072000008-weekly-mail.js';
import { RetentionFigures1764072000009 } from './migrations/1764072000009-retention-figures.js';
import { RecertificationCases1764072000010 } from './migrations/1764072000010-recertification-cases.js';
import { Documents1764072000011 } from './migrations/1764072000011-documents.js';
import { PlansAsWorkflow1764072000012 } from './migrations/1764072000012-plans-as-workflow.js';
import { ExpertCapacity1764072000013 } from './migrations/1764072000013-expert-capacity.js';
import { RuleDrafts1764072000014 } from './migrations/1764072000014-rule-drafts.js';
import { Assessments1764072000015 } from './migrations/1764072000015-assessments.js';
import { LedgerByTime1764072000017 } from './migrations/1764072000017-ledger-by-time.js';
import { Recommendations1764072000018 } from './migrations/1764072000018-recommendations.js';
import { Ladders1764072000019 } from './migrations/1764072000019-ladders.js';
import { Acknowledgements1764072000026 } from './migrations/1764072000026-acknowledgements.js';
import { AssessmentOfCase1764072000023 } from './migrations/1764072000023-assessment-of-case.js';
import { Webhooks1764072000020 } from './migrations/1764072000020-webhooks.js';
import { Retention1764072000016 } from './migrations/1764072000016-retention.js';
import { CalendarFeeds1764072000021 } from './migrations/1764072000021-calendar-feeds.js';
import { LadderDrafts1764072000025 } from './migrations/1764072000025-ladder-drafts.js';
import { ReminderActions1764072000028 } from './migrations/1764072000028-reminder-actions.js';
import { FirstOfPerson1764072000030 } from './migrations/1764072000030-first-of-person.js';
import { MailReturns1764072000031 } from './migrations/1764072000031-mail-returns.js';
import { RevocationsAndVerdicts1764072000034 } from './migrations/1764072000034-revocations-and-verdicts.js';
import { ReminderReturns1764072000037 } from './migrations/1764072000037-reminder-returns.js';
import { TemporaryRefusals1764072000038 } from './migrations/1764072000038-temporary-refusals.js';
import { RetentionOfCases1764072000033 } from './migrations/1764072000033-retention-of-cases.js';
import { QuietMail1764072000027 } from './migrations/1764072000027-quiet-mail.js';

/** Every migration by hand, in order of time. */
export const migrations = [
  Facts1764072000000,
  Reminders1764072000001,
  Accounts1764072000002,
  ErasableNotes1764072000003,
  OneVersionATransaction1764072000004,
  ShortNames1764072000005,
  LedgerSeal1764072000006,
  Looked1764072000007,
  WeeklyMail1764072000008,
  RetentionFigures1764072000009,
  RecertificationCases1764072000010,
  Documents1764072000011,
  PlansAsWorkflow1764072000012,
  ExpertCapacity1764072000013,
  RuleDrafts1764072000014,
  Assessments1764072000015,
  Retention1764072000016,
  LedgerByTime1764072000017,
  Recommendations1764072000018,
  Ladders1764072000019,
  Webhooks1764072000020,
  CalendarFeeds1764072000021,
  AssessmentOfCase1764072000023,
  LadderDrafts1764072000025,
  Acknowledgements1764072000026,
  QuietMail1764072000027,
  ReminderActions1764072000028,
  FirstOfPerson1764072000030,
  MailReturns1764072000031,
  RetentionOfCases1764072000033,
  RevocationsAndVerdicts1764072000034,
  ReminderReturns1764072000037,
  TemporaryRefusals1764072000038,
];
