/** Reminders that officers hold back or take back. */
export const reminderHolds = {
  open: 'Pause',
  bounce: 'The mail came back',
  title: 'Hold reminders back',
  kind: {
    label: 'How?',
    pause: 'Pause: what falls into the period is not sent',
    snooze: 'Snooze: what falls into the period goes out on the first working day after',
  },
  scope: { label: 'What?', deadline: 'The deadline {{date}} only ({{about}})', cluster: 'All deadlines of {{cluster}}' },
  untilOn: 'Last day',
  noDate: 'Write a date from today and at most a year ahead, as dd.mm.yyyy.',
  consequence: 'The final reminders of a deadline go out in any case.',
  submit: 'Hold back',
  listTitle: 'Held back',
  everything: 'all deadlines',
  deadline: 'the deadline {{date}}',
  names: { pause: 'Pause', snooze: 'Snoozed', acknowledgement: 'Acknowledged' },
  until: 'through {{date}}',
  by: '{{by}}: {{note}}',
  end: 'End it',
  endTitle: 'Hold back no longer',
  endText: '{{cluster}}: reminders go out again from today.',
  bounceTitle: 'The mail came back',
  bounceText:
    'The mail to {{recipient}} about {{cluster}}: the reminder becomes an open case, and the next in line is told: for a cluster manager the chair and the programme officer.',
  bounceSubmit: 'Record',
};
