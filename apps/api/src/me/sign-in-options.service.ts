import type { SignInOptions } from '@klyngevagt/contracts';
import { Injectable } from '@nestjs/common';
import { demoAccounts, demoPassword } from '../auth/demo-accounts.js';
import { Build } from '../build.js';
import { Clock } from '../clock.js';
import { Settings } from '../settings.js';

/** What the sign-in page shows before anyone is known. */
@Injectable()
export class SignInOptionsService {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly build: Build,
  ) {}

  async read(): Promise<SignInOptions> {
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
