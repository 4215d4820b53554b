/** Filters of the portfolio under names of one's own. */
export const portfolioViews = {
  none: 'Ingen gemte visninger endnu.',
  name: 'Gem filteret som',
  help: 'Gemmes i denne browser, kun til dig.',
  save: 'Gem visning',
  remove: 'Slet visningen {{name}}',
  refused: 'Browseren kan ikke gemme noget. Visningen virker, til siden lukkes.',
};
