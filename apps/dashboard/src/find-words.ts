/**
 * Those in which every typed word occurs, in any order, whatever the case and the accents.
 * @param textsOf what is searched of one
 */
export function findWords<T>(all: readonly T[], typed: string, textsOf: (one: T) => readonly string[]): T[] {
  const words = folded(typed).split(/\s+/);
  return all.filter((one) => {
    const text = folded(textsOf(one).join(' '));
    return words.every((word) => text.includes(word));
  });
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
