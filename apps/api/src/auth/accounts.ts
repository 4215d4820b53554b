import type { IncomingHttpHeaders } from 'node:http';

/** A person who is to get a mail about the own account. */
export interface AccountHolder {
  name: string;
  email: string;
  language: 'da' | 'en';
}

/** A link that works once. */
export interface AccountLink {
  url: string;
  /** Instant at which it stops working. */
  expiresAt: string;
}

/** Sends mails about accounts at once. Addresses are never logged. */
export abstract class AccountMails {
  /** `inviter`: name of who made the account; null for the system. */
  abstract invitation(to: AccountHolder, link: AccountLink, inviter: string | null): Promise<void>;
  abstract passwordReset(to: AccountHolder, link: AccountLink): Promise<void>;
}

/**
 * Accounts and sessions, whoever keeps them. An account knows an address and a password; what its owner may do is read from the
 * person it belongs to.
 */
export abstract class Accounts {
  /** The token of the session that a request belongs to, its signature checked; null for everyone else. */
  abstract sessionOf(headers: IncomingHttpHeaders): Promise<string | null>;
  /** Answers `/api/auth/*`: sign-in, sign-out, password reset. */
  abstract handle(request: Request): Promise<Response>;
  /** Makes an account without a password, or finds the one with that address. */
  abstract ensureAccount(holder: AccountHolder): Promise<string>;
  /** Makes an account with a password known from the start: the demonstration's. */
  abstract ensureAccountWithPassword(holder: AccountHolder, password: string): Promise<string>;
  /** Mails a link by which the owner chooses a password. Links that were mailed before open nothing any more. */
  abstract invite(accountId: string, holder: AccountHolder, inviter: string | null): Promise<void>;
  /** Whether the owner has chosen a password, per account. */
  abstract haveChosenPassword(accountIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ends every session of an account, and every link that was mailed to its owner. */
  abstract shutOut(accountId: string): Promise<void>;
  abstract close(): Promise<void>;
}
