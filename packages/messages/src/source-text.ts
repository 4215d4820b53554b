import { sourceIn } from './own-sources.js';
import { createTranslator, type Language } from './translator.js';

/** A recorded source as it is shown: pages and documents as they are, the product's own as a sentence. */
export function sourceText(source: string, language: Language): string {
  const t = createTranslator(language);
  return sourceIn(source, (key) => t(`explanation.source.${key}`));
}
