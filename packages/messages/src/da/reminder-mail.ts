/**
 * The rest of a reminder by mail. `label` is the label as the reader would name it ("Jeres guldmærke", "Guldmærket for Klynge X"), `who` the ones
 * who must act ("I", "Klynge X"); the other words as in `reminderHeadlines`.
 */
export const reminderMail = {
  intro: {
    escalated: {
      manager: 'Klyngelederen kunne ikke nås, så du får mailen.',
      chair: 'Formanden kunne ikke nås, så du får mailen.',
      officer: 'Den programansvarlige kunne ikke nås, så du får mailen.',
      head: 'Programchefen kunne ikke nås, så du får mailen.',
    },
    reach: 'Giv besked på en anden måde, og få adressen eller hvervet rettet.',
    standIn: 'Du får mailen i stedet for {{name}}, som er fraværende til og med {{until}}.',
  },
  /** What must be done, by whom and by which day: the first that is read. */
  lead: {
    bookingAhead: '{{who}} skal booke {{level}}audit senest {{deadline}}. Bookes den senere, kan afgørelsen komme for sent.',
    bookingToday: '{{who}} skal booke {{level}}audit i dag, {{deadline}}. Bookes den senere, kan afgørelsen komme for sent.',
    bookingLate:
      '{{who}} skal booke den tidligste {{level}}audit, der kan skaffes. Sidste sikre bookingdag var {{deadline}}, så afgørelsen kan komme for sent.',
    rebook: '{{who}} skal flytte {{level}}audit, så den er holdt senest {{auditBy}}.',
    endAhead: '{{label}} udløber {{deadline}}. Er fornyelsen ikke godkendt senest den dag, er mærket ikke gyldigt fra dagen efter.',
    endToday: '{{label}} udløber i dag, {{deadline}}. Er fornyelsen ikke godkendt i dag, er mærket ikke gyldigt fra i morgen.',
    endPassed:
      '{{label}} udløb {{end}}. Fornyelsen skal være godkendt senest {{windowEnd}}: så dækker den også tiden siden udløbet. Derefter kræves en helt ny førstegangstildeling.',
    window:
      '{{label}} skal være fornyet senest {{windowEnd}}: så dækker fornyelsen også tiden siden udløbet. Derefter kræves en helt ny førstegangstildeling.',
    windowClosesToday:
      '{{label}} skal være fornyet i dag, {{windowEnd}}: så dækker fornyelsen også tiden siden udløbet. Fra i morgen kræves en helt ny førstegangstildeling.',
    lapsed: '{{label}} kan ikke længere fornyes. Nu kræves en helt ny førstegangstildeling, som ikke dækker tiden siden udløbet.',
    'plan-ahead':
      '{{who}} skal have {{level}}mærket senest {{deadline}} ifølge handlingsplanen. Fra dagen efter gælder planen ikke længere.',
    'plan-today':
      '{{who}} skal have {{level}}mærket senest i dag, {{deadline}}, ifølge handlingsplanen. Fra i morgen gælder planen ikke længere.',
    'plan-passed':
      '{{who}} skulle have haft {{level}}mærket senest {{deadline}} ifølge handlingsplanen, og det er ikke registreret. Planen gælder ikke længere.',
    'waiver-ahead':
      '{{cluster}} er fritaget for kravet om {{level}}mærke til og med {{deadline}}. Fra dagen efter gælder kravet igen: så skal mærket være gyldigt, eller en handlingsplan være godkendt.',
    'waiver-today':
      '{{cluster}} er fritaget for kravet om {{level}}mærke til og med i dag, {{deadline}}. Fra i morgen gælder kravet igen: så skal mærket være gyldigt, eller en handlingsplan være godkendt.',
    'waiver-passed':
      '{{cluster}} var fritaget for kravet om {{level}}mærke til og med {{deadline}}. Nu gælder kravet igen: mærket skal være gyldigt, eller en handlingsplan være godkendt.',
    'milestone-ahead': '{{who}} skal {{toDoStep}} senest {{deadline}}. Sker det senere, bliver der for lidt tid til de næste trin.',
    'milestone-today': '{{who}} skal {{toDoStep}} i dag, {{deadline}}. Sker det senere, bliver der for lidt tid til de næste trin.',
    'milestone-passed': '{{who}} skulle have {{doneStep}} senest {{deadline}}, og det er ikke registreret som gjort.',
    'planned-ahead': '{{who}} skal {{toDoStep}} senest {{deadline}}. Den dag er planlagt i sagen.',
    'planned-today': '{{who}} skal {{toDoStep}} i dag, {{deadline}}. Den dag er planlagt i sagen.',
    'planned-passed':
      '{{who}} skulle have {{doneStep}} senest {{deadline}}, som det var planlagt i sagen. Det er ikke registreret som gjort.',
    'recommendation-ahead': '{{who}} skal følge op på {{what}} senest {{deadline}}.',
    'recommendation-today': '{{who}} skal følge op på {{what}} senest i dag, {{deadline}}.',
    'recommendation-passed': '{{who}} skulle have fulgt op på {{what}} senest {{deadline}}, og den er ikke meldt udført.',
    'document-ahead':
      '{{who}} skal sende en ny version af {{what}} senest {{deadline}}. Derefter tæller det ikke længere som dokumentation.',
    'document-today':
      '{{who}} skal sende en ny version af {{what}} senest i dag, {{deadline}}. Fra i morgen tæller det ikke længere som dokumentation.',
    'document-passed':
      '{{who}} skal sende en ny version af {{what}}. Det gjaldt til og med {{deadline}} og tæller ikke længere som dokumentation.',
    'self-test-returned-ahead': '{{who}} skal rette {{what}} og sende den ind igen. Den er sendt tilbage {{deadline}}.',
    'self-test-returned-today': '{{who}} skal rette {{what}} og sende den ind igen. Den er sendt tilbage i dag, {{deadline}}.',
    'self-test-returned-passed': '{{who}} skal rette {{what}} og sende den ind igen. Den blev sendt tilbage {{deadline}}.',
  },
  /** What is known of label and audit. */
  state: {
    validUntil: '{{label}} gælder til og med {{end}}.',
    validUntilToday: '{{label}} gælder til og med i dag, {{end}}.',
    endedOn: '{{label}} udløb {{end}}.',
    endedRenewable: '{{label}} udløb {{end}} og kan fornyes til og med {{windowEnd}}.',
    heldBy: '{{levelCapital}}mærket skal være tildelt senest {{anchor}}.',
    notHeld: 'Vi har ikke registreret et gyldigt {{level}}mærke.',
    noAudit: 'Vi har ikke registreret en dato for audit.',
    noAuditYet: 'Vi har ikke registreret en dato for audit. Audit skal bookes hurtigst muligt.',
    audit: 'Audit er registreret til {{audit}}.',
    auditTooLate: 'Audit er registreret til {{audit}}, og så ventes afgørelsen først {{decision}}. Det er efter {{anchor}}.',
    auditInTime: 'Afgørelsen ventes {{decision}}.',
    auditPast: 'Audit var registreret til {{audit}}.',
    decisionAwaited: 'Vi har endnu ikke registreret en afgørelse.',
  },
  also: 'Mailen handler også om:',
  besides: 'Desuden:',
  dates: {
    caption: 'Frister og datoer',
    order: 'Sidste sikre bookingdag',
    submission: 'Send dokumentation',
    audit: 'Audit senest',
    booked: 'Audit, registreret',
    end: '{{levelCapital}}mærket udløber',
    ended: '{{levelCapital}}mærket udløb',
    windowEnd: 'Sidste dag for fornyelse',
    'plan-due': '{{levelCapital}} ifølge handlingsplanen',
    'level-due': '{{levelCapital}} skal være opnået',
    waiver: 'Fritagelsens sidste dag',
    milestone: '{{doStep}}',
    'self-test-returned': 'Selvtest sendt tilbage',
    recommendation: 'Anbefaling »{{title}}«',
    document: 'Dokument »{{title}}«',
    unnamed: { recommendation: 'Anbefaling', document: 'Dokument' },
  },
  action: {
    register: 'Registrér auditdato',
    open: 'Se klyngens side',
    openOf: 'Se siden for {{cluster}}',
    milestone: 'Åbn sagen',
    recommendation: 'Se anbefalingen',
    document: 'Se dokumenterne',
    'self-test-returned': 'Åbn selvtesten',
  },
  acknowledge: {
    own: 'Bekræft, at I har set den, og skriv, hvornår det bliver gjort',
    other: 'Bekræft, at du har set den, og skriv, hvornår det bliver gjort',
    holds: 'Så venter de næste påmindelser til den dag.',
    personal: 'Linket var personligt og vises ikke her.',
    regardless: 'De sidste påmindelser sendes alligevel.',
    final: 'Det er en af de sidste påmindelser. De kan ikke udsættes.',
  },
  acknowledged: {
    own: 'I kvitterede for påmindelsen {{on}}.',
    ownPlan: 'I kvitterede for påmindelsen {{on}} og skrev, at det bliver gjort senest {{plan}}.',
    other: 'Klyngen kvitterede for påmindelsen {{on}}.',
    otherPlan: 'Klyngen kvitterede for påmindelsen {{on}} og skrev, at det bliver gjort senest {{plan}}.',
    still: 'Det er endnu ikke registreret som gjort.',
  },
  after: {
    booked: {
      own: 'Har I allerede booket? Så registrér datoen, og påmindelserne stopper.',
      other: 'Er audit allerede booket? Så registrér datoen, og påmindelserne stopper.',
    },
    plan: {
      own: 'Er mærket opnået? Så send certifikatet, og påmindelserne stopper.',
      other: 'Er mærket opnået? Så registrér tildelingen, og påmindelserne stopper.',
    },
    planPassed: {
      own: 'Er mærket ikke opnået, så aftal med den programansvarlige, hvad der nu skal ske.',
      other: 'Er mærket ikke opnået, kræver det en ny plan eller en fritagelse, som skal godkendes.',
    },
    waiver: {
      own: 'Er der brug for længere tid, så skriv til den programansvarlige nu.',
      other: 'Skal fritagelsen forlænges, så foreslå en ny i god tid: en anden programansvarlig skal godkende den.',
    },
    milestone: {
      own: 'Er det gjort? Så markér trinnet i sagen, og påmindelserne stopper.',
      other: 'Er det gjort? Så markér trinnet i sagen, og påmindelserne stopper.',
    },
    recommendation: {
      own: 'Er der fulgt op? Så meld anbefalingen udført, og påmindelserne stopper.',
      other: 'Er der fulgt op? Så registrér anbefalingen som udført, og påmindelserne stopper.',
    },
    document: {
      own: 'Er datoen forkert? Så ret den ved dokumentet, og påmindelserne stopper.',
      other: 'Er datoen forkert? Så ret den ved dokumentet, og påmindelserne stopper.',
    },
    lapsed: {
      own: 'Aftal med den programansvarlige, hvad der nu skal ske.',
      other: 'Aftal med klyngen, hvad der nu skal ske.',
    },
    reply: 'Spørgsmål? Svar på denne mail, så når du {{officer}}.',
  },
  foot: {
    why: 'Hvorfor får du mailen?',
    whyRole: {
      manager: 'Du er klyngeleder for {{cluster}}.',
      chair: 'Du er formand for {{cluster}}.',
      officer: 'Du er programansvarlig for {{cluster}}.',
      head: 'Du er programchef for det program, som {{cluster}} er med i.',
    },
    whyStandIn: 'Du er stedfortræder for {{name}}.',
    alsoTold: {
      chair: 'Klyngelederen får også besked.',
      officer: 'Klyngen får også besked.',
      head: 'Klyngen og den programansvarlige får også besked.',
    },
    merged: 'Mailen samler {{count}} påmindelser, som ellers var kommet hver for sig.',
    next: 'Næste påmindelse sendes {{next}}, hvis intet ændrer sig.',
    nextOfCluster: 'Næste påmindelse om {{cluster}} sendes {{next}}, hvis intet ændrer sig.',
    last: 'Der er ikke planlagt flere påmindelser om denne frist.',
    how: 'Sådan er datoen regnet ud:',
    howDecision: 'Afgørelsen kan tage {{days}} dage, så audit skal være holdt senest {{auditBy}}, når målet er {{anchor}}.',
    howOrder: 'Audit bookes mindst {{days}} dage før, altså senest {{raw}}.',
    howRolledBack: 'Det er en lukkedag, så fristen er rykket til den åbne dag før, {{deadline}}.',
    howStepRolledBack: 'Det giver {{raw}}, som er en lukkedag, så fristen er rykket til den åbne dag før, {{deadline}}.',
    howWindow: 'Mærket kan fornyes i {{months}} måneder efter udløb.',
    howEnd: 'Udløbsdatoen er den, der står på certifikatet eller er bekræftet af en programansvarlig.',
    assumption: 'Antallet af dage er en antagelse og kan ændres.',
    from: 'Hvor kommer datoen fra?',
    origin: {
      plan: 'Den står i den godkendte handlingsplan.',
      waiver: 'Den står i den godkendte fritagelse.',
      milestone: 'Den er planlagt i sagen om recertificering.',
      recommendation: 'Den er sat som frist for anbefalingen.',
      document: 'Den er angivet ved dokumentet.',
      'self-test-returned': 'Det er den dag, selvtesten blev sendt tilbage.',
    },
    calculation: 'Se hele udregningen',
    page: 'Se klyngens side',
    duty: 'Mailen hører til forpligtelsen og kan ikke fravælges.',
    dutyToo: 'Det, der hører til forpligtelsen, kan ikke fravælges.',
    unsubscribe: 'Fravælg mails om {{kind}}',
    kind: {
      milestone: 'sagens milepæle',
      recommendation: 'anbefalinger',
      document: 'dokumenters udløb',
      'self-test-returned': 'returnerede selvtest',
    },
    and: '{{first}} og {{last}}',
  },
};
