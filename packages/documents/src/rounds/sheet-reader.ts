import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type ReadCell, UnreadableFileError } from './read-cell.js';

/** A workbook of a round unpacks to some ten thousand bytes. */
const mostUnpackedBytes = 8 * 1024 * 1024;
const mostEntries = 200;
const mostMegabytes = 96;
const mostMilliseconds = 15_000;
const mostColumns = 100;
const mostLines = 1000;

/**
 * The first sheet of a workbook. A few kilobytes can unpack to gigabytes, and one cell in the last corner makes a table of seventeen thousand
 * million: sizes are checked before anything is unpacked, and the reading runs where neither memory nor time can be taken from others. One
 * is read at a time: the limit of memory is one of all of them together.
 */
export async function readSheet(bytes: Buffer): Promise<ReadCell[][]> {
  await checkSizes(bytes);
  const reading = before.then(() => inWorker(bytes));
  before = reading.catch(() => undefined);
  return reading;
}

/** The reading that came last. */
let before: Promise<unknown> = Promise.resolve();

/** By the table of contents alone; an entry that lies about its size is stopped by the library when it is unpacked. */
async function checkSizes(bytes: Buffer): Promise<void> {
  const { fromBuffer } = await import('yauzl');
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void => reject(new UnreadableFileError(why));
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return refuse('not a workbook');
      let unpacked = 0;
      if (zip.entryCount > mostEntries) return refuse('too many parts');
      zip.on('error', () => refuse('not a workbook'));
      zip.on('end', () => resolve());
      zip.on('entry', (entry: { uncompressedSize: number }) => {
        unpacked += entry.uncompressedSize;
        if (unpacked > mostUnpackedBytes) return refuse('too large');
        return zip.readEntry();
      });
      return zip.readEntry();
    });
  });
}

/** The text of the worker: a file of its own would have to be found from sources and from the build alike. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const reader = require(workerData.library);
  const read = reader.readSheet ?? reader.default;
  read(Buffer.from(workerData.bytes), { trim: false }).then((answer) => {
    const rows = Array.isArray(answer[0]) || answer.length === 0 ? answer : answer[0].data;
    const plain = rows.slice(0, workerData.lines).map((row) => row.slice(0, workerData.columns).map((cell) =>
      cell === null || ['string', 'number', 'boolean'].includes(typeof cell) ? cell : String(cell)));
    parentPort.postMessage(plain);
  });`;

function inWorker(bytes: Buffer): Promise<ReadCell[][]> {
  const library = createRequire(import.meta.url).resolve('read-excel-file/node');
  const worker = new Worker(program, {
    eval: true,
    stderr: true,
    workerData: { bytes, library, lines: mostLines, columns: mostColumns },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 16 },
  });
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void => {
      void worker.terminate();
      reject(new UnreadableFileError(why));
    };
    const timer = setTimeout(() => refuse('took too long'), mostMilliseconds);
    worker.on('message', (rows: ReadCell[][]) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(rows);
    });
    worker.on('error', () => {
      clearTimeout(timer);
      refuse('not a workbook');
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      refuse('not a workbook');
    });
  });
}
