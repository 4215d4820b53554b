/** Cookies longer than ours are not worth their memory. */
const longestCookie = 1024;

/**
 * Which session a cookie stands for, once the accounts library has checked its signature. Whether the session still holds is asked
 * anew for each request; the library is asked again now and then, because it prolongs sessions in use.
 */
export class KnownSessions {
  private readonly sessions = new Map<string, { token: string; until: number }>();

  constructor(
    private readonly size = 2000,
    private readonly keptMs = 5 * 60_000,
  ) {}

  find(cookie: string): string | null {
    const known = this.sessions.get(cookie);
    if (!known) return null;
    if (known.until > Date.now()) return known.token;
    this.sessions.delete(cookie);
    return null;
  }

  remember(cookie: string, token: string): void {
    if (cookie.length > longestCookie) return;
    const oldest = this.sessions.size >= this.size ? this.sessions.keys().next().value : undefined;
    if (oldest !== undefined) this.sessions.delete(oldest);
    this.sessions.set(cookie, { token, until: Date.now() + this.keptMs });
  }

  forget(cookie: string): void {
    this.sessions.delete(cookie);
  }
}
