/**
 * What IBM Plex Sans can show, and nothing that turns the direction of a text or stands there unseen. A document with any other sign
 * could not be exported in strict form.
 */
const printed =
  /[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0192\u0218-\u021b\u02c6\u02c7\u02d8-\u02dd\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0491\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u2713]/u;
/** Stand there unseen, and change nothing when they are gone. */
const unseen = /[\u00ad\u200b\u2060\ufeff]|\ufe0e|\ufe0f/u;

/**
 * A text as it can be printed. What has no sign in the typeface is named by its number, `[U+1F600]`, so that nobody takes a text for
 * complete from which something is missing; so is every control character, and what turns the direction of a line.
 */
export function printable(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\u2000-\u200a\u202f\u3000]/g, ' ');
  return Array.from(plain.normalize('NFC'), (sign) => {
    if (printed.test(sign)) return sign;
    return unseen.test(sign) ? '' : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}
