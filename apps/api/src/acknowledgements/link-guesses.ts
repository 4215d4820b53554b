/** More than a mail program that breaks a link makes of it; each guess has one chance in 2^128. */
const mostPerMinute = 20;
const minute = 60_000;

/** How many links that nobody signed each address has asked for. Signed ones are never counted: a mail server follows those of everybody. */
export class LinkGuesses {
  private counts = new Map<string, number>();
  private startedAt = 0;

  constructor(private readonly clock: () => number = () => performance.now()) {}

  areTooMany(address: string): boolean {
    if (this.clock() - this.startedAt >= minute) {
      this.counts = new Map();
      this.startedAt = this.clock();
    }
    return (this.counts.get(address) ?? 0) >= mostPerMinute;
  }

  note(address: string): void {
    this.counts.set(address, (this.counts.get(address) ?? 0) + 1);
  }
}
