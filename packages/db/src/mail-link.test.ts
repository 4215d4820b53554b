import { calendarDate } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { mailKinds } from './entities/mail-preference.js';
import { acknowledgeLink, oneClickUnsubscribeLink, readAcknowledgeToken, readUnsubscribeToken, unsubscribeLink } from './mail-link.js';

const secret = 'one secret of a server, long enough';
const sendingKey = '0b6f3c1e-8f0a-4d55-9b1e-3f2a7c9d1e05';
const personId = '7c1de4aa-52b0-4c0e-8d8a-0f6a5b1c2d3e';
const expiresOn = calendarDate('2026-12-28');
const token = (link: string) => link.slice(link.lastIndexOf('/') + 1);
const acknowledge = () => token(acknowledgeLink('https://k.example.dk', secret, { sendingKey, expiresOn }));
const unsubscribe = () => token(unsubscribeLink('https://k.example.dk', secret, { personId, kind: 'weekly' }));

describe('links in mails', () => {
  it('say what they were signed for, the same text for the same mail', () => {
    expect(acknowledgeLink('https://k.example.dk', secret, { sendingKey, expiresOn })).toMatch(
      /^https:\/\/k\.example\.dk\/acknowledge\/[\w-]{48}$/,
    );
    expect(readAcknowledgeToken(secret, acknowledge())).toEqual({ sendingKey, expiresOn });
    expect(acknowledge()).toBe(acknowledge());
    for (const kind of mailKinds) {
      const link = unsubscribeLink('https://k.example.dk', secret, { personId, kind });
      expect(readUnsubscribeToken(secret, token(link))).toEqual({ personId, kind });
      expect(oneClickUnsubscribeLink('https://k.example.dk', secret, { personId, kind })).toBe(
        `https://k.example.dk/api/unsubscribe/${token(link)}`,
      );
    }
  });

  it('are nothing once a character was changed, added or left out', () => {
    for (const [text, read] of [
      [acknowledge(), readAcknowledgeToken],
      [unsubscribe(), readUnsubscribeToken],
    ] as const) {
      for (let place = 0; place < text.length; place += 1) {
        const other = text[place] === 'A' ? 'B' : 'A';
        expect(read(secret, text.slice(0, place) + other + text.slice(place + 1))).toBeNull();
      }
      for (const altered of ['', 'x', `${text}A`, `${text}=`, ` ${text}`, text.slice(0, -1), text.slice(4)]) {
        expect(read(secret, altered)).toBeNull();
      }
    }
  });

  it('are nothing under another secret, or for another purpose', () => {
    expect(readAcknowledgeToken(`${secret}.`, acknowledge())).toBeNull();
    expect(readUnsubscribeToken(`${secret}.`, unsubscribe())).toBeNull();
    expect(readUnsubscribeToken(secret, acknowledge())).toBeNull();
    expect(readAcknowledgeToken(secret, unsubscribe())).toBeNull();
  });
});
