import { expect, test } from 'vitest';
import { day } from './reminder-mail.fixture.js';
import { composeWeeklyMail, type WeeklyMailInput } from './weekly-mail.js';

const weekly: WeeklyMailInput = {
  language: 'da',
  recipient: { name: 'Mette Lindholm', email: 'mette.lindholm@example.dk' },
  weekOn: day('2026-11-30'),
  changed: [],
  due: [{ cluster: 'CLEAN', step: 'book-audit', on: day('2026-12-18') }],
  needsAction: [
    { cluster: 'MADE', verdict: 'at-risk', next: { code: 'book-audit', dueOn: day('2026-11-27'), overdue: true } },
    { cluster: 'DigitalLead', verdict: 'at-risk', next: { code: 'await-decision', dueOn: day('2026-12-14'), overdue: false } },
    { cluster: 'Vision Denmark', verdict: 'unknown', next: { code: 'confirm-record', dueOn: null, overdue: false } },
    { cluster: 'MARLOG', verdict: 'renewable', next: { code: 'none', dueOn: null, overdue: false } },
  ],
  failedReminders: 1,
  sending: { lastRunAt: '2026-11-30T05:00:00Z', sent: 12, toCome: 30, failed: 1, held: 0 },
  seal: { hash: 'ab'.repeat(32), position: 1234 },
  url: 'https://klyngevagt.example/portfolio',
  unsubscribe: null,
  isIllustrative: false,
  isPossibleRepeat: false,
};

test('what needs action stands first, with what comes next and by when', () => {
  const { subject, text } = composeWeeklyMail(weekly);
  expect(subject).toBe('4 klynger kræver handling i ugen fra 30. november 2026');
  expect(text).toContain('- MADE: I fare. Book audit, fristen var fredag den 27. november 2026\n');
  expect(text).toContain('- DigitalLead: I fare. Afgørelse ventes mandag den 14. december 2026\n');
  expect(text).toContain('- Vision Denmark: Kan ikke afgøres. Kontrollér registret\n');
  expect(text).toContain('- MARLOG: Ikke opfyldt, kan fornyes\n');
  expect(text).toContain('- CLEAN – Book audit: fredag 18. december 2026\n');
  expect(text).toContain('Påmindelser: 12 sendt, 30 venter, 1 fejlet, 0 forfaldne og ikke sendt.');
  expect(text).toContain(`1234 poster, ${'ab'.repeat(32)}.`);
});

test('a week in which nothing needs action, in English', () => {
  const { subject, text } = composeWeeklyMail({ ...weekly, language: 'en', needsAction: [], due: [], failedReminders: 0, seal: null });
  expect(subject).toBe('No cluster needs action in the week of 30 November 2026');
  expect(text).toContain('Nothing has changed since last week. No deadline falls within 30 days. No reminder has failed.');
  expect(text).not.toMatch(/Needs action:|\{\{|[æøå]/);
});
