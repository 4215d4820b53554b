import type { TFunction } from 'i18next';

/** `34 KB`, `2,4 MB`. */
export function sizeText(bytes: number, t: TFunction, language: string): string {
  const isLarge = bytes >= 1024 * 1024;
  const size = isLarge ? bytes / 1024 / 1024 : Math.max(1, bytes / 1024);
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: isLarge ? 1 : 0 }).format(size);
  return t(isLarge ? 'documents.size.megabytes' : 'documents.size.kilobytes', { size: text });
}
