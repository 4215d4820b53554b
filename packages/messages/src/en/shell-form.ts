import type { shellForm as danish } from '../da/shell-form.js';

/** Words of every form. None of the first page's parts says them. */
export const shellForm: typeof danish = {
  cancel: 'Cancel',
  close: 'Close',
  saving: 'Saving …',
  reason: 'Reason',
  reasonHelp: 'Kept in the history together with the change.',
  reasonMissing: 'Write why you change it. At least three characters.',
  before: 'Before',
  after: 'After',
  consequence: 'What follows',
  empty: 'nothing',
  summary_one: 'Correct one field before you save',
  summary_other: 'Correct {{count}} fields before you save',
  notSaved: 'It was not saved',
  signInAgain: 'Sign in again to save.',
  signInAgainText: 'Sign in in a new window, then save here. What you have written is still here.',
  signIn: 'Sign in in a new window',
  changedMeanwhile: 'Someone else changed the same thing in the meantime.',
  changedMeanwhileText: 'Close, look at the new value and try again. Nothing was saved.',
  discard: 'What you have written is not saved. Close anyway?',
};
