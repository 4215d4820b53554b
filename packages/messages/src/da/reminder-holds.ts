/** Reminders that officers hold back or take back. */
export const reminderHolds = {
  open: 'Sæt på pause',
  bounce: 'Mailen kom retur',
  title: 'Hold påmindelser tilbage',
  kind: {
    label: 'Hvordan?',
    pause: 'Pause: det, der falder i perioden, sendes ikke',
    snooze: 'Udskyd: det, der falder i perioden, sendes på første arbejdsdag efter',
  },
  scope: { label: 'Hvad?', deadline: 'Kun fristen {{date}} ({{about}})', cluster: 'Alle frister for {{cluster}}' },
  untilOn: 'Sidste dag',
  noDate: 'Skriv en dato fra i dag og højst et år frem, som dd.mm.åååå.',
  consequence: 'De sidste påmindelser om en frist sendes under alle omstændigheder.',
  submit: 'Hold tilbage',
  listTitle: 'Holdes tilbage',
  everything: 'alle frister',
  deadline: 'fristen {{date}}',
  names: { pause: 'Pause', snooze: 'Udskudt', acknowledgement: 'Kvitteret' },
  until: 'til og med {{date}}',
  by: '{{by}}: {{note}}',
  end: 'Ophæv',
  endTitle: 'Hold ikke længere tilbage',
  endText: '{{cluster}}: påmindelserne sendes igen fra i dag.',
  bounceTitle: 'Mailen kom retur',
  bounceText:
    'Mailen til {{recipient}} om {{cluster}}: påmindelsen bliver til en åben sag, og den næste i rækken får besked: for en klyngeleder formanden og den programansvarlige.',
  bounceSubmit: 'Registrér',
};
