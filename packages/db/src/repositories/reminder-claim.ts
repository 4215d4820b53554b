import type { CalendarDate, RecipientRole, ReminderEvent, ReminderUrgency } from '@klyngevagt/scoring';

/** One reminder of a mail in hand. */
export interface ClaimedReminder {
  id: string;
  clusterId: string;
  cycle: string;
  event: ReminderEvent;
  subject: string;
  offsetDays: number;
  deadlineOn: CalendarDate;
  role: RecipientRole;
  standsInForId: string | null;
  escalatedFrom: RecipientRole | null;
  urgency: ReminderUrgency;
  attempts: number;
  temporaryRefusals: number;
}

/** Everything due to one person that is one mail. */
export interface ClaimedMail {
  /** Left part of the Message-ID. */
  sendingKey: string;
  /** An earlier sending broke off; this one carries the same Message-ID. */
  isRetryOfUncertain: boolean;
  /** `digest`: what is not urgent, about all clusters; `reminder`: everything about one cluster of which something is urgent. */
  kind: 'reminder' | 'digest';
  person: { id: string; name: string | null; email: string | null; language: 'da' | 'en' };
  /** By day of deadline. */
  reminders: ClaimedReminder[];
}

/** Somebody to whom something is due. */
export interface DuePerson {
  personId: string;
  /** How many mails it makes. */
  mails: number;
}

export interface ClaimedRow extends ClaimedReminder {
  sendingKey: string;
  was: 'planned' | 'uncertain';
  kind: ClaimedMail['kind'];
  person: ClaimedMail['person'];
}

/** By mail; the reminders of one by day of deadline. */
export function mailsOf(rows: readonly ClaimedRow[]): ClaimedMail[] {
  const mails = new Map<string, ClaimedMail>();
  for (const { sendingKey, was, kind, person, ...reminder } of rows) {
    const mail = mails.get(sendingKey);
    if (mail) mail.reminders.push(reminder);
    else mails.set(sendingKey, { sendingKey, isRetryOfUncertain: was === 'uncertain', kind, person, reminders: [reminder] });
  }
  for (const { reminders } of mails.values())
    reminders.sort((one, other) => one.deadlineOn.localeCompare(other.deadlineOn) || one.offsetDays - other.offsetDays);
  return [...mails.values()];
}

/**
 * Due means due and not closed, never due today: what a missed night left is due still. `$1` is the day. No pause is longer than an hour,
 * so a later attempt that lies further ahead was set before the server's clock was set back. What is not urgent waits for the next day
 * once the day's digest is out, unless somebody asked for it.
 */
export function isDue(reminder: string): string {
  return `${reminder}.state in ('planned', 'uncertain') and ${reminder}.channel = 'mail'
    and (${reminder}.due_on <= $1::date or ${reminder}.requested_at is not null)
    and (${reminder}.next_attempt_at is null or ${reminder}.next_attempt_at <= now()
      or ${reminder}.next_attempt_at > now() + interval '2 hours')
    and (${reminder}.urgency <> 'routine' or ${reminder}.state = 'uncertain' or ${reminder}.requested_at is not null or not exists (
      select from message as digest
      where digest.person_id = ${reminder}.person_id and digest.kind = 'digest' and digest.sent_on = $1::date))`;
}

const leadColumns = 'lead.person_id, lead.cluster_id, lead.state, lead.sending_key';

/**
 * Whose mails are due, whoever has waited longest first, and how many each gets as things stand. One look at everything that is due serves
 * for many claims.
 */
export const dueStatement = `select person_id as "personId",
    (count(*) filter (where is_alone) + max(case when is_alone then 0 else 1 end))::int as mails
  from (
    select due.person_id, case due.state when 'planned' then due.cluster_id end as cluster_id,
      due.state = 'uncertain' or bool_or(due.urgency <> 'routine') as is_alone, min(due.due_on) as due_on, min(due.id::text) as id
    from reminder as due where ${isDue('due')}
    group by due.person_id, due.state, case due.state when 'planned' then due.cluster_id end,
      case due.state when 'uncertain' then due.sending_key end
  ) as mail
  group by person_id order by min(due_on), min(id)`;

/** The first row of each person named, and of each of their mails that broke off. */
const dueLeads = `select ${leadColumns} from reminder as lead
  where ${isDue('lead')} and lead.id in (
    select distinct on (first.person_id, first.state, case first.state when 'uncertain' then first.sending_key end) first.id
    from reminder as first where first.person_id = any($2::uuid[]) and ${isDue('first')}
    order by first.person_id, first.state, case first.state when 'uncertain' then first.sending_key end, first.id
  )
  for update skip locked`;

const askedLead = `select ${leadColumns} from reminder as lead
  where lead.id = $2::uuid and lead.state in ('planned', 'uncertain') and $1::date is not null for update skip locked`;

/**
 * One statement, one commit. What broke off together is repeated together, whatever was asked of one of them: one Message-ID is one mail.
 * `alone`: whether what is taken about one cluster is a mail of its own.
 */
function claim(leads: string, isTaken: string, alone: string): string {
  return `with lead as materialized (${leads}), taken as materialized (
      select reminder.id, reminder.person_id, reminder.cluster_id, reminder.urgency, lead.state as was, lead.sending_key as broken_off
      from reminder join lead on reminder.person_id = lead.person_id
      where reminder.state in ('planned', 'uncertain') and case lead.state when 'uncertain' then reminder.state = 'uncertain' and reminder.sending_key is not distinct from lead.sending_key
        else reminder.state = 'planned' and ${isTaken} end
      for update of reminder skip locked
    ), sorted as (
      select taken.*, ${alone} as is_alone
      from taken window of_cluster as (partition by person_id, was, broken_off, case was when 'planned' then cluster_id end)
    ), mail as materialized (
      select person_id, was, broken_off, is_alone, of_cluster, 
        case was when 'uncertain' then coalesce(broken_off, gen_random_uuid()) else gen_random_uuid() end as sending_key
      from (select distinct person_id, was, broken_off, is_alone, case when is_alone and was = 'planned' then cluster_id end as of_cluster
        from sorted) as grouped
    )
    update reminder set state = 'sending', claimed_at = now(), attempts = attempts + 1, next_attempt_at = null, sending_key = mail.sending_key
    from sorted join mail on mail.person_id = sorted.person_id and mail.was = sorted.was and mail.is_alone = sorted.is_alone
      and mail.broken_off is not distinct from sorted.broken_off
      and mail.of_cluster is not distinct from case when sorted.is_alone and sorted.was = 'planned' then sorted.cluster_id end,
      person
    where reminder.id = sorted.id and person.id = reminder.person_id
    returning reminder.id, reminder.cluster_id as "clusterId", reminder.cycle, reminder.event, reminder.subject,
      reminder.offset_days as "offsetDays", reminder.deadline_on::text as "deadlineOn", reminder.role,
      reminder.stands_in_for_id as "standsInForId", reminder.escalated_from as "escalatedFrom", reminder.urgency, reminder.attempts,
      reminder.temporary_refusals as "temporaryRefusals",
      reminder.sending_key as "sendingKey", sorted.was, case when sorted.is_alone then 'reminder' else 'digest' end as kind,
      json_build_object('id', person.id, 'name', person.name, 'email', person.email, 'language', person.language) as person`;
}

/** `$1` day, `$2` persons. Of a cluster of which something is urgent, everything goes into its own mail; the rest is the digest. */
export const claimDueStatement = claim(dueLeads, isDue('reminder'), `bool_or(urgency <> 'routine') over of_cluster`);

/** `$1` day, `$2` the reminder. With it goes what is due to the same person about the same cluster. */
export const claimOneStatement = claim(
  askedLead,
  `reminder.cluster_id = lead.cluster_id and (reminder.id = $2::uuid or ${isDue('reminder')})`,
  'true or count(*) over of_cluster > 0',
);
