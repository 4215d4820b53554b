import type { information as danish } from '../da/information.js';

export const information: typeof danish = {
  links: {
    label: 'About Klyngevagt',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    contact: 'Contact',
    dataSources: 'Data sources',
  },
  accessibility: {
    title: 'Everyone shall be able to use Klyngevagt',
    lead: 'Also by keyboard, screen reader, magnification and without colours.',
    official: 'The official statement',
    officialText: 'The accessibility statement of the authority responsible is here:',
    officialLink: 'Read the accessibility statement',
    officialMissing:
      'No official accessibility statement has been given for this copy of Klyngevagt yet. The text on this page is our own description and does not take its place.',
    how: 'How the pages are made',
    howPoints: [
      'Status is always shown by word, shape and colour. The pages can be read in black and white.',
      'Everything can be reached and used by keyboard. What has the focus can always be seen.',
      'The pages have headings, regions and tables with row names that a screen reader can use.',
      'The pages can be shown 320 points wide without scrolling sideways.',
      'Nothing moves by itself, and nothing runs out while you type. What you have typed is not lost.',
      'Errors stand in words beside the field, together with what helps.',
    ],
    measured: 'How it is measured',
    measuredText:
      'The aim is WCAG 2.1 at level AA. Each page is measured automatically in a browser at each change, on a screen and on a phone. Automatic measurements find only some of the faults.',
    known: 'What we do not know, or what is missing',
    knownPoints: [
      'The pages have not been tried by users of screen readers.',
      'The pages have not been tried with forced colours and 400 % magnification on all machines.',
      'Mails are written with a plain text version but have not been tried in all mail programs.',
    ],
    tell: 'Tell us if something does not work',
    tellText:
      'Write to {{contact}}. Tell us which page it is, what you wanted to do, and what you use. You can then also get the information in another way.',
    complain:
      'If you get no answer that you can use, you may complain to the Danish Agency for Digital Government, which supervises the law on web accessibility.',
  },
  privacy: {
    title: 'Klyngevagt stores as little about people as possible',
    lead: 'What is stored, for how long, who sees it, and how you have it erased.',
    stored: 'What is stored',
    columns: { what: 'Information', why: 'Why', howLong: 'For how long', who: 'Who sees it' },
    rows: [
      {
        what: 'Name, e-mail, title, phone, language',
        why: 'To send reminders and give access',
        howLong: 'As long as you have a task in a cluster or in the programme',
        who: 'Programme officers and administrators; cluster managers see people of their own cluster',
      },
      {
        what: 'Password',
        why: 'To sign in',
        howLong: 'As long as you have access; stored so that nobody can read it',
        who: 'Nobody',
      },
      {
        what: 'When you are signed in, and from which address',
        why: 'To keep you signed in and stop guessed passwords',
        howLong: 'Until you sign out or the access runs out',
        who: 'Nobody on the pages',
      },
      {
        what: 'Reminders: recipient, text, time, the mail server’s answer',
        why: 'To be able to show that notice was given in time',
        howLong: 'For the number of years that the authority responsible has set',
        who: 'Programme officers and administrators; cluster managers for their own cluster',
      },
      {
        what: 'Who changed what, when and why',
        why: 'So that a decision can be checked',
        howLong: 'Permanently, but without your name once it has been erased',
        who: 'Programme officers and administrators',
      },
    ],
    not: 'What does not happen',
    notPoints: [
      'We do not measure what you do on the pages. Nothing is fetched from other people’s servers.',
      'There is one cookie. It keeps you signed in and serves nothing else. The language is remembered in your browser.',
      'What you type in a grid is remembered in your browser until it is saved or the tab is closed.',
      'Names, addresses and free text are not written to log files.',
      'Readers (a ministry, a board) see status and dates, not names, addresses and mail texts.',
    ],
    erase: 'Access, correction and erasure',
    eraseText:
      'You can learn what is stored about you, have it corrected and have it erased. Once you have been erased, name, address and free text are gone. The history then shows that a person acted, but not who.',
    eraseHow: 'Write to {{contact}}.',
    complain: 'You may complain to the Danish Data Protection Agency.',
    responsible: 'The controller is the authority that runs this copy of Klyngevagt.',
  },
  retention: {
    document: 'Retention',
    title: 'Everything has a rule for how long it is kept',
    lead: 'What is kept, for how long, by which rule, and how it is erased.',
    kept: 'What is kept, and for how long',
    columns: { what: 'What', howLong: 'How long', rule: 'By which rule', how: 'How it is erased' },
    notSet: 'Not set',
    rows: [
      {
        what: 'Name, e-mail, title and phone',
        howLong: 'after the last role',
        rule: 'retention-person-years',
        basis: 'Data protection rules: no longer than necessary',
        how: 'An administrator erases the person under People',
      },
      {
        what: 'Reminders and weekly mails, word for word',
        howLong: 'after sending',
        rule: 'retention-message-years',
        basis: 'Archive and data protection rules, set by the responsible authority',
        how: 'With the person they were sent to. That they were sent, and when, stays',
      },
      {
        what: 'Reasons and notes in free text',
        howLong: 'Until they are erased',
        rule: '',
        basis: 'The audit trail points at them but keeps a fingerprint only',
        how: 'One by one; the audit trail stays as it is',
      },
      {
        what: 'The audit trail: what was changed and when',
        howLong: 'For ever',
        rule: '',
        basis: 'A decision must be open to review; the trail holds no names',
        how: 'Not erased. When a person is erased, nobody can see who it was',
      },
      {
        what: 'Clusters, labels, duties, plans and rules',
        howLong: 'For ever',
        rule: '',
        basis: 'About organisations, not about people',
        how: 'Not erased',
      },
      {
        what: 'Sign-ins',
        howLong: '12 hours at most',
        rule: '',
        basis: 'Fixed in the product',
        how: 'By itself, and at once when the role ends',
      },
      {
        what: 'When the system planned and sent',
        howLong: '90 days',
        rule: '',
        basis: 'Fixed in the product',
        how: 'By itself, every morning',
      },
    ],
    how: 'Who sees to it',
    howText:
      'The years are rules like all others: an administrator can change them, and they carry source and certainty. Nothing is erased by itself when the years have passed; an administrator does it, and the audit trail shows it.',
    toRules: 'See the rules.',
    toPrivacy: 'Read about privacy.',
    link: 'How long everything is kept, and by which rule',
  },
  contact: {
    title: 'Write to us',
    lead: 'About clusters, dates, access, or something that does not work.',
    wrongDate: 'Is a date wrong?',
    wrongDateText:
      'Cluster managers can propose a correction on the page “My cluster”. Otherwise write which cluster it is, what stands there, and where the right one stands.',
    access: 'Do you lack access?',
    accessText: 'A programme officer can invite you. If you have forgotten the password, you can get a new one from the sign-in page.',
    newPassword: 'Get a new password',
    fault: 'Does something not work?',
    faultText: 'Give the error number that stands by the error, and what time it was. That is enough to find it.',
  },
  dataSources: {
    title: 'Each date shows how sure it is',
    lead: 'Some information has a source, some is an assumption, and in the example some is invented.',
    kinds: 'Four kinds of information',
    kind: {
      sourced: 'There is a source that can be looked up: a certificate, a register, a publication. The source stands with the information.',
      partly: 'Part of it is sourced, the rest is computed or read from the context.',
      assumption:
        'No source says so. It is our best guess and can be corrected. Assumptions are data with a mark on them, not something hidden in the program.',
      illustrative:
        'Invented for the example. It says nothing about the real cluster. “illustrative” stands in the row, in the subject of the mail and in the name of the file.',
    },
    from: 'Where the sourced information comes from',
    fromPoints: [
      'Which clusters were designated in 2020, and what the programme demanded: published calls, designations and evaluations.',
      'Which labels the clusters have held: the European Secretariat for Cluster Analysis (ESCA) and what the clusters have published themselves.',
      'How long a label is valid and can be renewed: ESCA’s pages. Only the rule for bronze is stated in full; the rest are assumptions until somebody confirms them.',
      'Closed days: the Danish calendar and the programme’s own closed weeks.',
    ],
    illustrative: 'What is invented',
    illustrativeText:
      'In the example the clusters are real, but many dates and all people are illustrative. They were chosen so that they say nothing bad about real organisations. The grave states are shown in an exercise programme with invented clusters.',
    realCopy: 'A copy without example data holds no illustrative information.',
    unknown: 'What we do not know',
    unknownText:
      'Where information is missing, it says “Information missing”. A missing date never turns into a breach. A programme officer has to have checked the register before it says that a label does not exist.',
    rules: 'The rules that decide can be read on the page Rules once you have signed in.',
    rulesLink: 'To the rules',
  },
};
