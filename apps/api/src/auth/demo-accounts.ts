import type { Role } from '@klyngevagt/contracts';
import { CallerRepository, systemActor } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { Accounts } from './accounts.js';

export const demoPassword = 'klyngevagt-demo';

export const demoAccounts: readonly { email: string; role: Role }[] = [
  { email: 'officer@klyngevagt.example', role: 'officer' },
  { email: 'manager@klyngevagt.example', role: 'manager' },
  { email: 'reader@klyngevagt.example', role: 'reader' },
  { email: 'admin@klyngevagt.example', role: 'administrator' },
];

/** Accounts of the demonstration's persons, made at start. Never called outside demo mode. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly accounts: Accounts,
    private readonly persons: CallerRepository,
  ) {}

  async ensure(): Promise<void> {
    for (const person of await this.persons.readPersonsToSignIn(demoAccounts.map(({ email }) => email))) {
      const accountId = await this.accounts.ensureAccountWithPassword(person, demoPassword);
      if (person.accountId !== accountId) await this.persons.linkAccount(person.personId, accountId, systemActor('demo-accounts'));
    }
  }
}
