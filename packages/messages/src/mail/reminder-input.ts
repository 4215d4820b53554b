import type { CalendarDate, ClusterDecision, RecipientRole, ReminderEvent, ReminderUrgency, Rules } from '@klyngevagt/scoring';
import type { Language } from '../translator.js';

/** One step of a deadline that a mail stands for. */
export interface ReminderMailEvent {
  event: ReminderEvent;
  /** Which of several: a step of the case, else an id. Absent or empty: there is one only. */
  subject?: string;
  /** What a reader calls it: the title of a document, the first words of a recommendation. A step of the case is named here. Null: no name is known. */
  subjectTitle?: string | null;
  /** What is worked towards; of several duties it tells which one. */
  cycle?: string;
  deadlineOn: CalendarDate;
  /** Absent: `routine`. */
  urgency?: ReminderUrgency;
  /** Page on which it is dealt with. Absent: the cluster's page. */
  url?: string;
}

/** Why somebody is told about a cluster. */
export interface ToldAs {
  role: RecipientRole;
  /** Told in the place of this person, who is away through `untilOn`. */
  standsInFor?: { name: string; untilOn: CalendarDate } | null;
  /** The role that could not be reached, and because of which this person is told. */
  escalatedFrom?: RecipientRole | null;
  /** Has to do with other clusters too, so that a subject has to say which one is meant. */
  hasSeveral?: boolean;
}

/** What is known about one cluster at the moment of sending, and why it is told. */
export interface ReminderTopic {
  /** `shortName`: for subjects in which the name has no room. */
  cluster: { name: string; shortName?: string | null };
  /** Steps that the mail stands for; several where earlier ones were not sent. */
  events: readonly ReminderMailEvent[];
  decision: ClusterDecision;
  rules: Rules;
  /** When this recipient hears about this cluster next; null: nothing more is planned. */
  nextReminderOn: CalendarDate | null;
  /** The cluster's programme officer; null where there is none. */
  officer: { name: string } | null;
  /** Whether deciding facts are invented: illustrative facts of a real cluster, or a fictional cluster. */
  marking: 'illustrative' | 'fictional' | null;
  /** The latest acknowledgement of the leading deadline: when, and by which day it was to be done. Null or absent: none. */
  acknowledged?: { on: CalendarDate; planOn: CalendarDate | null } | null;
  /** `acknowledge`: single-use link that holds the reminders back; null or absent where nothing may hold them back. */
  links: { cluster: string; calculation: string; acknowledge?: string | null };
}

/** Everything a reminder says. It is composed at the moment of sending, from the state at that moment. */
export interface ReminderMailInput extends ReminderTopic {
  language: Language;
  /** The day of sending. */
  on: CalendarDate;
  recipient: { name: string } & ToldAs;
  /** `unsubscribe`: switches off the kind that `kindToDoWithout` names; null or absent where there is none. */
  links: ReminderTopic['links'] & { unsubscribe?: string | null };
  /** An earlier sending broke off and may have reached the recipient. */
  isPossibleRepeat: boolean;
}

/** What a day's mail says about one cluster. */
export interface DigestTopic extends ReminderTopic {
  cluster: { id: string; name: string; shortName?: string | null };
  toldAs: ToldAs;
}

/** Everything of one day that is not urgent, to one person, about all clusters of theirs. */
export interface DigestMailInput {
  language: Language;
  /** The day of sending. */
  on: CalendarDate;
  recipient: { name: string };
  /** One for each cluster, in any order: the gravest comes first in the mail. */
  topics: readonly DigestTopic[];
  /** `all`: page with all of them, the inbox. `unsubscribe`: as in a mail of its own, for the kind that the whole mail tells most about. */
  links: { all: string; unsubscribe?: string | null };
  isPossibleRepeat: boolean;
}

/** What a mail about several clusters says about one of them: a text and a document of its own, without personal links. */
export interface DigestPart {
  clusterId: string;
  /** As if the mail were about this cluster alone. */
  subject: string;
  text: string;
  html: string;
}

/** Once a week, to whoever asked for it: nothing is wrong, and this is why that can be believed. */
export interface QuietMailInput {
  language: Language;
  recipient: { name: string; email: string };
  /** Monday of the week that is over. */
  weekOn: CalendarDate;
  /** Names of the clusters that are watched for this person. */
  clusters: readonly string[];
  /** ISO instant at which sending last ran to its end. */
  lastRunAt: string;
  /** The next deadline of all these clusters; null: none is known. */
  next: ({ cluster: string } & Pick<ReminderMailEvent, 'event' | 'subject' | 'subjectTitle' | 'deadlineOn'>) | null;
  marking: 'illustrative' | 'fictional' | null;
  /** `page`: the cluster's page, or the portfolio where there are several. */
  links: { page: string; unsubscribe: string | null };
  isPossibleRepeat: boolean;
}
