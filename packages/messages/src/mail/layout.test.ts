import { describe, expect, test } from 'vitest';
import { composeDigestMail } from './digest-mail.js';
import type { Mail } from './mail-body.js';
import { day, digestTopicOf, everySituation, reminderOf } from './reminder-mail.fixture.js';
import { composeReminderMail } from './reminder-mail.js';

const on = '2026-12-11';
const events = everySituation.filter(({ example }) => example === 5).map(({ event }) => event);
const links = { all: 'https://klyngevagt.example/inbox', unsubscribe: 'https://klyngevagt.example/unsubscribe/abc' };
const topics = [digestTopicOf(5, on, events, 'CLEAN'), digestTopicOf(7, on, events.slice(0, 1), 'MADE')];
const mails: Record<string, Mail> = {
  'of one cluster': composeReminderMail({ ...reminderOf(5, on, events), links: { ...topics[0]!.links, ...links } }),
  'of several': composeDigestMail({ language: 'da', on: day(on), recipient: { name: 'Anne Holm' }, topics, links, isPossibleRepeat: true }),
};

describe.each(Object.entries(mails))('a mail %s', (_name, { html, text }) => {
  test('is built of what Word draws: tables, attributes, plain colours', () => {
    const drawn = html.replace(/<style>[^]*?<\/style>/g, '');
    expect(drawn).not.toMatch(/display:\s*(flex|grid)|float:|position:|background-image|url\(|var\(|<img|<svg|\bclass="(?!kv-)/);
    // A shorthand for the background is not drawn everywhere.
    expect(drawn).not.toMatch(/[";]background:/);
    for (const [table] of drawn.matchAll(/<table[^>]*>/g)) expect(table).toMatch(/cellpadding="0"\s+cellspacing="0"\s+border="0"/);
    expect(html).toContain('mso-padding-alt');
    expect(html.match(/<!--\[if mso\]>/g)?.length).toBe(html.match(/<!\[endif\]-->/g)?.length);
  });

  test('has a language, one title and one main heading', () => {
    expect(html).toContain('<html lang="da">');
    expect(html.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('has every link of its HTML in its text, alone on a line', () => {
    const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address?.replaceAll('&amp;', '&'));
    const lines = text.split('\n');
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(lines).toContain(address);
    expect(lines.filter((line) => line.includes('://') && !line.startsWith('https://'))).toEqual([]);
  });
});
