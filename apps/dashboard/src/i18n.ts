import type { Language } from '@klyngevagt/messages';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from './api-client.js';

export const i18n = i18next.createInstance();

// One language is loaded, the other only when it is asked for; of that language first what the frame and the portfolio say.
const frames = {
  da: () => import('@klyngevagt/messages/da/frame').then(({ frame }) => frame),
  en: () => import('@klyngevagt/messages/en/frame').then(({ frame }) => frame),
};
const catalogues = {
  da: () => import('@klyngevagt/messages/da').then(({ catalogue }) => catalogue),
  en: () => import('@klyngevagt/messages/en').then(({ catalogue }) => catalogue),
};
const storageKey = 'klyngevagt.language';
let isWhole = false;

/** Loads the language and turns the page to it. Remembered on this machine for the pages before sign-in. */
export async function turnToLanguage(language: Language): Promise<void> {
  const sentences = await (isWhole ? catalogues : frames)[language]();
  if (!i18n.isInitialized) {
    await i18n.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: { translation: sentences } },
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: false },
    });
  } else {
    i18n.addResourceBundle(language, 'translation', sentences);
    await i18n.changeLanguage(language);
  }
  speak(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

/** Everything else that is said. Awaited together with each page that is not part of the first load. */
export async function loadAllSentences(): Promise<void> {
  isWhole = true;
  const language: Language = i18n.language === 'en' ? 'en' : 'da';
  i18n.addResourceBundle(language, 'translation', await catalogues[language]());
}

/** Danish unless this machine chose English before. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'da';
  } catch {
    return 'da';
  }
}
