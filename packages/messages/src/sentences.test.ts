import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { catalogue as danish } from './da/index.js';
import { catalogue as english } from './en/index.js';
import { createTranslator, languages } from './translator.js';

const library = i18next.createInstance();
await library.init({
  lng: 'da',
  fallbackLng: false,
  resources: { da: { translation: danish }, en: { translation: english } },
  interpolation: { escapeValue: false },
  missingInterpolationHandler: (_text, match: RegExpExecArray) => match[0],
  returnNull: false,
  initAsync: false,
});

/** Every sentence by its key, and by the keys that its plurals and variants are asked for. */
function keysOf(catalogue: object, before = ''): string[] {
  return Object.entries(catalogue).flatMap(([name, words]): string[] => {
    if (typeof words === 'object' && words !== null) return keysOf(words as object, `${before}${name}.`);
    return [...new Set([name, name.replace(/_(zero|one|other)$/, ''), name.split('_')[0] ?? name])].map((one) => `${before}${one}`);
  });
}

/** What mails and reasons say, and some of everything else. */
const keys = [...new Set(keysOf(danish))].filter((key, place) => /^(mail|reminder|reasons)/.test(key) || place % 7 === 0);
const namesIn = (key: string, t: (key: string, values: object) => unknown): string[] =>
  [...String(t(key, { count: 2, skipInterpolation: true })).matchAll(/\{\{(\w+)/g)].flatMap((match) => match[1] ?? []);

describe.each(languages)('a sentence in %s', (language) => {
  const t = createTranslator(language) as (key: string, values?: object) => unknown;
  const asked = library.getFixedT(language) as (key: string, values?: object) => unknown;
  const texts = new Map(
    keys.map((key) => [key, Object.fromEntries(namesIn(key, asked).map((name) => [name, `«${name}» $t(terms) {{count}}`]))]),
  );
  /** The second time it is the one that was kept. */
  const same = (valuesOf: (key: string) => object) => {
    const expected = keys.map((key) => asked(key, valuesOf(key)));
    for (const _time of [1, 2]) expect(keys.map((key) => t(key, valuesOf(key)))).toEqual(expected);
  };

  it.each([undefined, 0, 1, 2.5])('is the one that the library says, of a number of %s', (count) => {
    same((key) => ({ ...texts.get(key), ...(count === undefined ? {} : { count }) }));
  });

  it('keeps its variants apart', () => {
    for (const context of ['subject', 'open', undefined]) same(() => ({ context, count: 1 }));
  });

  it('shows the holes for which nothing was given', () => {
    expect(t('mail.greeting')).toContain('{{name}}');
    expect(t('mail.greeting', { name: undefined })).toContain('{{name}}');
    expect(t('mail.greeting', { name: null })).toBe(asked('mail.greeting', { name: null }));
  });

  it('has whatever else the library does', () => {
    expect(t('terms.status', { returnObjects: true })).toEqual(asked('terms.status', { returnObjects: true }));
    expect(t('terms.status')).toBe(asked('terms.status'));
    expect(t('nowhere.at-all', { defaultValue: 'otherwise' })).toBe('otherwise');
    expect(t('nowhere.at-all')).toBe('nowhere.at-all');
  });
});
