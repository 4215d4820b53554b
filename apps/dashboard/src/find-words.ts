/**
 * Those in which every typed word occurs, in any order, whatever the case and the accents; where there is none, those in which the words almost do.
 * @param textsOf what is searched of one
 */
export function findWords<T>(all: readonly T[], typed: string, textsOf: (one: T) => readonly string[]): T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const searched = all.map((one) => ({ one, text: folded(textsOf(one).join(' ')) }));
  const exact = searched.filter(({ text }) => words.every((word) => text.includes(word)));
  const found = exact.length > 0 ? exact : searched.filter(({ text }) => words.every((word) => isNear(word, text.split(/\W+/))));
  return found.map(({ one }) => one);
}

/** Without case and accents; å, aa and a are the same, æ, ae and a too, and ø, oe and o, because not everybody has a Danish keyboard. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/æ|ae|aa/g, 'a')
    .replace(/ø|oe/g, 'o');
}

/** One slip in a word of four letters or more, two from eight letters on, against the beginning of a word. */
function isNear(typed: string, words: readonly string[]): boolean {
  const slips = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  return words.some((word) => slipsTo(typed, word) <= slips);
}

/** How many letters are wrong, missing, too many or have changed places, where `typed` is the beginning of `word`. */
function slipsTo(typed: string, word: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: word.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= typed.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= word.length; column += 1) {
      const isSame = typed[row - 1] === word[column - 1];
      const isSwapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      next[column] = Math.min(
        (last?.[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last?.[column - 1] ?? 0) + Number(!isSame),
        isSwapped ? (before?.[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return Math.min(...(last ?? []));
}
