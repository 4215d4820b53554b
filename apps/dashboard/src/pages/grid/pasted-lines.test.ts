import { describe, expect, it } from 'vitest';
import { looksLikeDate, parseBlock, parsePasted } from './pasted-lines.js';

describe('pasted lines', () => {
  it('reads cells between tabs, as a spreadsheet copies them', () => {
    expect(parsePasted('MADE\t31.03.2027\tguld\r\nVision Denmark\t30.06.2027\r\n')).toEqual({
      lines: [
        { cluster: 'MADE', validUntil: '31.03.2027', level: 'guld' },
        { cluster: 'Vision Denmark', validUntil: '30.06.2027', level: '' },
      ],
      hadHeading: false,
    });
  });

  it('reads semicolons, and the quotes of a CSV file', () => {
    expect(parsePasted('"Food & Bio ""Cluster""; Denmark".;x').lines).toHaveLength(1);
    expect(parsePasted('"CLEAN";"31-03-2027"').lines).toEqual([{ cluster: 'CLEAN', validUntil: '31-03-2027', level: '' }]);
  });

  it.each([
    ['Energy Cluster Denmark 31.03.2027', 'Energy Cluster Denmark', '31.03.2027', ''],
    ['Energy Cluster Denmark, 31/3/2027 sølv', 'Energy Cluster Denmark', '31/3/2027', 'sølv'],
    ['We Build Denmark 31032027', 'We Build Denmark', '31032027', ''],
  ])('finds the date at the end of "%s"', (line, cluster, validUntil, level) => {
    expect(parsePasted(line).lines).toEqual([{ cluster, validUntil, level }]);
  });

  it('leaves out a heading and empty lines, but never a line with a wrong date', () => {
    const { lines, hadHeading } = parsePasted('Klynge\tGyldig til\n\nCLEAN\t31.02.2027\nMADE\tsnart\n');
    expect(hadHeading).toBe(true);
    expect(lines.map(({ validUntil }) => validUntil)).toEqual(['31.02.2027', 'snart']);
  });

  it('turns columns round where the date stands first', () => {
    expect(parsePasted('2027-03-31\tCLEAN\tguld').lines).toEqual([{ cluster: 'CLEAN', validUntil: '2027-03-31', level: 'guld' }]);
  });

  it('takes a block of cells apart, and leaves a single value to its field', () => {
    expect(parseBlock('31.03.2027\n30.06.2027\n')).toEqual([['31.03.2027'], ['30.06.2027']]);
    expect(parseBlock('31.03.2027\tguld')).toEqual([['31.03.2027', 'guld']]);
    expect(parseBlock('31.03.2027')).toBeNull();
  });

  it.each(['31.03.2027', '31-3-27', '2027-03-31', '31032027'])('takes %s for a date', (text) => expect(looksLikeDate(text)).toBe(true));
  it.each(['CLEAN', '2020 Cluster', ''])('does not take "%s" for a date', (text) => expect(looksLikeDate(text)).toBe(false));
});
