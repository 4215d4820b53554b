import type { rules as danish } from '../da/rules.js';

export const rules: typeof danish = {
  document: 'Rules',
  title_one: '1 rule decides status, deadlines and reminders',
  title_other: '{{count}} rules decide status, deadlines and reminders',
  assumptions_zero: 'All of them are sourced.',
  assumptions_one:
    '1 of them is an assumption. Assumptions are data: they can be corrected when somebody knows better, and everything is worked out anew.',
  assumptions_other:
    '{{count}} of them are assumptions. Assumptions are data: they can be corrected when somebody knows better, and everything is worked out anew.',
  certificate: 'A date printed on a certificate always goes before a computed one.',
  groups: {
    validity: 'How long a label is valid',
    'renewal-window': 'How long an expired label can be renewed',
    figure: 'Figures used in the assessment',
    'process-step': 'Steps of recertification, counted backwards',
    'reminder-step': 'When reminders are sent',
  },
  columns: { label: 'Rule', value: 'Value', effectiveFrom: 'Applies from', source: 'Source', confidence: 'How sure' },
  closed: {
    title: 'Closed days ahead',
    text: 'A deadline that falls on a closed day or a weekend moves to the open day before. The calendar runs from {{from}} to {{to}}.',
    none: 'There are no closed days ahead in the calendar.',
  },
  none: { title: 'No rules yet', text: 'The rules are entered when Klyngevagt is set up. Without them nothing can be decided.' },
  error: 'the rules',
};
