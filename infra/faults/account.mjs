// @ts-check
/** Holds the database's account of a day against what the mail server received. */
import { WorkerRunRepository } from '@klyngevagt/db';
import { dueOn } from './scene.mjs';

/**
 * @typedef {object} Account
 * @property {number} received mails at the mail server
 * @property {number} recipients people who got at least one
 * @property {number} repeats mails beyond the first to the same person
 * @property {number} marked mails that say they may be a repeat
 * @property {Record<string, number>} failed by reason: each is an open task
 * @property {string[]} problems empty: nothing lost, every possible repeat marked, and the sums add up
 */

/**
 * @typedef {object} DueRow
 * @property {string} state
 * @property {string | null} failedBecause
 * @property {string | null} sendingKey
 * @property {boolean} wasUncertain
 * @property {boolean | null} isPossibleRepeat
 * @property {string} email
 */

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {typeof dueOn} [on]
 * @returns {Promise<Account>}
 */
export async function readAccount({ dataSource, mailbox, mails: expected }, on = dueOn) {
  /** @type {DueRow[]} */
  const rows = await dataSource.query(
    `select reminder.state, failed_because as "failedBecause", sending_key as "sendingKey", uncertain_at is not null as "wasUncertain",
       message.is_possible_repeat as "isPossibleRepeat", person.email
     from reminder join person on person.id = reminder.person_id left join message on message.id = reminder.message_id
     where due_on <= $1 and reminder.state not in ('superseded', 'suppressed')`,
    [on],
  );
  const received = mailbox.mails();
  const recipients = new Set(received.flatMap(({ to }) => to));
  const sums = await new WorkerRunRepository(dataSource).reconcile(on);
  const failed = rows.filter(({ state }) => state === 'failed');
  const problems = [
    ...lost(rows, received),
    ...unknownMails(rows, received),
    ...(await unmarkedRepeats(rows, mailbox)),
    ...(sums.addsUp && sums.overdue === 0 ? [] : [`reconciliation does not hold: ${JSON.stringify(sums)}`]),
  ];
  const accounted = new Set(rows.map(({ email }) => email)).size;
  if (accounted !== expected) problems.push(`${expected} mails were due, ${accounted} are planned`);
  return {
    received: received.length,
    recipients: recipients.size,
    repeats: received.length - recipients.size,
    marked: rows.filter(({ isPossibleRepeat }) => isPossibleRepeat === true).length,
    failed: countBy(failed.map(({ failedBecause }) => failedBecause ?? 'unknown')),
    problems,
  };
}

/** @typedef {ReturnType<import('../local/mailbox.mjs').Mailbox['mails']>} Received */

/**
 * @param {DueRow[]} rows
 * @param {Received} received
 */
function lost(rows, received) {
  const arrived = new Set(received.map(({ messageId, to }) => `${keyOf(messageId)} ${to.join()}`));
  return rows.flatMap(({ state, sendingKey, email }) => {
    if (state === 'failed') return [];
    if (state !== 'sent') return [`${email}: still ${state}`];
    return arrived.has(`${sendingKey} ${email}`) ? [] : [`${email}: called sent, and the mail server never saw it`];
  });
}

/**
 * @param {DueRow[]} rows
 * @param {Received} received
 */
function unknownMails(rows, received) {
  const known = new Set(rows.map(({ sendingKey, email }) => `${sendingKey} ${email}`));
  const strangers = received.filter(({ messageId, to }) => !known.has(`${keyOf(messageId)} ${to.join()}`));
  // One person, one day, one mail: a second Message-ID is a repeat that nobody can recognise.
  return strangers.map(({ to, messageId }) => `${to.join()}: received ${messageId}, which nobody accounts for`);
}

/**
 * @param {DueRow[]} rows
 * @param {import('../local/mailbox.mjs').Mailbox} mailbox
 */
async function unmarkedRepeats(rows, mailbox) {
  const problems = [];
  for (const row of rows) {
    const copies = mailbox.mails().filter(({ messageId }) => row.sendingKey !== null && keyOf(messageId) === row.sendingKey);
    const [newest] = copies;
    if (copies.length < 2 || !newest) continue;
    const { text } = await mailbox.content(newest);
    const saysSo = /Mailen kan være sendt til dig før|You may have had this mail before/.test(text);
    if (!row.wasUncertain || !saysSo || (row.state === 'sent' && !row.isPossibleRepeat)) {
      problems.push(`${row.email}: ${copies.length} mails, and the repeat is not marked`);
    }
  }
  return problems;
}

/** @param {string | null} messageId `<key@domain>` */
const keyOf = (messageId) => messageId?.slice(1, messageId.indexOf('@'));

/** @param {string[]} names */
function countBy(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
