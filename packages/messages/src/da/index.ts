import { terms } from './terms.js';

export const catalogue = { terms };
