import { type MailReturnOutcome, MailReturnRepository, readReturnAddress } from '@klyngevagt/db';
import { ownSources } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import type { Metric } from '../health/metrics-text.js';
import { ServerLog } from '../http/server-log.js';
import { Settings } from '../settings.js';
import { type DeliveryReport, readDeliveryReport } from './delivery-report.js';

/** `no-report`: an answer, a holiday note, or anything else; `unknown`: a report of a mail that is not ours, or that names one falsely. */
type Intake = 'failed' | 'delayed' | Exclude<MailReturnOutcome, 'recorded'> | 'no-report';

/** Left part of a Message-ID that a worker wrote. */
const ownMessageId = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/i;

/** What mail servers send back, hours after they took a mail. Whoever hands it over hears nothing of what became of it. */
@Injectable()
export class MailReturnService {
  private readonly counts: Record<Intake, number> = { failed: 0, delayed: 0, repeated: 0, unknown: 0, 'no-report': 0 };

  constructor(
    private readonly settings: Settings,
    private readonly returns: MailReturnRepository,
    private readonly log: ServerLog,
  ) {}

  /** Since this process began. */
  metric(): Metric {
    const values = Object.entries(this.counts).map(([outcome, value]) => ({ labels: { outcome }, value }));
    return { name: 'mail_returns_total', kind: 'counter', help: 'Returned mails that were handed over, by what they were.', values };
  }

  async takeIn(message: Uint8Array, requestId: string): Promise<void> {
    const report = await readDeliveryReport(message);
    const sendingKey = report && this.sendingOf(report);
    const intake = await this.record(report, sendingKey, requestId);
    this.counts[intake] += 1;
    // Neither addresses nor what the server said.
    this.log.lines.info({ requestId, intake, status: report?.status, sendingKey: intake === 'unknown' ? null : sendingKey }, 'mail return');
  }

  private async record(report: DeliveryReport | null, sendingKey: string | null, requestId: string): Promise<Intake> {
    if (report === null) return 'no-report';
    if (sendingKey === null) return 'unknown';
    const { kind, status, diagnostic } = report;
    const actor = { accountId: null, role: 'system', requestId, reason: null };
    const outcome = await this.returns.record(actor, ownSources.mailServer, { sendingKey, kind, status, diagnostic });
    return outcome === 'recorded' ? kind : outcome;
  }

  /** By the address to which it came back; without one of our form, by the Message-ID of the mail inside. */
  private sendingOf({ returnedTo, messageId }: DeliveryReport): string | null {
    const address = readReturnAddress(this.settings.env.authSecret, returnedTo);
    if (address === 'forged') return null;
    return address?.sendingKey ?? ownMessageId.exec(messageId ?? '')?.[1]?.toLowerCase() ?? null;
  }
}
