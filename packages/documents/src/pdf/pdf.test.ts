import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { recordToPrint } from '../record/record-to-print.fixture.js';
import { reminderRecordJob, reminderRecordName } from '../record/reminder-record-document.js';
import { PdfPress, PressBusyError } from './pdf-press.js';
import { printable } from './printable-text.js';

/** Longer than anybody is made to wait: the first document of a process takes many times as long on a busy machine. */
const patienceMs = 55_000;
const press = new PdfPress({ patienceMs });
afterAll(() => press.close());

/** Fonts and structure stand in the file as plain words; what is written on the pages does not. */
const namesIn = (pdf: Buffer) => pdf.toString('latin1');

/** The text of the pages, by the reader that Debian has; null where it is not installed. */
function textOf(pdf: Buffer): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'klyngevagt-pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    return execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a printed record', () => {
  test('is tagged, in its language, in IBM Plex alone, and says what the record says', async () => {
    const { pdf, isAccessible } = await press.print(reminderRecordJob(recordToPrint('da'), 'da'));
    expect(isAccessible).toBe(true);
    const names = namesIn(pdf);
    expect(names.startsWith('%PDF-1.7')).toBe(true);
    for (const part of ['/MarkInfo', '/Marked true', '/StructTreeRoot', '/Lang (da', 'pdfuaid']) expect(names, part).toContain(part);
    const fonts = [...names.matchAll(/\/FontName\s*\/[A-Z]{6}\+([A-Za-z-]+)/g)].map(([, name]) => name);
    expect(new Set(fonts)).toEqual(new Set(['IBMPlexSans-Regular', 'IBMPlexSans-SemiBold']));
    const text = textOf(pdf);
    if (text === null) return;
    for (const part of [
      'Påmindelsesjournal for Blåhavns Energiklynge',
      'Åse Ørsted',
      'Bo Ægidius',
      '18. november 2026 kl. 06.15.07 (UTC+1)',
      'Bilag 2',
    ])
      expect(text.replace(/\u00a0/g, ' ')).toContain(part);
    expect(text).toMatch(/Side 1 af \d/);
  });

  test('in English says so to whoever reads it aloud', async () => {
    const { pdf, isAccessible } = await press.print(reminderRecordJob(recordToPrint('en'), 'en'));
    expect([isAccessible, namesIn(pdf).includes('/Lang (en')]).toEqual([true, true]);
  });

  test('takes hostile texts as texts', async () => {
    const hostile = [
      '#eval("1+1") #panic() #read("/etc/passwd") $x$ *bold* _it_ `raw` = H\\ // /* <annex-1> @annex-1 #set page(width: 1pt)',
      'nul \u0000 bell \u0007 escape \u001b[31m delete \u007f next \u0085',
      'right to left \u202Eabc\u202C \u05D0\u05D1 \u0627\u0644',
      'emoji \u{1F600} \u{1F469}\u200D\u{1F4BB} family, 日本語, \u{1D54A}, lone \ud800 half',
      'combining a\u030A e\u0301 x\u0302\u0303',
      'x'.repeat(5000),
      '\n'.repeat(40),
      '',
    ];
    const [letter] = recordToPrint('da').letters;
    if (!letter) throw new Error('The fixture has letters');
    const letters = hostile.map((text, index) => ({
      ...letter,
      number: index + 1,
      subject: text,
      text,
      answer: text,
      messageId: text,
      sentTo: text,
    }));
    const spoilt = recordToPrint('da', { letters, clusterName: hostile.join(' ').slice(0, 400), summary: hostile[0] ?? '' });
    const { pdf, isAccessible } = await press.print(reminderRecordJob(spoilt, 'da'));
    expect(isAccessible).toBe(true);
    const text = textOf(pdf);
    if (text === null) return;
    expect(text).toContain('#eval("1+1")');
    expect(text).toContain('[U+202E]');
    expect(text).toContain('[U+1F600]');
    expect(text).not.toContain('root:');
  });

  test('prints every sign that it promises to print', async () => {
    const all = Array.from({ length: 0x2800 }, (_, code) => String.fromCodePoint(code)).filter((sign) => printable(sign) === sign);
    expect(all.length).toBeGreaterThan(600);
    const { isAccessible } = await press.print(reminderRecordJob(recordToPrint('da', { summary: all.join(' ') }), 'da'));
    expect(isAccessible).toBe(true);
  });

  test.each([
    ['da', 'illustrative', 'paamindelsesjournal-klynge-2026-11-28-illustrativ.pdf'],
    ['en', 'fictional', 'reminder-record-klynge-2026-11-28-fictional.pdf'],
    ['da', null, 'paamindelsesjournal-klynge-2026-11-28.pdf'],
  ] as const)('in %s, %s, is named %s', (language, marking, name) => {
    expect(reminderRecordName(recordToPrint(language, { marking }), language)).toBe(name);
  });
});

describe('the press', () => {
  const job = reminderRecordJob(recordToPrint('da'), 'da');

  test('is not there before the first document, and goes when nobody asks for one', async () => {
    const idle = new PdfPress({ idleMs: 1, patienceMs });
    expect(idle.isWarm).toBe(false);
    await idle.print(job);
    await expect.poll(() => idle.isWarm, { timeout: 20_000 }).toBe(false);
    expect((await idle.print(job)).isAccessible).toBe(true);
    await idle.close();
  });

  test('refuses when too many wait, and a document that fails keeps no other from being printed', async () => {
    const narrow = new PdfPress({ mostWaiting: 2, patienceMs });
    const failing = narrow.print({ ...job, data: { lang: 'da' } });
    const good = narrow.print(job);
    await expect(narrow.print(job)).rejects.toThrow(PressBusyError);
    await expect(failing).rejects.toThrow('could not be printed');
    expect((await good).isAccessible).toBe(true);
    await narrow.close();
  });
});
