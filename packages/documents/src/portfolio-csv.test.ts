import { createTranslator } from '@klyngevagt/messages';
import { calendarDate } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv.js';
import { portfolioCsv, portfolioCsvName, type PortfolioCsvRow } from './portfolio-csv.js';

const row: PortfolioCsvRow = {
  name: 'Food & Bio Cluster Denmark',
  slug: 'food-bio-cluster-denmark',
  status: 'expiring',
  verdict: 'at-risk',
  level: 'gold',
  exitedOn: null,
  validUntil: calendarDate('2027-03-31'),
  validUntilPartial: null,
  validUntilConfidence: 'illustrative',
  daysLeft: 126,
  nextStep: { code: 'book-audit', dueOn: calendarDate('2026-12-18') },
  booking: null,
  officer: { name: 'Sara Østergaard' },
  illustrative: true,
};
const on = calendarDate('2026-11-25');
const danish = { t: createTranslator('da'), on, programme: 'Nationale klynger' };
const linesOf = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('portfolioCsv', () => {
  it('writes headers and words in Danish, days as spreadsheets read them', () => {
    const [header, first] = linesOf(portfolioCsv([row], danish));
    expect(header).toBe(
      'Klynge;Status;Forpligtelse;Mærke;Gyldig til;Hvor sikkert;Dage;Næste skridt;Senest;Recertificering;Ansvarlig;Illustrativ;Program;Pr. dato;Kendt til og med',
    );
    expect(first).toBe(
      'Food & Bio Cluster Denmark;Udløber snart;I fare;Guld;2027-03-31;illustrativ;126;Book audit;2026-12-18;;Sara Østergaard;ja;Nationale klynger;2026-11-25;',
    );
  });

  it('writes English for English readers', () => {
    const [header, first] = linesOf(portfolioCsv([row], { ...danish, t: createTranslator('en'), programme: 'National clusters' }));
    expect(header).toContain('Cluster;Status;Obligation;Label;Valid until');
    expect(first).toContain('Expiring soon;At risk;Gold;2027-03-31;illustrative;126;Book the audit;2026-12-18');
  });

  it('keeps rows and order as given', () => {
    const names = ['Å-klyngen', 'Alfa', 'Østklyngen'];
    const lines = linesOf(
      portfolioCsv(
        names.map((name) => ({ ...row, name })),
        danish,
      ),
    ).slice(1);
    expect(lines.map((line) => line.split(';')[0])).toEqual(names);
  });

  it('says that a cluster left, and when', () => {
    const [, first] = linesOf(portfolioCsv([{ ...row, exitedOn: calendarDate('2022-04-30'), verdict: 'not-bound' }], danish));
    expect(first).toContain(';Udtrådt;Ikke forpligtet;');
    expect(first).toContain(';Udtrådt;2022-04-30;');
  });

  it('says what was known, in each line and in the name, where it is not what is known now', () => {
    const then = { ...danish, known: '2026-11-24T22:59:59.999999Z' };
    expect(linesOf(portfolioCsv([row], then))[1]).toMatch(/;2026-11-25;2026-11-24T22:59:59\.999999Z$/);
    expect(portfolioCsvName([{ illustrative: false }], then)).toBe('klyngevagt-portefoelje-2026-11-25-kendt-2026-11-24.csv');
  });

  it('marks a file with invented rows in its name', () => {
    expect(portfolioCsvName([row], danish)).toBe('klyngevagt-portefoelje-2026-11-25-illustrativ.csv');
    expect(portfolioCsvName([{ illustrative: false }], danish)).toBe('klyngevagt-portefoelje-2026-11-25.csv');
  });
});

describe('csvText', () => {
  it('begins with a byte-order mark, so that Excel reads æ, ø and å', () => {
    expect(csvText([['æøå']]).codePointAt(0)).toBe(0xfeff);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1+2', '@SUM(A1)', '\t=1', '  =1', '＝1', '|calc', '\r=1'])('disarms %j', (formula) => {
    const cell = csvText([[formula]]).replace('\uFEFF', '');
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves negative numbers as numbers', () => {
    expect(linesOf(csvText([[-148]]))).toEqual(['-148']);
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(csvText([['a;b', 'say "x"', 'one\ntwo']])).toBe('\uFEFF"a;b";"say ""x""";"one\ntwo"\r\n');
  });
});
