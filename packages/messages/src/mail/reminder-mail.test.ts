import { type ClusterFacts, decideCluster, type ReminderEvent } from '@klyngevagt/scoring';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../../scoring/src/default-rules.fixture.js';
import type { ReminderMailInput } from './reminder-input.js';
import { day, everySituation, factsOf as facts, reminderOf } from './reminder-mail.fixture.js';
import { composeReminderMail } from './reminder-mail.js';
import { reminderPages } from './reminder-pages.js';

const input = (number: number, on: string, event: ReminderEvent, deadlineOn: string, more: Partial<ReminderMailInput> = {}) =>
  reminderOf(number, on, [{ event, deadlineOn: day(deadlineOn) }], { nextReminderOn: day('2026-12-11'), ...more });

const booking = (on: string, more: Partial<ReminderMailInput> = {}) => input(5, on, 'booking', '2026-12-18', more);

describe('the wording fits the day of sending', () => {
  test.each([
    ['2026-12-04', 'Book guldaudit senest 18. december 2026', 'inden 14 dage'],
    ['2026-12-17', 'Book guldaudit senest 18. december 2026', 'senest i morgen'],
    ['2026-12-18', 'Book guldaudit i dag: sidste sikre dag', 'Danish Life Science Cluster skal booke guldaudit i dag'],
    ['2026-12-19', 'Book guldaudit nu (fristen var 18. december 2026)', 'skulle have booket guldaudit i går'],
    ['2026-12-28', 'Book guldaudit nu (fristen var 18. december 2026)', 'for 10 dage siden'],
  ])('booking, on %s', (on, subject, title) => {
    const mail = composeReminderMail(booking(on));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(title);
    expect(mail.html).toContain(title);
  });

  test.each([
    ['2027-03-01', 'Guldmærket udløber 31. marts 2027', 'udløber om 30 dage'],
    ['2027-03-31', 'Guldmærket udløber i dag', 'udløber i dag'],
    ['2027-04-01', 'Guldmærket er udløbet: forny det senest 31. marts 2028', 'er udløbet, men kan stadig fornyes'],
  ])('end, on %s', (on, subject, title) => {
    const mail = composeReminderMail(input(5, on, 'end', '2027-03-31'));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(title);
  });

  test('a self-test that was sent back at the end of a week is not called late by the first mail about it', () => {
    const { subject, text } = composeReminderMail(input(5, '2026-11-30', 'self-test-returned', '2026-11-27'));
    expect(subject).toBe('Ret selvtesten, sendt tilbage 27. november 2026');
    expect(text).toContain('I skal rette selvtesten og sende den ind igen.');
    expect(text).not.toContain('er ikke sendt ind');
  });

  test.each([
    ['2027-05-31', 'skal være fornyet inden 30 dage'],
    ['2027-06-29', 'skal være fornyet senest i morgen'],
    ['2027-06-30', 'skal være fornyet i dag'],
  ])('end of the window, on %s', (on, title) => {
    const mail = composeReminderMail(input(7, on, 'window-end', '2027-06-30'));
    expect(mail.subject).toBe('Forny guldmærket senest 30. juni 2027');
    expect(mail.text).toContain(title);
  });

  test('a day counts through its end: the last day of the window, the last one to book, a day in the table', () => {
    const window = (on: string) => composeReminderMail(input(7, on, 'window-end', '2027-06-30')).text;
    expect(window('2027-06-30')).toContain('Fra i morgen kræves en helt ny førstegangstildeling.');
    expect(window('2027-06-29')).toContain('Derefter kræves en helt ny førstegangstildeling.');
    const end = (on: string) => composeReminderMail(input(5, on, 'end', '2027-03-31')).text;
    expect(end('2026-12-18')).not.toContain('Audit skal bookes hurtigst muligt.');
    expect(end('2026-12-18')).toMatch(/^- .+: fredag 18\. december 2026$/m);
    expect(end('2026-12-19')).toContain('Audit skal bookes hurtigst muligt.');
    expect(end('2026-12-19')).not.toContain('18. december 2026');
  });

  test('a planned day and the last day of a label count through their end', () => {
    const planned = (on: string) => booking(on, { acknowledged: { on: day('2026-12-01'), planOn: day('2026-12-11') } });
    const acknowledged = ['2026-12-11', '2026-12-12'].map((on) => composeReminderMail(planned(on)).text);
    expect(acknowledged.map((text) => text.includes('De sidste påmindelser sendes alligevel.'))).toEqual([true, false]);
    expect(acknowledged[1]).toContain('Det er endnu ikke registreret som gjort.');
    const table = (on: string) =>
      composeReminderMail(booking(on))
        .text.split('\n')
        .filter((line) => line.includes(' 31. marts 2027'));
    expect(['2027-03-31', '2027-04-01'].map((on) => table(on).some((line) => line.startsWith('- Guldmærket udløb:')))).toEqual([
      false,
      true,
    ]);
  });

  test('when a label has ended is told once, with what the renewal is good for', () => {
    const { text } = composeReminderMail(input(5, '2027-04-01', 'end', '2027-03-31'));
    expect(text).toContain(
      'Jeres guldmærke udløb 31. marts 2027. Fornyelsen skal være godkendt senest fredag den 31. marts 2028: så dækker den også tiden siden udløbet.',
    );
    expect(text.match(/Jeres guldmærke udløb/g)).toHaveLength(1);
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
    expect(mail.subject).toBe('Flyt guldaudit til senest 17. februar 2027');
    expect(mail.text).toContain('I skal flytte guldaudit, så den er holdt senest onsdag den 17. februar 2027.');
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
    expect(on('2027-02-01')).toContain('Audit er registreret til 1. februar 2027. Afgørelsen ventes 15. marts 2027.');
    expect(on('2027-02-02')).toContain('Audit var registreret til 1. februar 2027. Afgørelsen ventes 15. marts 2027.');
    expect(on('2027-03-15')).toContain('Audit var registreret til 1. februar 2027. Afgørelsen ventes 15. marts 2027.');
    expect(on('2027-03-16')).toContain('Vi har endnu ikke registreret en afgørelse.');
    expect(on('2027-03-01')).toContain('Audit var registreret til 1. februar 2027. Afgørelsen ventes 15. marts 2027.');
    expect(on('2027-03-31')).toContain('Audit var registreret til 1. februar 2027. Vi har endnu ikke registreret en afgørelse.');
  });

  test('a booking inside the renewal window is about the end of the window', () => {
    const { text } = composeReminderMail(input(7, '2027-03-12', 'booking', '2027-03-19'));
    expect(text).toContain('Jeres guldmærke udløb 30. juni 2026 og kan fornyes til og med 30. juni 2027.');
    expect(text).toContain('- Sidste dag for fornyelse: onsdag 30. juni 2027');
  });

  test('late steps are merged: the gravest speaks, the others are listed', () => {
    const events = [
      { event: 'booking' as const, deadlineOn: day('2026-12-18') },
      { event: 'end' as const, deadlineOn: day('2027-03-31') },
    ];
    const mail = composeReminderMail(input(5, '2027-03-02', 'end', '2027-03-31', { events }));
    expect(mail.subject).toBe('Guldmærket udløber 31. marts 2027');
    expect(mail.text).toContain('Mailen samler 2 påmindelser');
    expect(mail.text).toContain('- Book guldaudit nu (fristen var 18. december 2026)');
    const closing = [...events, { event: 'window-end' as const, deadlineOn: day('2028-03-31') }];
    const renewable = composeReminderMail(input(5, '2027-04-01', 'end', '2027-03-31', { events: closing }));
    expect(renewable.subject).toMatch(/^Forny guldmærket senest/);
    expect(renewable.text).toContain('Mailen samler 3 påmindelser');
    expect(renewable.text).toContain('Mailen handler også om:\n- Book guldaudit nu (fristen var 18. december 2026)\n\n');
  });

  test('an older step of the same deadline is counted, and not told again', () => {
    const [event] = everySituation.map((one) => one.event);
    const { text } = composeReminderMail(reminderOf(5, '2026-12-11', event ? [event, event] : []));
    expect(text).toContain('Mailen samler 2 påmindelser');
    expect(text).not.toContain('handler også om');
  });

  test('a label that can no longer be renewed is not said to be renewable', () => {
    const { subject, text } = composeReminderMail(input(7, '2027-07-01', 'window-end', '2027-06-30'));
    expect(subject).toBe('Guldmærket kan ikke længere fornyes');
    expect(text).not.toContain('skal være fornyet');
    expect(composeReminderMail(input(5, '2028-04-01', 'end', '2027-03-31')).subject).toBe('Guldmærket kan ikke længere fornyes');
  });

  test('a step that somebody planned is not called the last safe day', () => {
    const step = (deadlineOn: string) =>
      composeReminderMail(reminderOf(5, '2026-11-27', [{ event: 'milestone', subject: 'self-test', deadlineOn: day(deadlineOn) }])).text;
    expect(step('2026-12-04')).toContain('I skal gennemføre selvtesten senest fredag den 4. december 2026. Sker det senere,');
    expect(step('2026-12-04')).toContain('Selvtest 10 arbejdsdage før booking.');
    expect(step('2026-12-01')).toContain('I skal gennemføre selvtesten senest tirsdag den 1. december 2026. Den dag er planlagt i sagen.');
    expect(step('2026-12-01')).toContain('Den er planlagt i sagen om recertificering.');
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
      expect(part).toContain('https://klyngevagt.example/my-cluster/Danish');
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

  test('who has several clusters reads of which one a mail is; who has one knows', () => {
    const told = { role: 'manager', hasSeveral: true } as const;
    const subjectOf = (more: Partial<ReminderMailInput>) => composeReminderMail(booking('2026-12-04', more)).subject;
    const [life, made] = [{ name: 'Danish Life Science Cluster' }, { name: 'MADE' }];
    expect(subjectOf({ cluster: life })).toBe(subjectOf({ cluster: made }));
    expect(subjectOf({ cluster: life, recipient: { name: 'Anne Holm', ...told } })).toBe(
      'Danish Life Science Cluster: Book guldaudit senest 18. december 2026',
    );
    expect(subjectOf({ cluster: made, recipient: { name: 'Anne Holm', ...told } })).toBe('MADE: Book guldaudit senest 18. december 2026');
    const standsInFor = { name: 'Ida Lund', untilOn: day('2027-01-08') };
    expect(subjectOf({ cluster: made, recipient: { name: 'Anne Holm', role: 'manager', standsInFor } })).toMatch(/^MADE: /);
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

  test.each([
    ['sourced', false],
    ['partly', true],
    ['assumption', true],
  ] as const)('days whose source is %s are called an assumption: %s', (confidence, isTold) => {
    const rules = { ...defaultRules, processSteps: defaultRules.processSteps.map((rule) => ({ ...rule, confidence })) };
    const { text } = composeReminderMail(booking('2026-12-04', { rules }));
    expect(text.includes('Antallet af dage er en antagelse og kan ændres.')).toBe(isTold);
  });

  test('how long a label can be renewed is told once it has ended', () => {
    const tells = (on: string) =>
      composeReminderMail(input(5, on, 'end', '2027-03-31')).text.includes('Mærket kan fornyes i 12 måneder efter udløb.');
    expect(['2027-03-31', '2027-04-01'].map(tells)).toEqual([false, true]);
  });

  test.each([
    ['manager', 'my-cluster'],
    ['chair', 'my-cluster'],
    ['officer', 'clusters'],
    ['head', 'clusters'],
  ] as const)('%s is led to the pages below %s', (role, folder) => {
    const pages = reminderPages('https://klyngevagt.example', 'clean', role);
    expect(pages.cluster).toBe(`https://klyngevagt.example/${folder}/clean`);
    expect(pages.of({ event: 'document' })).toBe(`https://klyngevagt.example/${folder}/clean/documents`);
  });

  test('an acknowledgement is remembered, and offered anew', () => {
    const acknowledge = 'https://klyngevagt.example/acknowledge/abc';
    const links = { ...booking('2026-12-11').links, acknowledge };
    const mail = composeReminderMail(booking('2026-12-11', { links, acknowledged: { on: day('2026-11-27'), planOn: day('2026-12-08') } }));
    for (const part of [mail.text, mail.html.replaceAll('\u00a0', ' ')]) {
      expect(part).toContain('I kvitterede for påmindelsen 27. november 2026 og skrev, at det bliver gjort senest 8. december 2026.');
      expect(part).toContain('Det er endnu ikke registreret som gjort.');
      expect(part).toContain('Bekræft, at I har set den, og skriv, hvornår det bliver gjort');
      expect(part).toContain(acknowledge);
    }
  });

  test('a final step says that nothing puts it off, even where a day is planned', () => {
    const events = [{ event: 'booking' as const, deadlineOn: day('2026-12-18'), urgency: 'final' as const }];
    const { text } = composeReminderMail(
      booking('2026-12-18', { events, acknowledged: { on: day('2026-12-14'), planOn: day('2026-12-21') } }),
    );
    expect(text).toContain('Det er en af de sidste påmindelser. De kan ikke udsættes.');
    expect(text).toContain('senest 21. december 2026. De sidste påmindelser sendes alligevel.');
    expect(text).not.toContain('Bekræft');
  });

  test('where a mail gathers final and other steps, what can be put off is, and no more is promised', () => {
    const events = [
      { event: 'booking' as const, deadlineOn: day('2026-12-18'), urgency: 'final' as const },
      { event: 'document' as const, deadlineOn: day('2026-12-31') },
    ];
    const links = { ...booking('2026-12-18').links, acknowledge: 'https://klyngevagt.example/acknowledge/abc' };
    const { text } = composeReminderMail(booking('2026-12-18', { events, links }));
    expect(text).toContain('Så venter de næste påmindelser til den dag. De sidste påmindelser sendes alligevel.');
    expect(text).not.toContain('De kan ikke udsættes');
  });

  test('a duty cannot be switched off; what is no duty can', () => {
    const unsubscribe = 'https://klyngevagt.example/unsubscribe/abc';
    const textOf = (...names: ReminderEvent[]) => {
      const events = everySituation.map((one) => one.event).filter(({ event }) => names.includes(event));
      const base = reminderOf(5, '2026-12-01', events);
      return composeReminderMail({
        ...base,
        links: { ...base.links, unsubscribe: names[0] === 'booking' && !names[1] ? null : unsubscribe },
      }).text;
    };
    expect(textOf('booking')).toContain('Mailen hører til forpligtelsen og kan ikke fravælges.');
    expect(textOf('document')).toContain(`Fravælg mails om dokumenters udløb:\n${unsubscribe}`);
    expect(textOf('document')).not.toContain('kan ikke fravælges');
    expect(textOf('booking', 'document', 'milestone')).toContain(
      `Det, der hører til forpligtelsen, kan ikke fravælges.\nFravælg mails om sagens milepæle:\n${unsubscribe}`,
    );
  });

  test('who gets the mail in the place of somebody else is told so first', () => {
    const recipient = { name: 'Ida Lund', role: 'manager' as const, standsInFor: { name: 'Anne Holm', untilOn: day('2027-01-08') } };
    const standIn = composeReminderMail(booking('2026-12-11', { recipient })).text;
    expect(standIn).toContain('Du får mailen i stedet for Anne Holm, som er fraværende til og med 8. januar 2027.');
    expect(standIn).toContain('Du er stedfortræder for Anne Holm.');
    const chair = composeReminderMail(
      booking('2026-12-11', { recipient: { name: 'Peter Skov', role: 'chair', escalatedFrom: 'manager' } }),
    ).text;
    expect(chair).toContain('Klyngelederen kunne ikke nås, så du får mailen.');
    expect(chair).not.toContain('Klyngelederen får også besked');
    expect(chair).not.toContain('få adressen');
    const officer = composeReminderMail(
      booking('2026-12-11', { recipient: { name: 'Mette Lindholm', role: 'officer', escalatedFrom: 'manager' } }),
    ).text;
    expect(officer).toContain('så du får mailen. Giv besked på en anden måde, og få adressen eller hvervet rettet.');
  });

  test('the head of the programme reads of a cluster, not of an own label', () => {
    const { subject, text } = composeReminderMail(booking('2026-12-25', { recipient: { name: 'Lars Friis', role: 'head' } }));
    expect(subject).toMatch(/^Danish Life Science Cluster: /);
    expect(text).toContain('Guldmærket for Danish Life Science Cluster gælder');
    expect(text).toContain('Du er programchef for det program, som Danish Life Science Cluster er med i.');
    expect(text).toContain('Se klyngens side:\nhttps://');
    expect(text).not.toMatch(/[Rr]egistrér/);
  });

  test('the button leads to where the leading step is dealt with', () => {
    const events = everySituation.map(({ event }) => ({ ...event, url: `https://klyngevagt.example/${event.event}` }));
    const { text } = composeReminderMail(reminderOf(5, '2026-12-01', events.slice(-2)));
    expect(text).toContain('Åbn selvtesten:\nhttps://klyngevagt.example/self-test-returned\n');
  });
});
