import { createTranslator, type Language } from './translator.js';

/** Stands in a source where nobody published the figure: it is the product's own. */
const productDefault = 'product-default';

/** A recorded source as it is shown: pages and documents as they are, the product's own defaults as a sentence. */
export function sourceText(source: string, language: Language): string {
  return source.replace(productDefault, () => createTranslator(language)('explanation.source.productDefault'));
}
