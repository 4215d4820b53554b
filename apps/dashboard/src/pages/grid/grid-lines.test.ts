import { describe, expect, it } from 'vitest';
import { fillFrom, isTyped, listedLines, maximum, placePasted } from './grid-lines.js';

const rows = [
  { slug: 'clean', requiredLevel: 'gold' },
  { slug: 'vision-denmark', requiredLevel: 'gold' },
] as const;
const names = new Map([
  ['clean', 'CLEAN'],
  ['vision-denmark', 'Vision Denmark'],
]);
const pasted = (cluster: string, validUntil = '31.03.2027', level = '') => ({ cluster, validUntil, level });

describe('placing pasted lines', () => {
  it('finds clusters by name or slug, whatever the letters and spaces', () => {
    const { lines, placed } = placePasted(listedLines(rows), [pasted('clean '), pasted('VISION  denmark', '30.06.2027', 'Sølv')], names);
    expect(placed).toBe(2);
    expect(lines.map(({ slug, validUntil, level }) => [slug, validUntil, level])).toEqual([
      ['clean', '31.03.2027', 'gold'],
      ['vision-denmark', '30.06.2027', 'silver'],
    ]);
  });

  it('gives an unknown cluster, and one named twice, a line of its own for the server to judge', () => {
    const { lines } = placePasted(listedLines(rows), [pasted('CLEAN'), pasted('CLEAN', '30.04.2028'), pasted('Ukendt')], names);
    expect(lines.slice(2).map(({ listed, slug, validUntil }) => [listed, slug, validUntil])).toEqual([
      [null, 'CLEAN', '30.04.2028'],
      [null, 'Ukendt', '31.03.2027'],
    ]);
  });

  it('keeps a level that is none, so that it can be refused', () => {
    expect(placePasted(listedLines(rows), [pasted('CLEAN', '31.03.2027', 'platin')], names).lines[0]?.level).toBe('platin');
  });

  it('says how many lines have no date, and changes nothing for them', () => {
    const { lines, withoutDate } = placePasted(listedLines(rows), [pasted('CLEAN', '')], names);
    expect(withoutDate).toBe(1);
    expect(lines.filter(isTyped)).toEqual([]);
  });

  it('hands back what does not fit', () => {
    const many = Array.from({ length: maximum + 3 }, (_, index) => pasted(`Ukendt ${index}`));
    const { left, placed } = placePasted(listedLines(rows), many, names);
    expect(placed).toBe(maximum);
    expect(left.map(({ cluster }) => cluster)).toEqual(many.slice(maximum).map(({ cluster }) => cluster));
  });
});

describe('filling from a cell', () => {
  it('goes down and to the right, and on into new lines', () => {
    const lines = fillFrom(listedLines(rows), 'vision-denmark', 'validUntil', [['31.03.2027', 'bronze'], ['30.06.2027']]);
    expect(lines.map(({ listed, validUntil, level }) => [listed, validUntil, level])).toEqual([
      ['clean', '', 'gold'],
      ['vision-denmark', '31.03.2027', 'bronze'],
      [null, '30.06.2027', 'gold'],
    ]);
  });
});
