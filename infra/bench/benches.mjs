// @ts-check
/** Every bench by its name, in the order in which they run. */
import { decide } from './decide.mjs';
import { mail } from './mail.mjs';
import { firstLoad, firstRow } from './page.mjs';
import { plan100k, planGrowth } from './planning.mjs';
import { portfolioBench } from './portfolio.mjs';
import { scoreBench } from './score.mjs';
import { start } from './start.mjs';

/** @type {Record<string, (place: import('./place.mjs').Place) => Promise<void>>} */
export const benches = {
  'portfolio-14': portfolioBench('portfolio-14', 14, 'warm'),
  'portfolio-304': portfolioBench('portfolio-304', 14, 'unchanged'),
  'portfolio-14-fresh': portfolioBench('portfolio-14-fresh', 14, 'fresh'),
  'portfolio-1000': portfolioBench('portfolio-1000', 1000, 'warm'),
  'portfolio-1000-fresh': portfolioBench('portfolio-1000-fresh', 1000, 'fresh'),
  decide,
  score: scoreBench,
  'first-load': firstLoad,
  'first-row': firstRow,
  start,
  mail,
  'plan-growth': planGrowth,
  'plan-100k': plan100k,
};
