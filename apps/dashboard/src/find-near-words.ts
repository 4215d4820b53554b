import UFuzzy from '@leeoniya/ufuzzy';
import { findWords, folded } from './find-words.js';

/** In each word one letter may be wrong, missing, too many, or have changed places with its neighbour. */
const search = new UFuzzy({ intraMode: 1 });

const mostTypedWords = 5;

/** As `findWords`; where nothing is found, those in which the words almost occur. Apart from it, so that the first page does without the library. */
export function findNearWords<T>(all: readonly T[], typed: string, textsOf: (one: T) => readonly string[]): T[] {
  const found = findWords(all, typed, textsOf);
  if (found.length > 0) return found;
  const texts = all.map((one) => folded(textsOf(one).join(' ')));
  const [near] = search.search(texts, folded(typed), mostTypedWords);
  return (near ?? []).flatMap((index) => all[index] ?? []);
}
