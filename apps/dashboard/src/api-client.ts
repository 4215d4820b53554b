import type { BodyInputOf, EndpointName, endpoints, ParamsOf, Problem, ProblemCode, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { endpointPaths } from './endpoint-paths.js';

type Named<M extends string> = { [N in EndpointName]: (typeof endpoints)[N]['method'] extends M ? N : never }[EndpointName];
export type ReadName = Named<'GET'>;
export type WriteName = Exclude<EndpointName, ReadName>;

type WithParams<N extends EndpointName> = [ParamsOf<N>] extends [never] ? { params?: never } : { params: ParamsOf<N> };
type WithQuery<N extends EndpointName> = [QueryOf<N>] extends [never] ? { query?: never } : { query?: QueryOf<N> };
type WithBody<N extends EndpointName> = [BodyInputOf<N>] extends [never] ? { body?: never } : { body: BodyInputOf<N> };
export type ReadInput<N extends ReadName> = WithParams<N> & WithQuery<N> & { signal?: AbortSignal };
export type WriteInput<N extends WriteName> = WithParams<N> & WithBody<N> & { signal?: AbortSignal };

/** A refusal of the API (problem+json), or `offline` / `unreadable` where no refusal could be read. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(
    readonly code: ProblemCode | 'offline' | 'unreadable',
    readonly status: number,
    /** The server's sentence in the reader's language; empty for `offline` and `unreadable`. */
    readonly detail: string,
    /** What support asks for; null when the server was not reached. */
    readonly requestId: string | null,
    /** Sentence for each refused field, by its path ("validUntil"). */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(`${code} (${status})`);
  }
}

let language = 'da';
/** The language in which the server shall answer. */
export function speak(chosen: 'da' | 'en'): void {
  language = chosen;
}
export function spoken(): string {
  return language;
}

export const api = {
  /** Reads. Throws ApiProblem. */
  get<N extends ReadName>(name: N, input: ReadInput<N>): Promise<ResponseOf<N>> {
    const { params, query, signal } = input as { params?: object; query?: object; signal?: AbortSignal };
    return call(name, params, query, { signal: signal ?? null });
  },
  /** Writes. Throws ApiProblem. */
  send<N extends WriteName>(name: N, input: WriteInput<N>): Promise<ResponseOf<N>> {
    const { params, body, signal } = input as { params?: object; body?: unknown; signal?: AbortSignal };
    const headers = { 'content-type': 'application/json' };
    return call(name, params, undefined, { body: JSON.stringify(body ?? {}), headers, signal: signal ?? null });
  },
};

async function call<R>(name: EndpointName, params: object | undefined, query: object | undefined, init: RequestInit): Promise<R> {
  const [method, path] = endpointPaths[name];
  const response = await reach(`/api/v1${addressOf(path, params, query)}`, { ...init, method });
  if (!response.ok) throw await problemOf(response);
  try {
    return (await response.json()) as R;
  } catch {
    throw new ApiProblem('unreadable', response.status, '', response.headers.get('x-request-id'));
  }
}

/** `fetch` on the product's own origin, with the session and the reader's language. Throws ApiProblem `offline`. */
export async function reach(address: string, init: RequestInit): Promise<Response> {
  const headers = { accept: 'application/json', 'accept-language': language, ...(init.headers as Record<string, string> | undefined) };
  try {
    return await fetch(address, { ...init, headers, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem('offline', 0, '', null);
  }
}

/** `/clusters/:slug` with its parameters filled in and the query appended; undefined values are left out. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const values = params as Record<string, unknown>;
  const filled = path.replace(/:([a-z]+)/gi, (_whole, key: string) => encodeURIComponent(String(values[key])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== null) search.set(key, String(value));
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  return problemIn(await response.text().catch(() => ''), response.status, response.headers.get('x-request-id'));
}

/** A refusal as it was written. */
export function problemIn(text: string, status: number, requestId: string | null): ApiProblem {
  try {
    const problem = JSON.parse(text) as Problem;
    const fields = Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
    return new ApiProblem(problem.code ?? 'unreadable', status, problem.detail ?? '', problem.requestId ?? requestId, fields);
  } catch {
    return new ApiProblem('unreadable', status, '', requestId);
  }
}
