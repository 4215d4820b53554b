/** What a list of mails shows of a subject at most, and what fits on one line of a header. */
const longestSubject = 78;

/**
 * The first wording that fits, the fullest first; shorter ones are made only where they are needed. Where none fits, the last one with a
 * name cut short: what is to be done by when stays.
 */
export function fittingSubject(
  wordings: readonly (() => string)[],
  cut: { name: string; around: (name: string) => string } | null,
): string {
  let wording = '';
  for (const say of wordings) {
    wording = say();
    if (wording.length <= longestSubject) return wording;
  }
  if (cut === null) return wording;
  // Inside a word where need be: of "Danish Sound Cluster" the first word alone would name three others too.
  const room = Math.max(longestSubject - cut.around('').length, shortestName);
  return cut.around(`${cut.name.slice(0, room - 1).trimEnd()}…`);
}

/** Fewer letters name nothing. */
const shortestName = 10;

/** At the end of a word, if there is one not far from the end. */
export function shortened(title: string, longest: number): string {
  const line = title.replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
