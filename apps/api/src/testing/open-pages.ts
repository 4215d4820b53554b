import { Agent, get, type IncomingMessage } from 'node:http';
import type { ChangeEvent } from '@klyngevagt/contracts';

/** A dashboard that is open: it hears of changes until it is closed. */
export interface OpenPage {
  status: number;
  events: ChangeEvent[];
  isOver: boolean;
  close(): void;
}

/** Each page has a connection of its own, as in a browser. */
export function openPage(address: string, cookie: string): Promise<OpenPage> {
  return new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false });
    const request = get(`${address}/api/v1/events`, { headers: { ...(cookie && { cookie }) }, agent }, (response) => {
      const page: OpenPage = { status: response.statusCode ?? 0, events: [], isOver: false, close: () => request.destroy() };
      follow(response, page);
      resolve(page);
    });
    request.on('error', reject);
  });
}

function follow(response: IncomingMessage, page: OpenPage): void {
  let unread = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const lines = (unread + chunk).split('\n');
    unread = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) page.events.push(JSON.parse(line.slice('data: '.length)) as ChangeEvent);
  });
  response.on('error', () => (page.isOver = true));
  response.on('close', () => (page.isOver = true));
}

/** Waits until something is so; false when it does not come true in time. */
export async function comesTrue(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const endsAt = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > endsAt) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
