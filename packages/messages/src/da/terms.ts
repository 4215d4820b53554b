/** The glossary's words: status, verdict, level and the like. Short forms that stand in tables and badges. */
export const terms = {
  level: { gold: 'Guld', silver: 'Sølv', bronze: 'Bronze', none: 'Intet mærke' },
  status: {
    'in-force': 'Gyldig',
    expiring: 'Udløber snart',
    renewable: 'Udløbet, kan fornyes',
    lapsed: 'Bortfaldet',
    revoked: 'Tilbagekaldt',
    none: 'Ikke certificeret',
    unknown: 'Oplysning mangler',
  },
  verdict: {
    'not-bound': 'Ikke forpligtet',
    met: 'Opfyldt',
    'at-risk': 'I fare',
    exempt: 'Fritaget',
    'by-plan': 'Efter plan',
    renewable: 'Ikke opfyldt, kan fornyes',
    unknown: 'Kan ikke afgøres',
    breach: 'Misligholdt',
  },
  kind: { first: 'Første tildeling', renewal: 'Fornyelse' },
  confidence: { sourced: 'kildebelagt', partly: 'delvist', assumption: 'antagelse', illustrative: 'illustrativ' },
  role: { administrator: 'Administrator', officer: 'Programansvarlig', reader: 'Læser', manager: 'Klyngeleder' },
  clusterRole: { manager: 'Klyngeleder', chair: 'Formand', deputy: 'Stedfortræder', officer: 'Programansvarlig', head: 'Programchef' },
};
