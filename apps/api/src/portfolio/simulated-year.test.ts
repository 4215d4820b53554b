import { ConstraintError, DemoClockRepository, recordAs, systemActor } from '@klyngevagt/db';
import { addDays, calendarDate, type CalendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOfCopenhagenDay } from '../clock.js';
import { recordedClock } from '../testing/recorded-clock.js';
import { type Client, type Json, startTestApi, type TestApi, today } from '../testing/test-api.js';

let api: TestApi;
let officer: Client;
beforeAll(async () => {
  api = await startTestApi();
  await recordedClock(api.database).backdate('2024-12-31T12:00:00Z');
  officer = await api.as('officer');
});
afterAll(() => api.close());

const firstDay = calendarDate('2025-01-01');
const daysOfYear = Array.from({ length: 365 }, (_, index) => addDays(firstDay, index));
/** Every fourth day, and the days on which the clocks change. */
const askedDays = daysOfYear.filter((day, index) => index % 4 === 0 || day === '2025-03-30' || day === '2025-10-26');

test('"as known then" answers what was answered on that day: a year of changes, asked day by day and once more afterwards', async () => {
  const answered = new Map<CalendarDate, Json>();
  let changes = 0;
  for (const day of daysOfYear) {
    await new DemoClockRepository(api.database.dataSource).set(day);
    for (let count = Math.floor(chance() * 3); count > 0; count -= 1) changes += await change(day);
    if (askedDays.includes(day)) answered.set(day, comparable((await officer.get('/api/v1/portfolio')).body));
  }
  await new DemoClockRepository(api.database.dataSource).set(calendarDate(today));
  expect(changes).toBeGreaterThan(200);

  let changedSince = 0;
  for (const [day, answer] of answered) {
    const then = comparable((await officer.get(`/api/v1/portfolio?on=${day}&known=${day}`)).body);
    expect(then, `as answered on ${day}`).toEqual(answer);
    const now = comparable((await officer.get(`/api/v1/portfolio?on=${day}`)).body);
    if (JSON.stringify(now) !== JSON.stringify(answer)) changedSince += 1;
  }
  // Were the year without consequence, the comparison above would prove nothing.
  expect(changedSince).toBeGreaterThan(answered.size / 2);
});

/** What an answer says about the clusters; not when it was asked for. */
function comparable({ on, programmes, horizonDays, totals, nextDeadline, rows }: Json): Json {
  return { on, programmes, horizonDays, totals, nextDeadline, rows };
}

const aCluster = `(select id from cluster where portfolio = 'national' order by md5(slug || $1) limit 1)`;
/** Ids differ from run to run, and the order in which rows were recorded does not. */
const anyOf = (table: string) => `(select ${table}.id from ${table}
  join ledger on ledger.entity = '${table}' and ledger.row_id = ${table}.id and ledger.before is null order by md5(ledger.seq::text || $1) limit 1)`;
const recorded = `source, confidence, revision`;
const by = `'Afprøvning', 'illustrative', 1`;

/** What people record in a year: `$1` chooses at random, `$2` is the day, `$3` a number of days. */
const kinds = [
  `insert into award (cluster_id, level, kind, approved_on, valid_from, valid_until, valid_until_basis, ${recorded})
   select ${aCluster}, 'gold', 'renewal', ($2::date - $3::int)::text, ($2::date - $3::int)::text, ($2::date + 4 * $3::int)::text, 'certificate', ${by}`,
  `insert into award (cluster_id, level, kind, assessed_on, valid_until_basis, ${recorded})
   select ${aCluster}, 'silver', 'first', left(($2::date - $3::int)::text, 7), 'not-known', ${by}`,
  `update award set valid_until = ($2::date + $3::int - 200)::text, valid_from = null, valid_until_basis = 'register', revision = revision + 1
   where id = ${anyOf('award')}`,
  `update award set revoked_on = case when revoked_on is null then $2::date - $3::int / 10 end, revision = revision + 1
   where id = ${anyOf('award')}`,
  `delete from award where id = ${anyOf('award')} and $2::date is not null and $3::int > 200`,
  `update membership set bound = case when member = 'yes' and bound <> 'yes' then 'yes' else 'not-known' end, revision = revision + 1
   where id = ${anyOf('membership')} and $2::date is not null and $3::int > 0`,
  `insert into action_plan (cluster_id, programme_id, proposed_on, accepted_on, due_on, ${recorded})
   select ${aCluster}, id, $2::date, $2::date, $2::date + $3::int, ${by} from programme where slug = 'klyngeprogram-2025-2028'`,
  `insert into waiver (cluster_id, programme_id, starts_on, ends_on, approved_on, ${recorded})
   select ${aCluster}, id, $2::date - 10, $2::date + $3::int / 4, $2::date, ${by} from programme where slug = 'klyngeprogram-2025-2028'`,
  `insert into audit_booking (cluster_id, level, first_day_on, last_day_on, form, state, reported_on, reported_by_role, ${recorded})
   select ${aCluster}, 'gold', $2::date + $3::int, $2::date + $3::int, 'video', 'confirmed', $2::date, 'officer', ${by}`,
  `insert into record_confirmation (cluster_id, confirmed_on, ${recorded}) select ${aCluster}, $2::date - $3::int / 20, ${by}`,
  `update figure_rule set value = 100 + $3::int / 2, revision = revision + 1
   where key = 'expiring-horizon-days' and $1 <> '' and $2::date is not null`,
];

/** One change at some instant of the day: now and then in its first or last millisecond in Copenhagen. */
async function change(day: CalendarDate): Promise<number> {
  const start = Date.parse(endOfCopenhagenDay(addDays(day, -1))) + 1;
  const end = Date.parse(endOfCopenhagenDay(day));
  const where = chance();
  const at = where < 0.1 ? start : where > 0.9 ? end : start + Math.floor(chance() * (end - start));
  await recordedClock(api.database).setTo(new Date(at).toISOString());
  const kind = kinds[Math.floor(chance() * kinds.length)] ?? '';
  const values = [String(chance()), day, 40 + Math.floor(chance() * 300)];
  try {
    const answer: Json = await recordAs(api.database.dataSource, systemActor('test'), (manager) => manager.query(kind, values));
    return Array.isArray(answer) && answer[1] === 0 ? 0 : 1;
  } catch (error) {
    // What the database refuses was not recorded.
    if (error instanceof ConstraintError) return 0;
    throw error;
  }
}

/** The same chances in every run (mulberry32). */
let seed = 20250101;
function chance(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
