import { problems } from './problems.js';
import { terms } from './terms.js';

export const catalogue = { problems, terms };
