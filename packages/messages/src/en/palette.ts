import type { palette as danish } from '../da/palette.js';

/** Search over everything, and the list of keys. */
export const palette: typeof danish = {
  title: 'Search and go to',
  label: 'Find a cluster, a person or a page',
  found: 'Found',
  none: 'Nothing matches.',
  count_one: '1 found',
  count_other: '{{count}} found',
  kind: { cluster: 'Cluster', person: 'Person', page: 'Page' },
  keys: {
    title: 'Shortcut keys',
    palette: 'Search everything',
    list: 'Show this list',
    find: 'To the search field of the portfolio',
    go: 'Go to {{page}}',
    close: 'Close',
    off: 'Single keys do nothing in fields and can be switched off below your name at the top.',
  },
};
