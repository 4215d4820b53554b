import type { NavigationName } from './navigation.js';

/** The letter that follows `g`. */
export const goKeys: Readonly<Record<NavigationName, string>> = {
  portfolio: 'p',
  timeline: 't',
  indicators: 'k',
  grid: 'i',
  reminders: 'r',
  proposals: 'b',
  daysWithout: 'd',
  people: 'n',
  rules: 'l',
  auditTrail: 'a',
  myCluster: 'm',
  recertification: 'c',
  documents: 'o',
  history: 'h',
};
