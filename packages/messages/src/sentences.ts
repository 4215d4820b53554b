import type { TFunction } from 'i18next';

/** A sentence of the catalogue, taken apart at the values that go into it: text, name, text, …, text. */
type Sentence = readonly string[];

type Values = Readonly<Record<string, unknown>>;

/** What the library understands beyond values, a number and a variant: it is left to do those itself. */
const left = [
  'defaultValue',
  'returnObjects',
  'returnDetails',
  'joinArrays',
  'ordinal',
  'replace',
  'interpolation',
  'lng',
  'lngs',
  'ns',
  'keyPrefix',
];

/**
 * The library finds a sentence anew each time it is said, with its plural and its variants, and copies all values several times over: for
 * mails that was a third of all work. What it found is kept here, taken apart once; putting the values in is all that is left to do.
 */
export function keepingSentences(t: TFunction, language: string): TFunction {
  const plural = new Intl.PluralRules(language);
  const kept = new Map<string, Sentence | null>();
  const find = (key: string, name: string, values: Values): Sentence | null => {
    const words: unknown = t(key, { ...values, skipInterpolation: true } as never);
    const sentence = typeof words === 'string' ? takenApart(words) : null;
    // What is not in the catalogue comes back as its key, of which there may be any number.
    if (words !== key) kept.set(name, sentence);
    return sentence;
  };
  const say = (key: unknown, values: Values = {}): unknown => {
    if (typeof key !== 'string' || typeof values !== 'object' || left.some((name) => name in values))
      return t(key as never, values as never);
    const { count, context } = values;
    if (count !== undefined && typeof count !== 'number') return t(key as never, values as never);
    // Finer than any language's plural, where it has a form of its own for none.
    const form = count === undefined ? '' : count === 0 ? 'none' : plural.select(count);
    const name = `${key} ${form} ${context ?? ''}`;
    const found = kept.get(name);
    const sentence = found === undefined ? find(key, name, values) : found;
    return sentence === null ? t(key as never, values as never) : filled(sentence, values);
  };
  return say as TFunction;
}

/** Null: the library has more to do with it than putting values in, such as writing a number as the language does. */
function takenApart(words: string): Sentence | null {
  const pieces = words.split(/\{\{(.+?)\}\}/);
  const isPlain = pieces.every((piece, place) => (place % 2 === 0 ? !piece.includes('$t(') : /^\w+$/.test(piece)));
  return isPlain ? pieces : null;
}

function filled(sentence: Sentence, values: Values): string {
  let words = sentence[0] ?? '';
  for (let place = 1; place < sentence.length; place += 2) {
    const name = sentence[place] ?? '';
    const value = values[name];
    words += value === undefined ? `{{${name}}}` : value === null ? '' : String(value);
    words += sentence[place + 1] ?? '';
  }
  return words;
}
