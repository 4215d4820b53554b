/** The page of rules: what the decisions are computed by, and how sure each rule is. */
export const rules = {
  document: 'Regler',
  title_one: '1 regel afgør status, frister og påmindelser',
  title_other: '{{count}} regler afgør status, frister og påmindelser',
  assumptions_zero: 'Alle er kildebelagt.',
  assumptions_one: '1 af dem er en antagelse. Antagelser er data: de kan rettes, når nogen ved bedre, og så regnes alt om.',
  assumptions_other: '{{count}} af dem er antagelser. Antagelser er data: de kan rettes, når nogen ved bedre, og så regnes alt om.',
  certificate: 'En dato, der står på et certifikat, gælder altid forud for en beregnet.',
  groups: {
    validity: 'Hvor længe et mærke gælder',
    'renewal-window': 'Hvor længe et udløbet mærke kan fornyes',
    figure: 'Tal, der bruges i vurderingen',
    'process-step': 'Skridt i recertificeringen, talt baglæns',
    'reminder-step': 'Hvornår der sendes påmindelser',
  },
  columns: { label: 'Regel', value: 'Værdi', effectiveFrom: 'Gælder fra', source: 'Kilde', confidence: 'Hvor sikkert' },
  closed: {
    title: 'Lukkede dage forude',
    text: 'En frist, der falder på en lukket dag eller i en weekend, rykker til den åbne dag før. Kalenderen går fra {{from}} til {{to}}.',
    none: 'Der er ingen lukkede dage forude i kalenderen.',
  },
  none: { title: 'Ingen regler endnu', text: 'Reglerne lægges ind, når Klyngevagt sættes op. Uden dem kan intet afgøres.' },
  error: 'reglerne',
};
