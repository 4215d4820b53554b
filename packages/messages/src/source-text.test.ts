import { expect, test } from 'vitest';
import { ownSources, type OwnSource } from './own-sources.js';
import { sourceText } from './source-text.js';

test('the default of the product is told in the reader’s language, alone or beside a page', () => {
  expect(sourceText('product-default', 'da')).toBe('Ingen kilde fundet: produktets standard');
  expect(sourceText('product-default ; https://cluster-analysis.org/pricing-information-1 (auditens længde)', 'en')).toBe(
    'No source found: default of the product ; https://cluster-analysis.org/pricing-information-1 (auditens længde)',
  );
});

test('every source of the product has its words in English, and in Danish those that are stored', () => {
  for (const [key, stored] of Object.entries(ownSources) as [OwnSource, string][]) {
    expect(sourceText(stored, 'en')).not.toBe(stored);
    if (key !== 'productDefault') expect(sourceText(stored, 'da')).toBe(stored);
  }
  expect(sourceText('Opfundet til demonstrationen', 'en')).toBe('Invented for the demonstration');
});

test('what a person or a page states stays as it is', () => {
  expect(sourceText('Oplyst af klyngen i et brev', 'en')).toBe('Oplyst af klyngen i et brev');
});
