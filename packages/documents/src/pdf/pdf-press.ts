import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { printable } from './printable-text.js';

/** A document to print: a template of `typst/`, and data as its template reads them. */
export interface PrintJob {
  template: 'reminder-record.typ';
  data: object;
  /** Stands in the file as the time at which it was made. */
  printedAt: Date;
}

export interface PrintedPdf {
  pdf: Buffer;
  /** Tagged, and exported as PDF/UA-1; false: tagged, but something kept it from the standard. */
  isAccessible: boolean;
}

/** So many documents wait already; whoever asks now may ask again in a while. */
export class PressBusyError extends Error {
  override readonly name = 'PressBusyError';
}

type Answer = { pdf: Uint8Array; isAccessible: boolean } | { error: string };

const folder = new URL('../../typst/', import.meta.url);
const usual = { idleMs: 60_000, patienceMs: 30_000, mostWaiting: 40 };

/**
 * Prints one document after the other on a thread of its own. The thread, and with it the compiler, is there from the first document
 * until nobody has asked for one in a while: a program that prints nothing pays nothing for it.
 */
export class PdfPress {
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly limits: Partial<typeof usual> = {}) {}

  /** Whether the compiler is in memory. */
  get isWarm(): boolean {
    return this.worker !== null;
  }

  /** @throws PressBusyError */
  async print(job: PrintJob): Promise<PrintedPdf> {
    const { mostWaiting } = { ...usual, ...this.limits };
    if (this.waiting >= mostWaiting) throw new PressBusyError(`${this.waiting} documents are waiting to be printed`);
    this.waiting += 1;
    const printed = this.last.then(() => this.printNow(job)).finally(() => (this.waiting -= 1));
    this.last = printed.catch(() => undefined);
    return printed;
  }

  async close(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private async printNow({ template, data, printedAt }: PrintJob): Promise<PrintedPdf> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    worker.ref();
    try {
      const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value));
      const answer = await this.ask(worker, { template, data: text, printedAt: Math.floor(printedAt.getTime() / 1000) });
      if ('error' in answer) throw new Error(`${template} could not be printed: ${answer.error}`);
      return { pdf: Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength), isAccessible: answer.isAccessible };
    } finally {
      // A thread that waits keeps no program from ending.
      worker.unref();
      this.idle = setTimeout(() => void this.close(), { ...usual, ...this.limits }.idleMs).unref();
    }
  }

  private start(): Worker {
    const worker = new Worker(fileURLToPath(new URL('compile.mjs', folder)), { stderr: true });
    // Also while nobody waits for an answer: a thread that died is started anew by the next document.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    return worker;
  }

  private async ask(worker: Worker, job: object): Promise<Answer> {
    const signal = AbortSignal.timeout({ ...usual, ...this.limits }.patienceMs);
    try {
      const answered = once(worker, 'message', { signal });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(job);
      return ((await answered) as [Answer])[0];
    } catch (error) {
      await this.close();
      throw error;
    }
  }
}
