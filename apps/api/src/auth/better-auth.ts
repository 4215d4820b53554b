import type { IncomingHttpHeaders } from 'node:http';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { fromNodeHeaders } from 'better-auth/node';
import pg from 'pg';
import { type AccountHolder, type AccountLink, type AccountMails, Accounts } from './accounts.js';

/** Set by us from the peer's address; whatever a client sends under this name is dropped. */
export const clientAddressHeader = 'x-klyngevagt-client-address';

export interface AccountSettings {
  databaseUrl: string;
  publicUrl: string;
  /** Origins from which changes are taken. */
  origins: readonly string[];
  secret: string;
  /** Attempts to sign in per minute and client address. */
  signInsPerMinute: number;
  mails: AccountMails;
  /** Name and language of the owner, for a mail; null: nobody who may sign in has this address. */
  holderOf: (accountId: string) => Promise<AccountHolder | null>;
}

const hours = (count: number) => count * 3600;
const invitationLastsSeconds = hours(7 * 24);
const resetLastsSeconds = hours(1);
const passwordMinimum = 12;

/** @param endLinks makes every link that was mailed to the owner of an account useless */
export function authOptions(settings: AccountSettings, database: pg.Pool, endLinks: (accountId: string) => Promise<void>) {
  return {
    appName: 'Klyngevagt',
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    trustedOrigins: [...settings.origins],
    database,
    user: { modelName: 'account_user', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      modelName: 'account_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: hours(12),
      updateAge: hours(1),
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'account_credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'account_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordMinimum,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetLastsSeconds,
      sendResetPassword: async ({ user, token }) => {
        const holder = await settings.holderOf(user.id);
        if (holder) await settings.mails.passwordReset(holder, choosePasswordLink(settings.publicUrl, token, resetLastsSeconds));
      },
      // Of several links the one that was followed is the last one: who finds another in an old mailbox opens nothing with it.
      onPasswordReset: async ({ user }) => endLinks(user.id),
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'account_attempt',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: settings.signInsPerMinute },
        '/request-password-reset': { window: 600, max: Math.max(5, settings.signInsPerMinute) },
        '/reset-password': { window: 600, max: Math.max(10, settings.signInsPerMinute) },
      },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'klyngevagt',
      useSecureCookies: settings.publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  } satisfies BetterAuthOptions;
}

/** Where the dashboard lets a person choose a password. */
function choosePasswordLink(publicUrl: string, token: string, lastsSeconds: number): AccountLink {
  const expiresAt = new Date(Date.now() + lastsSeconds * 1000).toISOString();
  return { url: `${publicUrl}/set-password?token=${encodeURIComponent(token)}`, expiresAt };
}

/** Accounts kept by better-auth in tables of its own. */
export class BetterAuthAccounts extends Accounts {
  private readonly pool: pg.Pool;
  private readonly auth;

  constructor(private readonly settings: AccountSettings) {
    super();
    this.pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 5, application_name: 'klyngevagt-accounts' });
    // An idle connection that the server closes must not end the process; the next query opens another.
    this.pool.on('error', () => undefined);
    this.auth = betterAuth(authOptions(settings, this.pool, (accountId) => this.endLinks(accountId)));
  }

  async sessionOf(headers: IncomingHttpHeaders): Promise<string | null> {
    if (!headers.cookie) return null;
    const session = await this.auth.api.getSession({ headers: fromNodeHeaders(headers) });
    return session?.session.token ?? null;
  }

  async handle(request: Request): Promise<Response> {
    return this.auth.handler(request);
  }

  async ensureAccount({ email }: AccountHolder): Promise<string> {
    const { internalAdapter } = await this.auth.$context;
    const found = await internalAdapter.findUserByEmail(email);
    if (found) return found.user.id;
    try {
      return (await internalAdapter.createUser({ email, name: '', emailVerified: true }, { method: 'admin' })).id;
    } catch (error) {
      // Two invitations to one person at the same moment: the other one made the account.
      const other = await internalAdapter.findUserByEmail(email);
      if (!other) throw error;
      return other.user.id;
    }
  }

  async ensureAccountWithPassword(holder: AccountHolder, password: string): Promise<string> {
    const { internalAdapter, password: passwords } = await this.auth.$context;
    const userId = await this.ensureAccount(holder);
    const credentials = await internalAdapter.findAccounts(userId);
    if (!credentials.some(({ providerId }) => providerId === 'credential')) {
      await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: await passwords.hash(password) });
    }
    return userId;
  }

  async invite(accountId: string, holder: AccountHolder, inviter: string | null): Promise<void> {
    const { internalAdapter } = await this.auth.$context;
    await this.endLinks(accountId);
    const token = crypto.randomUUID().replaceAll('-', '') + crypto.randomUUID().replaceAll('-', '');
    const link = choosePasswordLink(this.settings.publicUrl, token, invitationLastsSeconds);
    await internalAdapter.createVerificationValue({
      identifier: `reset-password:${token}`,
      value: accountId,
      expiresAt: new Date(link.expiresAt),
    });
    await this.settings.mails.invitation(holder, link, inviter);
  }

  async haveChosenPassword(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (accountIds.length === 0) return new Set();
    const { adapter } = await this.auth.$context;
    const credentials = await adapter.findMany<{ userId: string; password: string | null }>({
      model: 'account',
      where: [{ field: 'userId', operator: 'in', value: [...accountIds] }],
      limit: accountIds.length * 2,
    });
    return new Set(credentials.filter(({ password }) => password).map(({ userId }) => userId));
  }

  async shutOut(accountId: string): Promise<void> {
    const { internalAdapter } = await this.auth.$context;
    await this.endLinks(accountId);
    await internalAdapter.deleteUserSessions(accountId);
  }

  private async endLinks(accountId: string): Promise<void> {
    const { adapter } = await this.auth.$context;
    await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: accountId }] });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
