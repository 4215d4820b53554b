import { describe, expect, test } from 'vitest';
import { composeDigestMail } from './digest-mail.js';
import type { DigestMailInput, DigestTopic } from './reminder-input.js';
import { day, digestTopicOf, everySituation, reminderOf } from './reminder-mail.fixture.js';
import { composeReminderMail } from './reminder-mail.js';

const on = '2026-12-11';
const eventOf = (name: string) => {
  const found = everySituation.find(({ event }) => event.event === name);
  if (!found) throw new Error(`no situation of ${name}`);
  return found.event;
};

const life = digestTopicOf(5, on, [eventOf('milestone'), eventOf('recommendation')], 'Danish Life Science Cluster');
const energy: DigestTopic = { ...digestTopicOf(9, on, [eventOf('waiver')], 'Energy Cluster Denmark'), toldAs: { role: 'officer' } };
const made = digestTopicOf(7, on, [eventOf('window-end'), eventOf('document')], 'MADE');

const digestOf = (topics: readonly DigestTopic[], more: Partial<DigestMailInput> = {}) =>
  composeDigestMail({
    language: 'da',
    on: day(on),
    recipient: { name: 'Anne Holm' },
    topics,
    links: { all: 'https://klyngevagt.example/inbox', unsubscribe: 'https://klyngevagt.example/unsubscribe/abc' },
    isPossibleRepeat: false,
    ...more,
  });

describe('about one cluster', () => {
  test('one deadline reads like a reminder of its own', () => {
    const topic = { ...life, events: [eventOf('milestone')] };
    const { parts, ...mail } = digestOf([topic]);
    const alone = reminderOf(5, on, [eventOf('milestone')]);
    const links = { ...topic.links, unsubscribe: 'https://klyngevagt.example/unsubscribe/abc' };
    expect(mail).toEqual(composeReminderMail({ ...alone, links }));
    expect(parts.map(({ clusterId }) => clusterId)).toEqual([topic.cluster.id]);
  });

  test('several are counted in the subject', () => {
    expect(digestOf([life]).subject).toBe('2 påmindelser: Gennemfør selvtesten (fristen var 4. december 2026)');
    expect(digestOf([{ ...life, marking: 'fictional', toldAs: { role: 'officer' } }], { language: 'en' }).subject).toBe(
      '[fictional] Danish Life Science…: Complete the self-test (was due 4 Dec 2026)',
    );
  });
});

describe('about several clusters', () => {
  test('the gravest comes first, each with its dates and links, under one foot', () => {
    const { subject, text, html } = digestOf([life, energy, made]);
    expect(subject).toBe('5 påmindelser: MADE og 2 andre klynger');
    expect(text.indexOf('Guldmærket for MADE')).toBeLessThan(text.indexOf('Energy Cluster Denmark er fritaget'));
    expect(text.indexOf('Energy Cluster Denmark er fritaget')).toBeLessThan(text.indexOf('Danish Life Science Cluster skulle have'));
    for (const title of ['Guldmærket for MADE', 'Energy Cluster Denmark er fritaget', 'Danish Life Science Cluster skulle have']) {
      expect(html).toMatch(new RegExp(`<h2[^>]*>${title}`));
    }
    for (const topic of [life, energy, made]) {
      for (const url of [topic.links.cluster, topic.links.acknowledge]) {
        expect(text).toContain(url);
        expect(html).toContain(url);
      }
    }
    expect(text).toContain('Du er klyngeleder for MADE og Danish Life Science Cluster. Du er programansvarlig for Energy Cluster Denmark.');
    expect(text.match(/Hvorfor får du mailen/g)).toHaveLength(1);
    expect(html.match(/https:\/\/klyngevagt.example\/inbox/g)).toHaveLength(1);
  });

  test('invented facts of one of them are marked in the subject, and where they stand', () => {
    const { subject, text, parts } = digestOf([life, { ...energy, marking: 'illustrative' }]);
    expect(subject).toMatch(/^\[illustrativ\] 3 påmindelser/);
    expect(text.match(/navne og datoer er illustrative/g)).toHaveLength(1);
    expect(parts.filter((part) => part.text.includes('illustrative')).map(({ clusterId }) => clusterId)).toEqual([energy.cluster.id]);
  });

  test.each(['da', 'en'] as const)(
    'a part tells of its own cluster only, to nobody in particular and without personal links (%s)',
    (language) => {
      const topics = [life, energy, made];
      const { parts } = digestOf(topics, { language });
      expect(new Set(parts.map(({ subject }) => subject)).size).toBe(3);
      for (const { clusterId, text, html } of parts) {
        for (const part of [text, html]) {
          for (const { cluster } of topics) {
            if (cluster.id === clusterId) expect(part).toContain(cluster.name);
            else expect(part).not.toContain(cluster.name);
          }
          expect(part).not.toMatch(/Anne Holm|\/acknowledge\/|\/unsubscribe\/|\/inbox|\{\{/);
        }
        expect(html).toMatch(/^<!doctype html>/);
        expect(html.match(/<h1/g)).toHaveLength(1);
      }
    },
  );
});
