import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';

interface MailInBox {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
}

async function inbox(): Promise<Pick<MailInBox, 'id' | 'to' | 'subject'>[]> {
  const answer = await fetch(`${inject('product').mailboxUrl}/mails.json`);
  return (await answer.json()) as Pick<MailInBox, 'id' | 'to' | 'subject'>[];
}

/** Ids of what an address has got so far. */
export async function mailIdsTo(address: string): Promise<string[]> {
  return (await inbox()).filter(({ to }) => to.includes(address)).map(({ id }) => id);
}

/** The next mail to the address, besides those that are known. */
export async function nextMailTo(address: string, known: readonly string[] = []): Promise<MailInBox> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const found = (await inbox()).find(({ id, to }) => to.includes(address) && !known.includes(id));
    if (found) return (await (await fetch(`${inject('product').mailboxUrl}/mails/${found.id}.json`)).json()) as MailInBox;
    await pause(200);
  }
  throw new Error(`no new mail to ${address}`);
}

/** The first link of the text part whose address matches. */
export function linkIn({ text }: MailInBox, pattern: RegExp): string {
  const link = [...text.matchAll(/https?:\/\/[^\s<>)]+/g)].map(([address]) => address).find((address) => pattern.test(address));
  if (!link) throw new Error(`no link like ${pattern} in:\n${text}`);
  return link;
}
