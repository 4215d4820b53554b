import { Agent, type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import type { WireRequest } from './spoilt-wire.js';

export interface WireAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends requests as they are over real connections, a few at a time. */
export class WireClient {
  private readonly agent: Agent;

  constructor(
    private readonly address: string,
    private readonly withinMs: number,
    sockets = 12,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  /** @throws Error when nothing is answered in time. A server that answers and hangs up before it has read a body has answered. */
  send({ method, target, headers, body }: WireRequest): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { method, path: target, headers: { ...headers, ...length }, agent: this.agent, insecureHTTPParser: false };
      const request = httpRequest(this.address, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          clearTimeout(timer);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() });
        });
      });
      // Waiting for one of the few connections is not waiting for an answer.
      request.on(
        'socket',
        () => (timer = setTimeout(() => request.destroy(new Error(`no answer within ${this.withinMs} ms`)), this.withinMs)),
      );
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
      request.end(body ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
