/** Pages that everyone may read, also before signing in: accessibility, privacy, contact, where the data come from. */
export const information = {
  links: {
    label: 'Om Klyngevagt',
    accessibility: 'Tilgængelighed',
    privacy: 'Privatliv',
    contact: 'Kontakt',
    dataSources: 'Datakilder',
  },
  accessibility: {
    title: 'Alle skal kunne bruge Klyngevagt',
    lead: 'Også med tastatur, skærmlæser, forstørrelse og uden farver.',
    official: 'Den officielle erklæring',
    officialText: 'Den ansvarlige myndigheds tilgængelighedserklæring ligger her:',
    officialLink: 'Læs tilgængelighedserklæringen',
    officialMissing:
      'Der er endnu ikke angivet en officiel tilgængelighedserklæring for denne udgave af Klyngevagt. Teksten på denne side er vores egen beskrivelse og træder ikke i stedet for den.',
    how: 'Sådan er siderne lavet',
    howPoints: [
      'Status vises altid med ord, form og farve. Siderne kan læses i sort og hvid.',
      'Alt kan nås og betjenes med tastatur. Det, der har fokus, kan altid ses.',
      'Siderne har overskrifter, områder og tabeller med rækkenavne, som en skærmlæser kan bruge.',
      'Siderne kan vises på en bredde af 320 punkter, uden at man skal rulle sidelæns.',
      'Intet bevæger sig af sig selv, og intet udløber, mens du skriver. Det, du har skrevet, går ikke tabt.',
      'Fejl står med ord ved feltet, og hvad der hjælper.',
    ],
    measured: 'Sådan er det målt',
    measuredText:
      'Målet er WCAG 2.1 på niveau AA. Hver side måles automatisk i en browser ved hver ændring, på skærm og på telefon. Automatiske målinger finder kun en del af fejlene.',
    known: 'Det ved vi ikke, eller det mangler',
    knownPoints: [
      'Siderne er ikke prøvet af brugere med skærmlæser.',
      'Siderne er ikke prøvet med tvungne farver og 400 % forstørrelse på alle maskiner.',
      'Mails er skrevet med en ren tekstudgave, men er ikke prøvet i alle mailprogrammer.',
    ],
    tell: 'Fortæl os, hvis noget ikke virker',
    tellText:
      'Skriv til {{contact}}. Fortæl, hvilken side det er, hvad du ville gøre, og hvad du bruger. Så kan du også få oplysningen på en anden måde.',
    complain:
      'Får du ikke et svar, du kan bruge, kan du klage til Digitaliseringsstyrelsen, der fører tilsyn med loven om webtilgængelighed.',
  },
  privacy: {
    title: 'Klyngevagt gemmer så lidt om personer som muligt',
    lead: 'Her står, hvad der gemmes, hvor længe, hvem der ser det, og hvordan du får det slettet.',
    stored: 'Hvad der gemmes',
    columns: { what: 'Oplysning', why: 'Hvorfor', howLong: 'Hvor længe', who: 'Hvem ser det' },
    rows: [
      {
        what: 'Navn, e-mail, titel, telefon, sprog',
        why: 'For at sende påmindelser og give adgang',
        howLong: 'Så længe du har en opgave i en klynge eller i programmet',
        who: 'Programansvarlige og administratorer; klyngeledere ser personer i egen klynge',
      },
      {
        what: 'Adgangskode',
        why: 'For at logge ind',
        howLong: 'Så længe du har adgang; gemt, så ingen kan læse den',
        who: 'Ingen',
      },
      {
        what: 'Hvornår du er logget ind, og fra hvilken adresse',
        why: 'For at holde dig logget ind og standse gættede adgangskoder',
        howLong: 'Til du logger ud, eller adgangen udløber',
        who: 'Ingen på siderne',
      },
      {
        what: 'Påmindelser: modtager, tekst, tidspunkt, mailserverens svar',
        why: 'For at kunne vise, at der er givet besked i tide',
        howLong: 'I det antal år, den ansvarlige myndighed har fastsat',
        who: 'Programansvarlige og administratorer; klyngeledere for egen klynge',
      },
      {
        what: 'Hvem der ændrede hvad, hvornår og hvorfor',
        why: 'For at en afgørelse kan efterprøves',
        howLong: 'Permanent, men uden dit navn, når det er slettet',
        who: 'Programansvarlige og administratorer',
      },
    ],
    not: 'Hvad der ikke sker',
    notPoints: [
      'Vi måler ikke, hvad du gør på siderne. Intet hentes fra andres servere.',
      'Der er én cookie. Den holder dig logget ind og bruges ikke til andet. Sproget huskes i din browser.',
      'Det, du skriver i et skema, huskes i din browser, til det er gemt eller fanen lukkes.',
      'Navne, adresser og fritekst skrives ikke i logfiler.',
      'Læsere (et ministerium, en bestyrelse) ser status og datoer, ikke navne, adresser og mailtekster.',
    ],
    erase: 'Indsigt, rettelse og sletning',
    eraseText:
      'Du kan få at vide, hvad der står om dig, få det rettet og få det slettet. Når du er slettet, er navn, adresse og fritekst væk. Historikken viser derefter, at en person har handlet, men ikke hvem.',
    eraseHow: 'Skriv til {{contact}}.',
    complain: 'Du kan klage til Datatilsynet.',
    responsible: 'Dataansvarlig er den myndighed, der driver denne udgave af Klyngevagt.',
  },
  contact: {
    title: 'Skriv til os',
    lead: 'Om klynger, datoer, adgang eller noget, der ikke virker.',
    wrongDate: 'Er en dato forkert?',
    wrongDateText:
      'Klyngeledere kan foreslå en rettelse på siden «Min klynge». Ellers skriv, hvilken klynge det er, hvad der står, og hvor det rigtige står.',
    access: 'Mangler du adgang?',
    accessText: 'En programansvarlig kan invitere dig. Har du glemt adgangskoden, kan du få en ny fra login-siden.',
    newPassword: 'Få en ny adgangskode',
    fault: 'Virker noget ikke?',
    faultText: 'Oplys fejlnummeret, der står ved fejlen, og hvad klokken var. Det er nok til at finde den.',
  },
  dataSources: {
    title: 'Hver dato viser, hvor sikker den er',
    lead: 'Nogle oplysninger har en kilde, nogle er antagelser, og i eksemplet er nogle opfundet.',
    kinds: 'Fire slags oplysninger',
    kind: {
      sourced: 'Der er en kilde, som kan slås efter: et certifikat, et register, en udgivelse. Kilden står ved oplysningen.',
      partly: 'En del er kildebelagt, resten er beregnet eller læst ud af sammenhængen.',
      assumption:
        'Ingen kilde siger det. Det er vores bedste bud, og det kan rettes. Antagelser er data med et mærke på, ikke noget, der er gemt i programmet.',
      illustrative:
        'Opfundet til eksemplet. Det siger intet om den virkelige klynge. «illustrativ» står ved rækken, i mailens emne og i filens navn.',
    },
    from: 'Hvor de kildebelagte oplysninger kommer fra',
    fromPoints: [
      'Hvilke klynger der blev udpeget i 2020, og hvad programmet krævede: offentliggjorte udbud, udpegninger og evalueringer.',
      'Hvilke mærker klyngerne har haft: European Secretariat for Cluster Analysis (ESCA) og klyngernes egne offentliggørelser.',
      'Hvor længe et mærke gælder og kan fornyes: ESCA’s sider. Kun reglen for bronze er sagt helt ud; resten er antagelser, til nogen bekræfter dem.',
      'Lukkede dage: den danske kalender og programmets egne lukkeuger.',
    ],
    illustrative: 'Hvad der er opfundet',
    illustrativeText:
      'I eksemplet er klyngerne virkelige, men mange datoer og alle personer er illustrative. De er valgt, så de ikke siger noget dårligt om virkelige organisationer. De alvorlige tilstande vises i et øvelsesprogram med opdigtede klynger.',
    realCopy: 'I en udgave uden eksempeldata findes der ingen illustrative oplysninger.',
    unknown: 'Hvad vi ikke ved',
    unknownText:
      'Mangler en oplysning, står der «Oplysning mangler». En manglende dato bliver aldrig til et brud. En programansvarlig skal have kontrolleret registret, før der står, at et mærke ikke findes.',
    rules: 'Reglerne, der regnes med, kan læses på siden Regler, når man er logget ind.',
    rulesLink: 'Til reglerne',
  },
};
