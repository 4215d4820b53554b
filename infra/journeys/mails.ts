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

/** Ids of what an address has got so far under a subject: the worker may write to the same person about something else meanwhile. */
export async function mailIdsTo(address: string, about: string): Promise<string[]> {
  return (await inbox()).filter(({ to, subject }) => to.includes(address) && subject === about).map(({ id }) => id);
}

/** The next mail to the address under that subject, besides those that are known. */
export async function nextMailTo(address: string, about: string, known: readonly string[] = []): Promise<MailInBox> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const id = (await mailIdsTo(address, about)).find((one) => !known.includes(one));
    if (id) return (await (await fetch(`${inject('product').mailboxUrl}/mails/${id}.json`)).json()) as MailInBox;
    await pause(200);
  }
  throw new Error(`no new mail to ${address} under »${about}«`);
}

/** The first link of the text part whose address matches. */
export function linkIn({ text }: MailInBox, pattern: RegExp): string {
  const link = [...text.matchAll(/https?:\/\/[^\s<>)]+/g)].map(([address]) => address).find((address) => pattern.test(address));
  if (!link) throw new Error(`no link like ${pattern} in:\n${text}`);
  return link;
}
