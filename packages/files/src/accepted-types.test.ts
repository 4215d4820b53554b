import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sniffed, sniffType } from './accepted-types.js';
import { storedZip } from './testing/stored-zip.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klyngevagt-sniff-'));
});
afterAll(() => rm(folder, { recursive: true }));

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
const office = (part: string, kind: string) =>
  storedZip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
    [part]: '<x/>',
  });
const docx = office('word/document.xml', 'wordprocessingml.document');
const xlsx = office('xl/workbook.xml', 'spreadsheetml.sheet');
const macros = storedZip({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
  'word/document.xml': '<x/>',
});
const odt = storedZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });
const program = Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]);

async function sniff(bytes: Buffer, name: string, isText = false): Promise<Sniffed> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return sniffType(path, name, isText);
}

describe('a file is what it holds', () => {
  test.each<[string, Buffer, string, boolean]>([
    ['pdf', pdf, 'Certifikat.PDF', false],
    ['png', png, 'kort.png', false],
    ['jpg', jpg, 'foto.jpeg', false],
    ['docx', docx, 'Plan for 2027.docx', false],
    ['xlsx', xlsx, 'medlemmer.xlsx', false],
    ['odt', odt, 'notat.odt', false],
    ['csv', Buffer.from('cvr;navn\n'), 'medlemmer.csv', true],
    ['txt', Buffer.from('Hej'), 'notat.txt', true],
  ])('%s', async (type, bytes, name, isText) => {
    expect(await sniff(bytes, name, isText)).toEqual({ kind: 'accepted', type });
  });
});

test.each<[string, Buffer, string, boolean, object]>([
  ['a picture that calls itself a PDF', png, 'certifikat.pdf', false, { kind: 'other-than-named', type: 'png', ending: 'pdf' }],
  ['a PDF without an ending', pdf, 'certifikat', false, { kind: 'other-than-named', type: 'pdf', ending: '' }],
  ['text that calls itself a PDF', Buffer.from('Hej'), 'certifikat.pdf', true, { kind: 'other-than-named', type: 'text', ending: 'pdf' }],
  ['a program', program, 'setup.exe', false, { kind: 'unknown' }],
  ['a program that calls itself a PDF', program, 'certifikat.pdf', false, { kind: 'unknown' }],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'side.html', true, { kind: 'unknown' }],
  ['a drawing with script', Buffer.from('<svg onload="alert(1)"/>'), 'tegning.svg', true, { kind: 'unknown' }],
  ['a document with macros', macros, 'plan.docx', false, { kind: 'unknown' }],
  ['an archive', storedZip({ 'a.txt': 'x' }), 'alt.zip', false, { kind: 'unknown' }],
  ['nothing but zeros', Buffer.alloc(100), 'a.csv', false, { kind: 'unknown' }],
])('%s is refused', async (_, bytes, name, isText, answer) => {
  expect(await sniff(bytes, name, isText)).toEqual(answer);
});
