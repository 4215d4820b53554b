import { readAcknowledgeToken, readUnsubscribeToken } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { notFound, Refusal } from '../http/refusal.js';
import { Settings } from '../settings.js';
import { LinkGuesses } from './link-guesses.js';

/**
 * Links of mails, read by their signature before anything is looked up: what was guessed or altered is answered alike and as quickly,
 * whatever exists. An address that goes on guessing is not listened to for a while.
 */
@Injectable()
export class MailLinks {
  constructor(
    private readonly settings: Settings,
    private readonly guesses: LinkGuesses,
  ) {}

  /** @throws Refusal `not-found`, `too-many-requests` */
  acknowledgement(token: string, address: string) {
    return this.read(readAcknowledgeToken, token, address);
  }

  /** @throws Refusal `not-found`, `too-many-requests` */
  unsubscription(token: string, address: string) {
    return this.read(readUnsubscribeToken, token, address);
  }

  private read<Link>(readToken: (secret: string, token: string) => Link | null, token: string, address: string): Link {
    if (this.guesses.waitFor(address) !== null) throw new Refusal('too-many-requests');
    const link = readToken(this.settings.env.authSecret, token);
    if (link !== null) return link;
    this.guesses.count(address);
    throw notFound();
  }
}
