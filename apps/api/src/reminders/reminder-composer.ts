import { type MessageEntity, MessageRepository, type ReminderListRow, type Scope } from '@klyngevagt/db';
import { composeReminderMail, type Language, type Mail } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import { DecisionReader, type TimeAsked } from '../portfolio/decision-reader.js';
import { isIllustrative } from '../portfolio/row.presenter.js';
import { Settings } from '../settings.js';

/** The words of a reminder: those that went out, or those that would go out now. */
@Injectable()
export class ReminderComposer {
  constructor(
    private readonly messages: MessageRepository,
    private readonly decisions: DecisionReader,
    private readonly settings: Settings,
  ) {}

  async readSent({ messageId, clusterId }: ReminderListRow, scope: Scope): Promise<MessageEntity | null> {
    return messageId === null ? null : this.messages.readMessage(messageId, clusterId, scope);
  }

  async compose(row: ReminderListRow, scope: Scope, language: Language, time: TimeAsked = {}): Promise<Mail> {
    const reading = await this.decisions.readCluster(scope, row.clusterSlug, time);
    const { cluster, decision, rules, on } = reading;
    const nextReminderOn = await this.messages.nextReminderOn(row.personId, row.clusterId, row.dueOn > on ? row.dueOn : on);
    const page = row.role === 'officer' ? 'clusters' : 'my-cluster';
    const address = `${this.settings.env.publicUrl}/${page}/${cluster.slug}`;
    return composeReminderMail({
      language,
      on,
      recipient: { name: row.personName ?? '', role: row.role },
      cluster: { name: cluster.name },
      events: [{ event: row.event, deadlineOn: row.deadlineOn }],
      decision,
      rules: rules.rules,
      nextReminderOn,
      officer: cluster.responsibleOfficerName === null ? null : { name: cluster.responsibleOfficerName },
      marking: row.isFictional ? 'fictional' : isIllustrative(reading) ? 'illustrative' : null,
      links: { cluster: address, calculation: address },
      isPossibleRepeat: row.state === 'uncertain',
    });
  }
}
