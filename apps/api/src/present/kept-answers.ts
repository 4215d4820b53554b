/**
 * Answers that may be given again: kept under the tag that they were made for, which names whom they are for and every version they
 * rest on. Bounded by bytes; the one that was used longest ago goes first.
 */
export class KeptAnswers {
  private readonly answers = new Map<string, Buffer>();
  private bytes = 0;

  constructor(private readonly limitBytes: number) {}

  find(tag: string): Buffer | null {
    const body = this.answers.get(tag);
    if (!body) return null;
    this.answers.delete(tag);
    this.answers.set(tag, body);
    return body;
  }

  keep(tag: string, body: Buffer): void {
    if (body.length > this.limitBytes / 4 || this.answers.has(tag)) return;
    this.answers.set(tag, body);
    this.bytes += body.length;
    for (const [oldest, { length }] of this.answers) {
      if (this.bytes <= this.limitBytes) break;
      this.answers.delete(oldest);
      this.bytes -= length;
    }
  }

  /** Something changed, or may have: what is kept rests on versions that nobody will ask for again. */
  clear(): void {
    this.answers.clear();
    this.bytes = 0;
  }
}
