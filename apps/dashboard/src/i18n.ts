import type { Language } from '@klyngevagt/messages';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from './api-client.js';

export const i18n = i18next.createInstance();

// One language is loaded, the other only when it is asked for.
const catalogues = {
  da: () => import('@klyngevagt/messages/da'),
  en: () => import('@klyngevagt/messages/en'),
};
const storageKey = 'klyngevagt.language';

/** Loads the language and turns the page to it. Remembered on this machine for the pages before sign-in. */
export async function turnToLanguage(language: Language): Promise<void> {
  const { catalogue } = await catalogues[language]();
  if (!i18n.isInitialized) {
    await i18n.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: { translation: catalogue } },
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: false },
    });
  } else {
    i18n.addResourceBundle(language, 'translation', catalogue);
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

/** Danish unless this machine chose English before. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'da';
  } catch {
    return 'da';
  }
}
