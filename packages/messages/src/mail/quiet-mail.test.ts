import { expect, test } from 'vitest';
import { composeQuietMail } from './quiet-mail.js';
import type { QuietMailInput } from './reminder-input.js';
import { day } from './reminder-mail.fixture.js';
import { unsubscribeHeaders } from './unsubscribe-headers.js';

const quiet: QuietMailInput = {
  language: 'da',
  recipient: { name: 'Anne Holm', email: 'anne.holm@example.dk' },
  weekOn: day('2026-11-23'),
  clusters: ['MADE'],
  lastRunAt: '2026-11-30T05:00:00Z',
  next: { cluster: 'MADE', event: 'milestone', subject: 'self-test', deadlineOn: day('2026-12-04') },
  marking: null,
  links: { page: 'https://klyngevagt.example/my-cluster/made', unsubscribe: 'https://klyngevagt.example/unsubscribe/abc' },
  isPossibleRepeat: false,
};

test('it says why silence can be believed, and what comes next', () => {
  const { subject, text, html } = composeQuietMail(quiet);
  expect(subject).toBe('Rolig uge: ingen påmindelser i ugen fra 23. november 2026');
  for (const part of [text, html.replaceAll('\u00a0', ' ')]) {
    expect(part).toContain('var der ingen påmindelser til dig om MADE. Udsendelsen kørte senest 30. november 2026 kl. 06.00.');
    expect(part).toMatch(/Næste frist er (<strong[^>]*>)?fredag den 4\. december 2026(<\/strong>)?: MADE – Gennemfør selvtesten\./);
    expect(part).toContain('https://klyngevagt.example/unsubscribe/abc');
    expect(part).not.toMatch(/\{\{/);
  }
});

test('a title that ends like a sentence does not end the one that it stands in', () => {
  const next = { cluster: 'MADE', event: 'recommendation' as const, subjectTitle: 'Mål tilfredsheden.', deadlineOn: day('2027-06-17') };
  expect(composeQuietMail({ ...quiet, next }).text).toContain('2027: MADE – anbefalingens frist (Mål tilfredsheden).\n');
});

test('many clusters, no deadline ahead, in English', () => {
  const { text } = composeQuietMail({ ...quiet, language: 'en', clusters: ['MADE', 'CLEAN'], next: null, marking: 'fictional' });
  expect(text).toContain('no reminders to you about the 2 clusters that you follow');
  expect(text).toContain('No deadline ahead is known.');
  expect(text).toContain('the cluster and all dates are invented');
});

test('one press in a mail program switches a kind off', () => {
  expect(unsubscribeHeaders('https://klyngevagt.example/unsubscribe/abc')).toEqual({
    'List-Unsubscribe': '<https://klyngevagt.example/unsubscribe/abc>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
});
