import i18next, { type TFunction } from 'i18next';
import { catalogue as danish } from './da/index.js';
import { catalogue as english } from './en/index.js';
import { keepingSentences } from './sentences.js';

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

/** `t('terms.status.expiring')`, `t('reasons.in-force-until', { validUntil: '31. marts 2027' })`; plural forms by `count`. */
export type Translator = TFunction;

const instance = i18next.createInstance();
await instance.init({
  lng: 'da',
  fallbackLng: false,
  resources: { da: { translation: danish }, en: { translation: english } },
  interpolation: { escapeValue: false },
  // A hole in a sentence must be seen, by tests first: it would pass for a sentence.
  missingInterpolationHandler: (_text, match: RegExpExecArray) => match[0],
  returnNull: false,
  initAsync: false,
});

const translators = {
  da: keepingSentences(instance.getFixedT('da'), 'da'),
  en: keepingSentences(instance.getFixedT('en'), 'en'),
} satisfies Record<Language, Translator>;

/** The sentences of one language, for servers. Screens load one language's catalogue by `@klyngevagt/messages/da` or `/en`. */
export function createTranslator(language: Language): Translator {
  return translators[language];
}
