import type { newsCard as danish } from '../da/news-card.js';

/** The card on the start page: part of the first load, so as short as can be. */
export const newsCard: typeof danish = {
  title_one: '1 thing is new since {{since}}',
  title_other: '{{count}} things are new since {{since}}',
  open: 'See all',
  looked: 'Mark as seen',
};
