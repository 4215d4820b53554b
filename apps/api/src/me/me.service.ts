import type { BodyOf, Me } from '@klyngevagt/contracts';
import { CallerRepository, InboxRepository, ReminderRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { mayDo, permissionsOf } from '../auth/permissions.js';
import { Build } from '../build.js';
import { notFound } from '../http/refusal.js';
import { Settings } from '../settings.js';

@Injectable()
export class MeService {
  constructor(
    private readonly persons: CallerRepository,
    private readonly reminders: ReminderRepository,
    private readonly inbox: InboxRepository,
    private readonly settings: Settings,
    private readonly build: Build,
  ) {}

  async read({ personId, accountId, role, language, scope, present: { today } }: Caller): Promise<Me> {
    const [holder, clusters, sums, unread] = await Promise.all([
      this.persons.readHolder(accountId),
      role === 'manager' ? this.persons.readLedClusters(scope) : [],
      this.reminders.sums(scope),
      this.inbox.countUnread(personId),
    ]);
    if (!holder) throw notFound();
    const { isDemo, mailboxUrl } = this.settings.env;
    return {
      id: personId,
      name: holder.name,
      email: holder.email,
      role,
      language,
      permissions: [...permissionsOf(role)],
      clusters,
      today,
      demo: isDemo,
      mailboxUrl: mayDo(role, 'reminder:read-text') ? mailboxUrl : null,
      failedReminders: sums.failed,
      unread,
      version: this.build.version,
    };
  }

  async chooseLanguage(caller: Caller, { language }: BodyOf<'me.language'>): Promise<{ id: string }> {
    await this.persons.setLanguage(caller.personId, language, actorOf(caller, null));
    return { id: caller.personId };
  }
}
