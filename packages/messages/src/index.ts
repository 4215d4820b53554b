export { createTranslator, languages, type Language, type Translator } from './translator.js';
export { formatDate, formatLongDate, formatInstant } from './dates.js';
