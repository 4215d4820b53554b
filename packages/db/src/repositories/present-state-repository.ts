import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { readPrepared } from '../prepared.js';
import type { CallerRow } from './caller-repository.js';

export interface PresentQuestion {
  /** Tokens of sessions whose signature is known to be good. */
  sessions: readonly string[];
  /** Today, where no demo clock says otherwise. */
  today: CalendarDate;
  isDemo: boolean;
}

/** One state of the database, read by one statement. */
export interface PresentState {
  today: CalendarDate;
  /** Rises with every change of a fact of any cluster. */
  clusters: string;
  /** Rises with every change of a rule, programme, obligation or closed day. */
  rules: string;
  /** Rises with every change of a reminder. */
  reminders: string;
  /** By session: who asks. A session that ended, and an owner who may not sign in, is not in it. */
  callers: ReadonlyMap<string, SessionCaller>;
}

export interface SessionCaller extends CallerRow {
  accountId: string;
}

/**
 * What every answer hangs on: whose sessions hold, what day it is, and which versions are in force. Cheap enough to ask before each
 * answer, so that a copy of an answer is used only while nothing has changed.
 */
export class PresentStateRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read({ sessions, today, isDemo }: PresentQuestion): Promise<PresentState> {
    const [row] = await readPrepared<StateRow>(this.dataSource, statement(isDemo), [sessions, today]);
    if (!row) throw new Error('The state of the database is one row');
    const { callers, ...state } = row;
    return { ...state, callers: new Map(callers.map(({ token, ...caller }) => [token, caller])) };
  }
}

type StateRow = Omit<PresentState, 'callers'> & { callers: (SessionCaller & { token: string })[] };

const statement = (isDemo: boolean) => `with present as materialized (
     select ${isDemo ? 'coalesce((select today from demo_clock), $2::date)' : '$2::date'} as today
   )
   select (select today::text from present) as today,
     (select coalesce(sum(version), 0)::text || ' ' || count(*) from cluster_version) as clusters,
     (select version::text from rules_version) as rules,
     (select version::text from reminder_version) as reminders,
     (select coalesce(json_agg(found), '[]') from (
       select session.token, session.user_id as "accountId", person.id as "personId", person.role, person.language,
         array(select distinct led.cluster_id::text from person_cluster_role as led, present
           where led.person_id = person.id
             and led.starts_on <= present.today and coalesce(led.ends_on, 'infinity') >= present.today order by 1) as "clusterIds"
       from account_session as session join person on person.account_id = session.user_id
       where session.token = any($1::text[]) and session.expires_at > now() and person.role is not null and person.erased_at is null
     ) as found) as callers`;
