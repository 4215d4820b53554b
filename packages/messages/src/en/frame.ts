import { newsCard } from './news-card.js';
import { portfolio } from './portfolio.js';
import { shellFrame } from './shell.js';
import { terms } from './terms.js';

/** What the first page needs. The whole catalogue is four times as heavy and is fetched with the first other page. */
export const frame = { portfolio, shell: shellFrame, terms, news: { card: newsCard } };
