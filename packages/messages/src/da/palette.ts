/** Search over everything, and the list of keys. */
export const palette = {
  title: 'Søg og gå til',
  label: 'Find klynge, person eller side',
  found: 'Fundet',
  none: 'Intet passer.',
  count_one: '1 fundet',
  count_other: '{{count}} fundet',
  kind: { cluster: 'Klynge', person: 'Person', page: 'Side' },
  keys: {
    title: 'Genvejstaster',
    palette: 'Søg i alt',
    list: 'Vis denne liste',
    find: 'Til søgefeltet i porteføljen',
    go: 'Gå til {{page}}',
    close: 'Luk',
    off: 'De enkelte taster virker ikke i felter og kan slås fra under dit navn øverst.',
  },
};
