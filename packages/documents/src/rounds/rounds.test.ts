import { calendarDate, type Framework } from '@klyngevagt/scoring';
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  readRound,
  readRoundFile,
  roundCsv,
  roundRows,
  roundXlsx,
  UnreadableFileError,
  type RoundTable,
  type RoundWords,
} from './index.js';
import { roundColumns } from './round-rows.js';

const words: RoundWords = {
  columns: Object.fromEntries(roundColumns.map((column) => [column, `Kolonne ${column}`])) as RoundWords['columns'],
  yes: 'ja',
  no: 'nej',
};
const framework: Framework = {
  level: 'gold',
  version: '2020',
  state: 'active',
  effectiveFrom: calendarDate('2020-01-01'),
  effectiveUntil: null,
  dimensions: [{ code: 'A', nameDa: 'A', nameEn: 'A' }],
  indicators: Array.from({ length: 8 }, (_, place) => ({
    code: `A${place + 1}`,
    nameDa: `Indikator ${place + 1}`,
    nameEn: `Indicator ${place + 1}`,
    dimension: 'A',
    measuresDa: '',
    measuresEn: '',
    scale: [0, 1, 2.5, 5].map((value) => ({ value, nameDa: 'x', nameEn: 'x' })),
    maximum: 5,
    minimum: null,
    weight: 1,
    source: 'test',
    confidence: 'sourced' as const,
    valuesConfidence: 'sourced' as const,
  })),
  passRule: { shareOfTotal: 80, bindingMinimums: 'all' },
};
const question = { framework, words: [words], cluster: 'Klynge Ø', frameworkName: 'guld 2020' };

const table = (lines: Partial<RoundTable['lines'][number]>[]): RoundTable => ({
  cluster: 'Klynge Ø',
  kind: 'Selvtest',
  round: 2,
  framework: 'guld 2020',
  lines: lines.map((line, place) => ({
    indicator: `A${place + 1}`,
    name: `Indikator ${place + 1}`,
    dimension: 'Gruppe',
    minimum: null,
    maximum: 5,
    score: null,
    isToConfirm: false,
    comment: null,
    ...line,
  })),
});

const formats = {
  csv: async (rows: ReturnType<typeof roundRows>) => roundCsv(rows),
  xlsx: (rows: ReturnType<typeof roundRows>) => roundXlsx(rows, 'Selvtest'),
};

describe.each(['csv', 'xlsx'] as const)('a round as %s', (format) => {
  it('comes back as it went out, every field, and goes out the same again', async () => {
    const comment = fc.constantFrom(null, '=1+1', "'=1+1", "'citat'", 'To linjer\nmed ; og "anførsel"', '-5', 'æøå Å', '  ', '@x', '100 %');
    const line = fc.record({ score: fc.constantFrom(null, 0, 1, 2.5, 5), comment, isToConfirm: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (given) => {
        const lines = given.map((one) => ({
          ...one,
          comment: one.comment?.trim() || null,
          isToConfirm: one.isToConfirm && one.score !== null,
        }));
        const rows = roundRows(table(lines), words);
        const read = readRound(await readRoundFile(`x.${format}`, await formats[format](rows)), question);
        expect(read.errors).toEqual([]);
        expect(read.answers.map(({ indicator: _, ...answer }) => answer)).toEqual(lines);
        const again = roundRows(table(read.answers), words);
        expect(again).toEqual(rows);
      }),
      { numRuns: format === 'xlsx' ? 6 : 60 },
    );
  });
});

describe('a spreadsheet with wrong cells', () => {
  it('is refused with a reason for each, by line and column', () => {
    const heading = ['Kolonne indicator', 'Kolonne score', 'Kolonne comment', 'Kolonne cluster'];
    const rows = [
      heading,
      ['A1', 5, null, 'Klynge Ø'],
      ['A2', 'fem', null, 'Klynge Ø'],
      ['A3', 7, null, 'Klynge Ø'],
      ['Z9', 3, null, 'Klynge Ø'],
      ['A1', 3, null, 'Klynge Ø'],
      ['A5', '2,5', 'x'.repeat(2001), 'Klynge Ø'],
      ['A6', 5, null, 'En anden'],
      [null, null, null, null],
      [null, 4, null, 'Klynge Ø'],
    ];
    const { answers, errors } = readRound(rows, question);
    expect(answers).toEqual([]);
    expect(errors.map(({ row, column, fault }) => [row, column, fault])).toEqual([
      [3, 'score', 'not-a-number'],
      [4, 'score', 'not-on-scale'],
      [5, 'indicator', 'indicator-unknown'],
      [6, 'indicator', 'indicator-repeated'],
      [7, 'comment', 'comment-too-long'],
      [8, 'cluster', 'other-cluster'],
      [10, 'indicator', 'indicator-missing'],
    ]);
  });

  it('says which columns are missing, and that there is nothing', () => {
    expect(readRound([['Navn']], question).errors.map(({ column, fault }) => [column, fault])).toEqual([
      ['indicator', 'column-missing'],
      ['score', 'column-missing'],
    ]);
    expect(readRound([['Kolonne indicator', 'Kolonne score']], question).errors).toMatchObject([{ fault: 'no-lines' }]);
  });
});

describe('a file', () => {
  it('may come from an older spreadsheet, with commas or in its own alphabet', async () => {
    const bytes = Buffer.from('Kode,Bem\xe6rkning \x96\r\nA1,\xc5rhus\r\n', 'latin1');
    expect(await readRoundFile('x.csv', bytes)).toEqual([
      ['Kode', 'Bemærkning –'],
      ['A1', 'Århus'],
    ]);
  });

  it('is refused where it is no workbook', async () => {
    await expect(readRoundFile('x.xlsx', Buffer.from('hej'))).rejects.toThrow(UnreadableFileError);
    await expect(readRoundFile('x.xlsx', zipOf({ 'a.txt': 'hej' }))).rejects.toThrow(UnreadableFileError);
  });

  it('is refused by its table of contents where it would unpack to too much', async () => {
    await expect(readRoundFile('x.xlsx', zipOf({ 'xl/a.xml': 'x'.repeat(9 * 1024 * 1024) }))).rejects.toThrow('too large');
  });

  it('with a cell in the last corner ends in the worker and not in the server; another that is sent meanwhile waits its turn', async () => {
    const ended: string[] = [];
    const corner = readRoundFile('x.xlsx', workbookOf('<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'));
    const small = readRoundFile('x.xlsx', workbookOf('<row r="1"><c r="A1" t="n"><v>1</v></c></row>'));
    void corner.catch(() => ended.push('corner'));
    void small.then(() => ended.push('small'));
    await expect(corner).rejects.toThrow(UnreadableFileError);
    expect(await small).toEqual([[1]]);
    expect(ended).toEqual(['corner', 'small']);
  });
});

function workbookOf(rows: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipOf({
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  });
}

/** A ZIP as short as it can be: no checks of the reader look at the sums. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const contents: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc(raw), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(raw.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc(raw), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(raw.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), packed);
    contents.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}
