import { describe, expect, test } from 'vitest';
import { day, everySituation, type Moment, reminderOf } from './reminder-mail.fixture.js';
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
        expect(subject.length - (role === 'manager' || role === 'chair' ? 0 : 'Danish Life Science Cluster: '.length)).toBeLessThanOrEqual(
          78,
        );
      }
      expect(danish?.text).not.toMatch(/\b(the|and|is|was|by|of|today|you|deadline)\b/i);
      expect(english?.text).not.toMatch(/[æøå]|\b(og|er|til|senest|frist)\b/i);
    }
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

function datesIn(part: string): string[] {
  return [...new Set(part.replaceAll('\u00a0', ' ').match(/\b\d{1,2}\.? [a-zA-Z]+ \d{4}\b/g))].sort();
}
