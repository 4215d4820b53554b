export { createTranslator, languages, type Language, type Translator } from './translator.js';
export { formatDate, formatLongDate, formatInstant } from './dates.js';
export { sourceText } from './source-text.js';
export { recordedWords, type RecordedWords } from './recorded-words.js';
export { explainReason, type ReasonNames } from './reasons.js';
export { composeInvitationMail, composePasswordResetMail, type InvitationMailInput } from './mail/account-mail.js';
export { composeReminderMail, type ReminderMailInput } from './mail/reminder-mail.js';
export { composeWeeklyMail, type WeeklyAnswer, type WeeklyMailInput } from './mail/weekly-mail.js';
export { type Mail, mailStyle } from './mail/layout.js';
