export { createTranslator, languages, type Language, type Translator } from './translator.js';
export { readTypedDate } from './typed-date.js';
export { formatDate, formatLongDate, formatInstant } from './dates.js';
export { formatExactInstant } from './exact-instant.js';
export { ownSources } from './own-sources.js';
export { sourceText } from './source-text.js';
export { recordedWords, type RecordedWords } from './recorded-words.js';
export { explainScoreReason, type IndicatorNames } from './score-reasons.js';
export { explainReason, type ReasonNames } from './reasons.js';
export { composeInvitationMail, composePasswordResetMail, type InvitationMailInput } from './mail/account-mail.js';
export { composeReminderMail } from './mail/reminder-mail.js';
export type {
  DigestMailInput,
  DigestPart,
  DigestTopic,
  QuietMailInput,
  ReminderMailEvent,
  ReminderMailInput,
  ReminderTopic,
  ToldAs,
} from './mail/reminder-input.js';
export { unsubscribeHeaders } from './mail/unsubscribe-headers.js';
export { composeWeeklyMail, type WeeklyAnswer, type WeeklyMailInput } from './mail/weekly-mail.js';
export { composeDigestMail } from './mail/digest-mail.js';
export { kindToDoWithout } from './mail/reminder-foot.js';
export { composeQuietMail } from './mail/quiet-mail.js';
export { reminderPages } from './mail/reminder-pages.js';
export { isOfDuty } from './mail/reminder-situation.js';
export { reminderSubject } from './mail/reminder-subject.js';
export type { Mail } from './mail/mail-body.js';
export { mailStyle } from './mail/layout-style.js';
