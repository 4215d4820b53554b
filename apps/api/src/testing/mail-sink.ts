import { createServer, type AddressInfo } from 'node:net';

export interface MailSink {
  url: string;
  close(): Promise<void>;
}

/** A mail server that takes everything and keeps nothing. */
export async function startMailSink(): Promise<MailSink> {
  const server = createServer((socket) => {
    let isText = false;
    let unread = '';
    socket.on('error', () => socket.destroy());
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      // A line may come in pieces: what has no end yet waits for the rest.
      const lines = (unread + chunk.toString('latin1')).split('\r\n');
      unread = lines.pop() ?? '';
      for (const line of lines) {
        if (isText && line !== '.') continue;
        isText = /^data$/i.test(line);
        socket.write(isText ? '354 go on\r\n' : /^quit/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
