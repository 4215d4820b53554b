import {
  type LatestAcknowledgement,
  LetterRepository,
  type MessageEntity,
  MessageRepository,
  type ReminderListRow,
  type Scope,
} from '@klyngevagt/db';
import {
  composeReminderMail,
  kindToDoWithout,
  type Language,
  type Mail,
  reminderPages,
  type ReminderMailInput,
} from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { type ClusterReading, DecisionReader, type TimeAsked } from '../portfolio/decision-reader.js';
import { isIllustrative } from '../portfolio/row.presenter.js';
import { Settings } from '../settings.js';

/** The words of a reminder: those that went out, or those that would go out now. */
@Injectable()
export class ReminderComposer {
  constructor(
    private readonly messages: MessageRepository,
    private readonly letters: LetterRepository,
    private readonly decisions: DecisionReader,
    private readonly settings: Settings,
  ) {}

  async readSent({ messageId, clusterId }: ReminderListRow, scope: Scope): Promise<MessageEntity | null> {
    return messageId === null ? null : this.messages.readMessage(messageId, clusterId, scope);
  }

  async compose(row: ReminderListRow, scope: Scope, language: Language, time: TimeAsked = {}): Promise<Mail> {
    const reading = await this.decisions.readCluster(scope, row.clusterSlug, time);
    const { cluster, decision, rules, on, known } = reading;
    const { publicUrl } = this.settings.env;
    const pages = reminderPages(publicUrl, cluster.slug, row.role);
    const { event, subject, subjectTitle, cycle, deadlineOn, urgency } = row;
    const events = [{ event, subject, subjectTitle, cycle, deadlineOn, urgency, url: pages.of(row) }];
    const [nextReminderOn, recipient, acknowledged] = await Promise.all([
      this.messages.nextReminderOn(row.personId, row.clusterId, row.dueOn > on ? row.dueOn : on, known),
      this.readRecipient(row, on),
      this.readAcknowledged(row, reading),
    ]);
    return composeReminderMail({
      language,
      on,
      recipient,
      cluster: { name: cluster.name, shortName: cluster.shortName },
      events,
      decision,
      rules: rules.rules,
      nextReminderOn,
      officer: cluster.responsibleOfficerName === null ? null : { name: cluster.responsibleOfficerName },
      marking: row.isFictional ? 'fictional' : isIllustrative(reading) ? 'illustrative' : null,
      acknowledged,
      links: { cluster: pages.cluster, calculation: pages.cluster, ...linksShown(row, publicUrl) },
      isPossibleRepeat: row.state === 'uncertain',
    });
  }

  private async readRecipient(row: ReminderListRow, on: CalendarDate): Promise<ReminderMailInput['recipient']> {
    const { personId, personName, role, escalatedFrom, standsInForId } = row;
    const [away, withSeveral] = await Promise.all([
      standsInForId === null ? null : this.letters.readAbsences([standsInForId], on),
      this.letters.readWithSeveral([personId], on),
    ]);
    const standsInFor = (standsInForId && away?.get(standsInForId)) || null;
    return { name: personName ?? '', role, escalatedFrom, standsInFor, hasSeveral: withSeveral.has(personId) };
  }

  private async readAcknowledged(row: ReminderListRow, { on, known }: ClusterReading): Promise<LatestAcknowledgement | null> {
    const { clusterId, event, subject, deadlineOn } = row;
    const latest = (await this.letters.readAcknowledged([clusterId], on, known)).get(clusterId) ?? [];
    return latest.find((one) => one.event === event && one.subject === subject && one.deadlineOn === deadlineOn) ?? null;
  }
}

/** Links that act without signing in are shown as a mail on record shows them: that they are there, not what they hold. */
function linksShown({ event, role, urgency }: ReminderListRow, publicUrl: string) {
  const isOwn = role === 'manager' || role === 'chair';
  return {
    acknowledge: isOwn && urgency !== 'final' ? `${publicUrl}/acknowledge/…` : null,
    unsubscribe: kindToDoWithout([{ event }]) === null ? null : `${publicUrl}/unsubscribe/…`,
  };
}
