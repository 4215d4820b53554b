interface KeptAnswer {
  url: string;
  body: Buffer;
}

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

  find(tag: string): Buffer | null {
    const answer = this.answers.get(tag);
    if (!answer) return null;
    this.answers.delete(tag);
    this.answers.set(tag, answer);
    return answer.body;
  }

  keep(tag: string, url: string, body: Buffer): void {
    if (body.length > this.limitBytes / 4 || this.answers.has(tag)) return;
    this.answers.set(tag, { url, body });
    this.addresses.set(url, (this.addresses.get(url) ?? 0) + 1);
    this.bytes += body.length;
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
    this.bytes -= answer.body.length;
    const left = (this.addresses.get(answer.url) ?? 1) - 1;
    if (left > 0) this.addresses.set(answer.url, left);
    else this.addresses.delete(answer.url);
  }
}
