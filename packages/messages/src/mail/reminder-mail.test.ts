import { type CalendarDate, type ClusterFacts, decideCluster, type ReminderEvent } from '@klyngevagt/scoring';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../../scoring/src/default-rules.fixture.js';
import { workedExamples } from '../../../scoring/src/worked-examples.fixture.js';
import { composeInvitationMail, composePasswordResetMail } from './account-mail.js';
import type { ReminderMailInput } from './reminder-input.js';
import { composeReminderMail } from './reminder-mail.js';

const day = (text: string) => text as CalendarDate;
const facts = (number: number): ClusterFacts => {
  const example = workedExamples.find((candidate) => candidate.number === number);
  if (!example) throw new Error(`worked example ${number} is gone`);
  return example.facts;
};

function input(
  number: number,
  on: string,
  event: ReminderEvent,
  deadlineOn: string,
  more: Partial<ReminderMailInput> = {},
): ReminderMailInput {
  return {
    language: 'da',
    on: day(on),
    recipient: { name: 'Anne Holm', role: 'manager' },
    cluster: { name: 'Danish Life Science Cluster' },
    events: [{ event, deadlineOn: day(deadlineOn) }],
    decision: decideCluster(facts(number), defaultRules, day(on)),
    rules: defaultRules,
    nextReminderOn: day('2026-12-11'),
    officer: { name: 'Mette Lindholm' },
    marking: null,
    links: { cluster: 'https://klyngevagt.example/my-cluster/dlsc', calculation: 'https://klyngevagt.example/my-cluster/dlsc#hvorfor' },
    isPossibleRepeat: false,
    ...more,
  };
}

const booking = (on: string, more: Partial<ReminderMailInput> = {}) => input(5, on, 'booking', '2026-12-18', more);

describe('the wording fits the day of sending', () => {
  test.each([
    ['2026-12-04', 'Book guldaudit senest 18. december 2026', 'inden 14 dage'],
    ['2026-12-17', 'Book guldaudit senest 18. december 2026', 'senest i morgen'],
    ['2026-12-18', 'I dag er sidste sikre dag at booke guldaudit', 'I dag er sidste sikre dag for Danish Life Science Cluster'],
    ['2026-12-19', 'Guldaudit skulle være booket senest 18. december 2026', 'skulle have booket guldaudit i går'],
    ['2026-12-28', 'Guldaudit skulle være booket senest 18. december 2026', 'for 10 dage siden'],
  ])('booking, on %s', (on, subject, title) => {
    const mail = composeReminderMail(booking(on));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(title);
    expect(mail.html).toContain(title);
  });

  test.each([
    ['2027-03-01', 'Guldmærket udløber 31. marts 2027', 'udløber om 30 dage'],
    ['2027-03-31', 'Guldmærket udløber i dag', 'udløber i dag'],
    ['2027-04-01', 'Guldmærket er udløbet, men kan fornyes til og med 31. marts 2028', 'er udløbet, men kan stadig fornyes'],
  ])('end, on %s', (on, subject, title) => {
    const mail = composeReminderMail(input(5, on, 'end', '2027-03-31'));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(title);
  });

  test.each([
    ['2027-05-31', 'kan fornyes i 30 dage endnu'],
    ['2027-06-29', 'kan kun fornyes til og med i morgen'],
    ['2027-06-30', 'I dag er sidste dag at forny guldmærket'],
  ])('end of the window, on %s', (on, title) => {
    const mail = composeReminderMail(input(7, on, 'window-end', '2027-06-30'));
    expect(mail.subject).toBe('Guldmærket kan kun fornyes til og med 30. juni 2027');
    expect(mail.text).toContain(title);
  });

  test('an audit booked too late is to be moved', () => {
    const audit = {
      id: 'a',
      level: 'gold',
      firstDayOn: day('2027-02-18'),
      lastDayOn: day('2027-02-18'),
      state: 'confirmed',
      reportedOn: day('2026-12-01'),
    };
    const decision = decideCluster({ ...facts(5), audits: [audit as ClusterFacts['audits'][number]] }, defaultRules, day('2026-12-04'));
    const mail = composeReminderMail(booking('2026-12-04', { decision }));
    expect(mail.subject).toBe('Guldaudit ligger for sent: flyt den til senest 17. februar 2027');
    expect(mail.text).toContain('Audit er registreret til 18. februar 2027, og så ventes afgørelsen først 1. april 2027.');
    expect(mail.text).not.toContain('Vi har ikke registreret en dato');
  });

  test('an audit that is over is no longer awaited', () => {
    const audit = {
      id: 'a',
      level: 'gold',
      firstDayOn: day('2027-02-01'),
      lastDayOn: day('2027-02-01'),
      state: 'held',
      reportedOn: day('2026-12-01'),
    };
    const held = { ...facts(5), audits: [audit as ClusterFacts['audits'][number]] };
    const on = (text: string) =>
      composeReminderMail(input(5, text, 'end', '2027-03-31', { decision: decideCluster(held, defaultRules, day(text)) })).text;
    expect(on('2027-01-29')).toContain('Audit er registreret til 1. februar 2027. Afgørelsen ventes 15. marts 2027.');
    expect(on('2027-03-01')).toContain('Audit var registreret til 1. februar 2027. Afgørelsen ventes 15. marts 2027.');
    expect(on('2027-03-31')).toContain('Audit var registreret til 1. februar 2027. Vi har endnu ikke registreret en afgørelse.');
  });

  test('a booking inside the renewal window is about the end of the window', () => {
    const { text } = composeReminderMail(input(7, '2027-03-12', 'booking', '2027-03-19'));
    expect(text).toContain('Jeres guldmærke udløb 30. juni 2026 og kan fornyes til og med 30. juni 2027.');
    expect(text).toContain('- Sidste dag for fornyelse: 30. juni 2027');
  });

  test('late steps are merged: the gravest speaks', () => {
    const events = [
      { event: 'booking' as const, deadlineOn: day('2026-12-18') },
      { event: 'end' as const, deadlineOn: day('2027-03-31') },
    ];
    const mail = composeReminderMail(input(5, '2027-03-02', 'end', '2027-03-31', { events }));
    expect(mail.subject).toBe('Guldmærket udløber 31. marts 2027');
    expect(mail.text).toContain('Mailen samler 2 påmindelser');
  });
});

describe('what every mail holds', () => {
  test('the chain, the link, the reason and the arithmetic, in both parts', () => {
    const { text, html } = composeReminderMail(booking('2026-12-04'));
    for (const part of [text, html.replaceAll('\u00a0', ' ')]) {
      expect(part).toContain('Kære Anne Holm');
      expect(part).toContain('18. december 2026');
      expect(part).toContain('27. januar 2027');
      expect(part).toContain('17. februar 2027');
      expect(part).toContain('31. marts 2027');
      expect(part).toContain('https://klyngevagt.example/my-cluster/dlsc');
      expect(part).toContain('Du er klyngeleder for Danish Life Science Cluster. Næste påmindelse sendes 11. december 2026');
      expect(part).toContain('42 dage');
      expect(part).toContain('19. december 2026. Det er en lukkedag, så fristen er rykket til den åbne dag før, 18. december 2026.');
      expect(part).toContain('Svar på denne mail, så når du Mette Lindholm.');
    }
  });

  test('English for those who read English', () => {
    const { subject, text, html } = composeReminderMail(booking('2026-12-04', { language: 'en' }));
    expect(subject).toBe('Book the gold audit by 18 December 2026');
    expect(text).toContain('Dear Anne Holm');
    expect(html).toContain('<html lang="en">');
    expect(text).not.toMatch(/[æøå]/i);
  });

  test('invented facts are marked in the subject and at the foot', () => {
    expect(composeReminderMail(booking('2026-12-04', { marking: 'illustrative' })).subject).toBe(
      '[illustrativ] Book guldaudit senest 18. december 2026',
    );
    const fictional = composeReminderMail(booking('2026-12-04', { marking: 'fictional', language: 'en' }));
    expect(fictional.subject).toMatch(/^\[fictional\] /);
    expect(fictional.text).toContain('the cluster and all dates are invented');
  });

  test('an officer, who has many clusters, reads the name first', () => {
    const { subject, text } = composeReminderMail(booking('2026-12-04', { recipient: { name: 'Mette Lindholm', role: 'officer' } }));
    expect(subject).toBe('Danish Life Science Cluster: Book guldaudit senest 18. december 2026');
    expect(text).toContain('Guldmærket for Danish Life Science Cluster gælder');
    expect(text).not.toContain('så når du Mette Lindholm');
  });

  test('a possible repeat says so', () => {
    expect(composeReminderMail(booking('2026-12-04', { isPossibleRepeat: true })).text).toContain('Mailen kan være sendt til dig før');
  });

  test('names cannot carry markup or a second header', () => {
    const cluster = { name: 'Æ & <script>alert(1)</script>\r\nBcc: all@example.dk' };
    const { subject, html } = composeReminderMail(booking('2026-12-04', { cluster, recipient: { name: '<b>x</b>', role: 'officer' } }));
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>x</b>');
    expect(html).toContain('Æ &amp; &lt;script&gt;');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test('no sentence has a hole, in any state, role or language', () => {
    const events: [number, string, ReminderEvent, string][] = [
      [5, '2026-11-25', 'booking', '2026-12-18'],
      [5, '2026-12-25', 'booking', '2026-12-18'],
      [5, '2027-03-01', 'end', '2027-03-31'],
      [5, '2027-04-01', 'end', '2027-03-31'],
      [7, '2027-01-01', 'window-end', '2027-06-30'],
      [9, '2026-11-25', 'booking', '2026-12-18'],
    ];
    for (const [number, on, event, deadlineOn] of events) {
      for (const language of ['da', 'en'] as const) {
        for (const role of ['manager', 'chair', 'officer'] as const) {
          const { subject, text, html } = composeReminderMail(
            input(number, on, event, deadlineOn, { language, recipient: { name: 'A', role } }),
          );
          for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|mail\.[a-z]+\.|undefined|\bnull\b/);
        }
      }
    }
  });
});

test('account mails hold the link once in each part, and when it ends', () => {
  const account = {
    language: 'da' as const,
    recipient: { name: 'Anne Holm', email: 'anne.holm@example.dk' },
    url: 'https://klyngevagt.example/set-password?token=a&b=c',
    expiresAt: '2026-11-27T05:00:00Z',
  };
  const invitation = composeInvitationMail({ ...account, inviter: 'Mette Lindholm' });
  expect(invitation.subject).toBe('Vælg adgangskode til Klyngevagt');
  expect(invitation.text).toContain('Mette Lindholm har oprettet dig');
  expect(invitation.text).toContain('https://klyngevagt.example/set-password?token=a&b=c');
  expect(invitation.html).toContain('token=a&amp;b=c');
  expect(invitation.text).toContain('27. november 2026 kl. 06.00');
  const reset = composePasswordResetMail({ ...account, language: 'en' });
  expect(reset.subject).toBe('New password for Klyngevagt');
  expect(reset.text).toContain('your present password still works');
});
