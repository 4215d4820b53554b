import type { BodyOf, Me, SignInOptions } from '@klyngevagt/contracts';
import { CallerRepository, ReminderRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { demoAccounts, demoPassword } from '../auth/demo-accounts.js';
import { mayDo, permissionsOf } from '../auth/permissions.js';
import { Build } from '../build.js';
import { Clock } from '../clock.js';
import { notFound } from '../http/refusal.js';
import { Settings } from '../settings.js';

@Injectable()
export class MeService {
  constructor(
    private readonly persons: CallerRepository,
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly build: Build,
  ) {}

  async read({ personId, accountId, role, language, scope }: Caller): Promise<Me> {
    const [holder, clusters, sums, today] = await Promise.all([
      this.persons.readHolder(accountId),
      role === 'manager' ? this.persons.readLedClusters(scope) : [],
      this.reminders.sums(scope),
      this.clock.today(),
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
      version: this.build.version,
    };
  }

  async chooseLanguage(caller: Caller, { language }: BodyOf<'me.language'>): Promise<{ id: string }> {
    await this.persons.setLanguage(caller.personId, language, actorOf(caller, null));
    return { id: caller.personId };
  }

  async readSignInOptions(): Promise<SignInOptions> {
    const { isDemo, accessibilityStatementUrl, contactEmail } = this.settings.env;
    return {
      demo: isDemo,
      today: await this.clock.today(),
      accounts: isDemo ? demoAccounts.map((account) => ({ ...account, password: demoPassword })) : [],
      accessibilityStatementUrl,
      contact: contactEmail,
      version: this.build.version,
    };
  }
}
