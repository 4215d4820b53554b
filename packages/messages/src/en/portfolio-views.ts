import type { portfolioViews as danish } from '../da/portfolio-views.js';

/** Filters of the portfolio under names of one's own. */
export const portfolioViews: typeof danish = {
  none: 'No saved views yet.',
  name: 'Save the filter as',
  help: 'Kept in this browser, for you only.',
  save: 'Save view',
  remove: 'Remove the view {{name}}',
  refused: 'The browser cannot keep anything. The view works until the page is closed.',
};
