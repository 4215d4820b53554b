import { expect, test } from 'vitest';
import { sourceText } from './source-text.js';

test('the default of the product is told in the reader’s language, alone or beside a page', () => {
  expect(sourceText('product-default', 'da')).toBe('Ingen kilde fundet: produktets standard');
  expect(sourceText('product-default ; https://cluster-analysis.org/pricing-information-1 (auditens længde)', 'en')).toBe(
    'No source found: default of the product ; https://cluster-analysis.org/pricing-information-1 (auditens længde)',
  );
});

test('what a person or a page states stays as it is', () => {
  expect(sourceText('Mærkeejerens register', 'en')).toBe('Mærkeejerens register');
});
