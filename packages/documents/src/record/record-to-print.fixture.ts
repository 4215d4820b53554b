import type { Language } from '@klyngevagt/messages';
import { calendarDate } from '@klyngevagt/scoring';
import type { RecordToPrint } from './reminder-record-document.js';

const day = calendarDate;
const mailText = `Kære Åse Ørsted

Jeres guldmærke gælder til og med 31. marts 2027. Vi har ikke registreret en dato for audit. Bookes audit efter 18. december 2026, kan afgørelsen komme for sent.

Frister
  Gennemfør selvtest: 04.12.2026
  Sidste sikre bookingdag: 18.12.2026

Registrér auditdato: https://klyngevagt.example/my-cluster/klynge?reminder=4f0f0a2c-77aa-4f0e-a1c4-0aa7f0d0c9aa

Venlig hilsen
Bo Ægidius
Programansvarlig`;

/** A record with something of everything. `change` spoils it. */
export function recordToPrint(language: Language, change: Partial<RecordToPrint> = {}): RecordToPrint {
  const word = (da: string, en: string) => (language === 'da' ? da : en);
  const step = (about: string, dueOn: string, state: string, stateWord: string) => ({
    about,
    dueOn: day(dueOn),
    state,
    stateWord,
    roleWord: word('Klyngeleder', 'Cluster manager'),
    recipient: 'Åse Ørsted',
    sendingWord: word('e-mail, dansk', 'e-mail, Danish'),
  });
  const planned = { at: '2026-06-01T04:00:12.000Z', text: word('Planlagt til udsendelse 18. november 2026.', 'Planned.'), letter: null };
  const letter = (number: number) => ({
    number,
    sentAt: '2026-11-18T05:15:07.123Z',
    about: word('30 dage før sidste sikre bookingdag', '30 days before the last safe booking day'),
    roleWord: word('Klyngeleder', 'Cluster manager'),
    recipient: 'Åse Ørsted',
    sentTo: 'aase.oersted@klynge.example',
    messageId: '<0d6e2f0e-5b0e-4b0c-8c8e-3f1f8c1f0a10@klyngevagt.example>',
    answer: '250 2.0.0 Ok: queued as 4XyZ1234',
    isPossibleRepeat: number === 2,
    isPart: false,
    language: 'da' as const,
    subject: 'Book guldaudit senest 18. december 2026',
    text: mailText,
    withheld: null,
  });
  return {
    slug: 'klynge',
    clusterName: 'Blåhavns Energiklynge',
    summary: word(
      'Klyngen blev varslet 2 gange om sidste sikre bookingdag, 18. december 2026: første gang 18. november 2026 kl. 06.15.07 (UTC+1).',
      'The cluster was warned 2 times.',
    ),
    period: { from: null, to: null },
    marking: 'illustrative',
    seesNames: true,
    stamp: {
      readAt: '2026-11-28T16:37:17.000Z',
      today: day('2026-11-28'),
      known: null,
      by: { name: 'Bo Ægidius', role: word('Programansvarlig', 'Programme officer') },
      dataVersion: 'uP3rZx0cJm8s1b2A',
      seal: { position: 1234, hash: 'a'.repeat(64), sealedAt: '2026-11-28T16:35:00.000Z' },
      program: '0.1.0',
    },
    cycles: [
      {
        title: word('Fornyelse af guldmærket', 'Renewal of the gold label'),
        deadlines: [
          {
            title: word('Sidste sikre bookingdag: 18. december 2026', 'Last safe booking day: 18 December 2026'),
            summary: word('Klyngen blev varslet 2 gange.', 'The cluster was warned twice.'),
            basis: {
              title: word('Hvad der var registreret om fristen', 'What was recorded about the deadline'),
              lines: [
                { label: word('Guldmærket gælder til', 'The gold label is valid until'), value: '31.03.2027' },
                { label: word('42 dage til afgørelse', '42 days for the decision'), value: '17.02.2027' },
              ],
            },
            steps: [
              {
                ...step(word('30 dage før sidste sikre bookingdag', '30 days before'), '2026-11-18', 'sent', word('Sendt', 'Sent')),
                entries: [planned, { at: '2026-11-18T05:15:07.123Z', text: word('Ordret tekst:', 'The very text:'), letter: 1 }],
              },
              {
                ...step(word('7 dage før sidste sikre bookingdag', '7 days before'), '2026-12-11', 'failed', word('Fejlet', 'Failed')),
                entries: [planned, { at: null, text: word('Mailserveren afviste.', 'Refused.'), letter: null }],
              },
            ],
          },
        ],
      },
    ],
    holds: [{ at: '2026-11-19T08:00:00.000Z', text: word('Åse Ørsted kvitterede.', 'Åse Ørsted acknowledged.') }],
    letters: [letter(1), letter(2)],
    ...change,
  };
}
