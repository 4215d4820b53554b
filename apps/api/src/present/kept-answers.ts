import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

export interface KeptAnswer {
  readonly url: string;
  readonly body: Buffer;
  /** The same, compressed, once that is done: it is asked for far more often than it is made. */
  compressed: Buffer | null;
}

const compress = promisify(brotliCompress);
const compressFrom = 2048;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Answers that may be given again: kept under the tag that they were made for, which names whom they are for and every version they
 * rest on. Bounded by bytes; the one that was used longest ago goes first.
 */
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  /** How many answers are kept for an address. */
  private readonly addresses = new Map<string, number>();
  private bytes = 0;

  constructor(private readonly limitBytes: number) {}

  /** Whether anything is kept for this address, for whomever. */
  has(url: string): boolean {
    return this.addresses.has(url);
  }

  find(tag: string): KeptAnswer | null {
    const answer = this.answers.get(tag);
    if (!answer) return null;
    this.answers.delete(tag);
    this.answers.set(tag, answer);
    return answer;
  }

  keep(tag: string, url: string, body: Buffer): void {
    if (body.length > this.limitBytes / 4 || this.answers.has(tag)) return;
    const answer: KeptAnswer = { url, body, compressed: null };
    this.answers.set(tag, answer);
    void this.compress(tag, answer);
    this.addresses.set(url, (this.addresses.get(url) ?? 0) + 1);
    this.bytes += body.length;
    this.makeRoom();
  }

  /** Beside the answering, on another thread. */
  private async compress(tag: string, answer: KeptAnswer): Promise<void> {
    if (answer.body.length < compressFrom) return;
    const compressed = await compress(answer.body, quality).catch(() => null);
    if (!compressed || this.answers.get(tag) !== answer) return;
    answer.compressed = compressed;
    this.bytes += compressed.length;
    this.makeRoom();
  }

  private makeRoom(): void {
    for (const oldest of this.answers.keys()) {
      if (this.bytes <= this.limitBytes) break;
      this.remove(oldest);
    }
  }

  /** Something changed, or may have: what is kept rests on versions that nobody will ask for again. */
  clear(): void {
    this.answers.clear();
    this.addresses.clear();
    this.bytes = 0;
  }

  private remove(tag: string): void {
    const answer = this.answers.get(tag);
    if (!answer) return;
    this.answers.delete(tag);
    this.bytes -= answer.body.length + (answer.compressed?.length ?? 0);
    const left = (this.addresses.get(answer.url) ?? 1) - 1;
    if (left > 0) this.addresses.set(answer.url, left);
    else this.addresses.delete(answer.url);
  }
}
