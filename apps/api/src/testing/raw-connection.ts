import { connect, type Socket } from 'node:net';
import { comesTrue } from './open-pages.js';

/** A connection on which a test says what it likes, in whatever pace. */
export interface RawConnection {
  socket: Socket;
  /** Everything that came back so far. */
  received(): string;
  send(bytes: string | Buffer): void;
  /** Whether the server has closed it; waits for that. */
  isClosedWithin(milliseconds: number): Promise<boolean>;
  destroy(): void;
}

export async function rawConnection(address: string): Promise<RawConnection> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  let isClosed = false;
  // Writing to a connection that the server has closed is what these tests do.
  socket.on('error', () => undefined);
  socket.on('close', () => (isClosed = true));
  socket.on('data', (chunk) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return {
    socket,
    received: () => Buffer.concat(chunks).toString('latin1'),
    send: (bytes) => void (socket.writable && socket.write(bytes)),
    isClosedWithin: (milliseconds) => comesTrue(() => isClosed, milliseconds),
    destroy: () => socket.destroy(),
  };
}

/** Head of a request as it stands on the wire. */
export function head(method: string, target: string, headers: Record<string, string>): string {
  const lines = Object.entries({ host: 'klyngevagt.example', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
