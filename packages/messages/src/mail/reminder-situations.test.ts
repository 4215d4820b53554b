import { describe, expect, test } from 'vitest';
import { day, digestTopicOf, everySituation, type Moment, reminderOf, topicOf } from './reminder-mail.fixture.js';
import { composeDigestMail } from './digest-mail.js';
import { composeReminderMail } from './reminder-mail.js';

describe('every event, ahead, on the day and passed, to everybody', () => {
  const moments: readonly Moment[] = ['ahead', 'today', 'passed'];
  const cases = everySituation.flatMap((one) => moments.map((moment) => ({ ...one, moment, name: `${one.event.event}, ${moment}` })));

  test.each(cases)('$name: no holes, one language, the same dates in both parts', ({ event, example, on, moment }) => {
    for (const role of ['manager', 'chair', 'officer', 'head'] as const) {
      const [danish, english] = (['da', 'en'] as const).map((language) =>
        composeReminderMail(reminderOf(example, on[moment], [event], { language, recipient: { name: 'Anne Holm', role } })),
      );
      for (const mail of [danish, english]) {
        if (!mail) throw new Error('nothing was composed');
        const { subject, text, html } = mail;
        for (const part of [subject, text, html])
          expect(part).not.toMatch(/\{\{|\bmail\.|reminderMail|reminderHeadlines|undefined|\bnull\b/);
        // An empty word leaves two spaces.
        expect(text).not.toMatch(/\S {2}\S| [.,:]/);
        expect(datesIn(text)).toEqual(datesIn(html));
        expect(datesIn(text)).not.toEqual([]);
      }
      expect(danish?.text).not.toMatch(/\b(the|and|is|was|by|of|today|you|deadline)\b/i);
      expect(english?.text).not.toMatch(/[æøå]|\b(og|er|til|senest|frist)\b/i);
    }
  });

  const cluster = { name: 'CenSec - Center for Defence, Space & Security', shortName: 'CenSec' };

  test.each(cases)(
    '$name: the first sentence tells by which day, and to whose people; the subject is not cut off',
    ({ event, example, on, moment }) => {
      for (const language of ['da', 'en'] as const) {
        for (const role of ['manager', 'chair', 'officer', 'head'] as const) {
          const recipient = { name: 'Anne Holm', role };
          const more = { language, recipient, cluster, marking: 'illustrative' as const };
          const { subject, text, html } = composeReminderMail(reminderOf(example, on[moment], [event], more));
          expect(subject.length, subject).toBeLessThanOrEqual(78);
          if (role === 'officer' || role === 'head') expect(subject).toMatch(/^\[illustrativ?e?\] CenSec: /);
          const first = text.split('\n\n')[3] ?? '';
          const isOwn = role === 'manager' || role === 'chair';
          const whose = event.event === 'waiver' || !isOwn ? cluster.name : { da: '(I|Jeres)', en: '(You|Your)' }[language];
          expect(first).toMatch(new RegExp(`^(The Gold Label of |Guldmærket for )?${whose}\\b`));
          if (!/^Jeres guldmærke kan ikke|can no longer|kan ikke længere/.test(first)) expect(first).toMatch(weekdayAndDate[language]);
          // A list of mails shows it beside the subject.
          const [, preview] = /<div style="display:none[^>]*>([^<]*)<\/div>/.exec(html) ?? [];
          expect(preview?.replaceAll('\u00a0', ' ').replaceAll('&amp;', '&')).toBe(first);
        }
      }
    },
  );

  test('of two duties at the same time each is told of with its own days', () => {
    const [cycle, ending] = ['gold:renewal:gold-2', 'silver:renewal:silver'];
    const topic = topicOf(5, '2026-11-25', [
      { event: 'booking', cycle, deadlineOn: day('2026-12-18') },
      { event: 'end', cycle: ending, deadlineOn: day('2026-12-31') },
    ]);
    const { duty } = topic.decision;
    if (!duty?.chain) throw new Error('worked example 5 has a chain');
    const { required, chain, verdict } = duty;
    const silver = {
      ...duty,
      verdict: { ...verdict, requiredLevel: 'silver' as const, programmeId: 'other' },
      required: { ...required, level: 'silver' as const, validUntil: day('2026-12-31') },
      chain: { ...chain, cycle: { ...chain.cycle, key: ending, level: 'silver' as const } },
    };
    const decision = {
      ...topic.decision,
      duties: [duty, silver],
      verdicts: [duty.verdict, silver.verdict],
    };
    const mail = composeReminderMail({ ...reminderOf(5, '2026-11-25', []), ...topic, decision });
    expect(mail.subject).toContain('31. december 2026');
    expect(mail.text).toMatch(/sølvmærke[^.]* 31\. december 2026/);
    expect(mail.text).toMatch(/guldaudit senest 18\. december 2026/);
  });

  test('a name without a short one is cut before the date is', () => {
    const passed = everySituation.map(({ event, example, on }) => ({ event, example, on: on.passed }));
    for (const { event, example, on } of passed) {
      const recipient = { name: 'Mette Lindholm', role: 'officer' as const };
      const more = { recipient, cluster: { name: 'MARLOG - Maritime & Logistics Innovation Denmark' } };
      const { subject } = composeReminderMail(reminderOf(example, on, [event], more));
      expect(subject.length, subject).toBeLessThanOrEqual(78);
      expect(subject).toMatch(/^MARLOG - M/);
    }
    const topics = [5, 9].map((number) => digestTopicOf(number, '2026-12-11', [everySituation[0]!.event], 'A'.repeat(90)));
    const { subject } = composeDigestMail({
      language: 'da',
      on: day('2026-12-11'),
      recipient: { name: 'Anne Holm' },
      topics,
      isPossibleRepeat: false,
      links: { all: 'https://klyngevagt.example/inbox' },
    });
    expect(subject.length).toBeLessThanOrEqual(78);
  });

  test('a title keeps as many of its words as a subject has room for', () => {
    const document = {
      event: 'document' as const,
      subject: 'd',
      subjectTitle: 'Referencer fra virksomheder 2025',
      deadlineOn: day('2027-01-29'),
    };
    const { subject } = composeReminderMail(reminderOf(5, '2026-12-30', [document], { marking: 'illustrative' }));
    expect(subject).toBe('[illustrativ] Dokumentet »Referencer fra…« udløber 29.01.2027');
  });

  test('a title that ends like a sentence does not end the one it stands in', () => {
    const recommendation = {
      event: 'recommendation' as const,
      subject: 'r',
      subjectTitle: 'Følg strategien op hvert år.',
      deadlineOn: day('2026-12-15'),
    };
    const { subject, text } = composeReminderMail(reminderOf(5, '2026-12-01', [recommendation]));
    expect(subject).toBe('Følg op på »Følg strategien op hvert år« senest 15. december 2026');
    expect(text).not.toMatch(/\.[«:]/);
  });

  test('a title carries no markup, no second header and no place to be filled in', () => {
    const subjectTitle = '<script>alert(1)</script>\r\nBcc: all@example.dk {{deadline}} $t(mail.closing)';
    for (const { event, example, on } of everySituation) {
      const { subject, html, text } = composeReminderMail(
        reminderOf(example, on.ahead, [
          { ...event, subjectTitle },
          { ...event, subjectTitle, deadlineOn: day('2028-01-03') },
        ]),
      );
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).not.toContain('<script>');
      expect(text).not.toContain('$t(mail.closing) Venlig');
      expect(html.match(/<h1/g)).toHaveLength(1);
    }
  });
});

const weekdayAndDate = {
  da: /\b(man|tirs|ons|tors|fre|lør|søn)dag den \d{1,2}\. [a-z]+ \d{4}\b/,
  en: /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}\b/,
};

function datesIn(part: string): string[] {
  return [...new Set(part.replaceAll('\u00a0', ' ').match(/\b\d{1,2}\.? [a-zA-Z]+ \d{4}\b/g))].sort();
}
