import { everyCluster, LedgerRepository, type SealHealth, WebhookDeliveryRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { Build } from '../build.js';
import { Clock } from '../clock.js';
import { Refusal } from '../http/refusal.js';
import { presentHealth, type ReminderHealth, ReminderHealthReader, type SeenReminders } from '../reminders/reminder-health.js';
import { type Metric, metricsText } from './metrics-text.js';

const states: readonly ReminderHealth['state'][] = ['running', 'silent', 'failing', 'never-run'];

/** What the page of reminders and `/health/ready` tell, for a machine that watches: how many and since when, never who or what. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly reminders: ReminderHealthReader,
    private readonly ledger: LedgerRepository,
    private readonly webhooks: WebhookDeliveryRepository,
    private readonly build: Build,
    private readonly clock: Clock,
  ) {}

  /**
   * @param counted what this process itself has counted
   * @throws {Refusal} where the database does not answer
   */
  async read(counted: readonly Metric[]): Promise<string> {
    const [seen, seal, undelivered] = await Promise.all([
      this.reminders.see(everyCluster),
      this.ledger.sealHealth(),
      this.webhooks.countUndelivered(),
    ]).catch(() => {
      throw new Refusal('not-available');
    });
    const now = this.clock.now();
    return metricsText([
      { name: 'build_info', help: 'The version that answers.', values: [{ labels: { version: this.build.version }, value: 1 }] },
      ...reminderMetrics(seen, now),
      ...sealMetrics(seal, now),
      {
        name: 'webhook_deliveries_undelivered',
        help: 'Deliveries to other systems that did not arrive: failed ones are tried again, abandoned ones are not.',
        values: labelled('state', { failed: undelivered.failed, abandoned: undelivered.abandoned }),
      },
      ...counted,
    ]);
  }
}

function reminderMetrics(seen: SeenReminders, now: Date): Metric[] {
  const { sums, held, state, running, isQueueAway, addsUp } = presentHealth(seen, now);
  const { last, lastFinished } = seen.runs;
  const { toCome, sent, superseded, suppressed, acknowledged, failed, uncertain } = sums;
  return [
    {
      name: 'reminders',
      help: 'Reminders by state; planned ones include those in hand.',
      values: labelled('state', { planned: toCome, sent, superseded, suppressed, acknowledged, failed, uncertain }),
    },
    { name: 'reminders_held', help: 'Reminders that are due and not closed.', values: [{ value: held }] },
    { name: 'reminders_add_up', help: '1 while every reminder is accounted for.', values: [{ value: Number(addsUp) }] },
    {
      name: 'sending_run_due',
      help: 'Reminders due when the run that is under way began; 0: none runs.',
      values: [{ value: running?.due ?? 0 }],
    },
    { name: 'sending_run_sent', help: 'Of these, those sent so far.', values: [{ value: running?.sent ?? 0 }] },
    {
      name: 'sending_last_run_age_seconds',
      help: 'Since the newest run of sending began.',
      values: [{ value: secondsSince(last?.startedAt, now) }],
    },
    {
      name: 'sending_last_finished_run_age_seconds',
      help: 'Since a run of sending last ended well.',
      values: [{ value: secondsSince(lastFinished?.finishedAt, now) }],
    },
    {
      name: 'sending_state',
      help: '1 for the state that sending is in, judged by office hours.',
      values: labelled('state', Object.fromEntries(states.map((one) => [one, Number(one === state)]))),
    },
    {
      name: 'queue_up',
      help: '1 while the queue answers; without it nobody is woken, and nothing is lost.',
      values: [{ value: Number(!isQueueAway) }],
    },
  ];
}

function sealMetrics({ sealedAt, unsealedRows, isStalled }: SealHealth, now: Date): Metric[] {
  const at = sealedAt === null ? null : new Date(sealedAt);
  return [
    { name: 'ledger_last_seal_age_seconds', help: 'Since the ledger was last sealed.', values: [{ value: secondsSince(at, now) }] },
    { name: 'ledger_unsealed_rows', help: 'Rows of the ledger that wait for the next sealing.', values: [{ value: unsealedRows }] },
    { name: 'ledger_seal_stalled', help: '1 when rows have waited for too long.', values: [{ value: Number(isStalled) }] },
  ];
}

function labelled(label: string, values: Readonly<Record<string, number>>): Metric['values'] {
  return Object.entries(values).map(([name, value]) => ({ labels: { [label]: name }, value }));
}

function secondsSince(instant: Date | null | undefined, now: Date): number | null {
  return instant ? Math.max(0, Math.round((now.getTime() - instant.getTime()) / 1000)) : null;
}
