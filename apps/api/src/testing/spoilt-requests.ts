import type { Endpoint } from '@klyngevagt/contracts';
import fc from 'fast-check';
import { apiPrefix } from '../http/endpoint.decorator.js';
import { fromContract, type Known } from './contract-arbitraries.js';
import { formBody, formType, smallPdf } from './form.js';
import { hostileText, hostileValue } from './hostile-values.js';
import { type WireRequest, wireSpoiler } from './spoilt-wire.js';

/** What of an endpoint makes its requests. */
export type Asked = Pick<Endpoint, 'method' | 'path' | 'params' | 'query' | 'body' | 'form'>;

/** A request before it is written down. */
interface Draft {
  method: string;
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

type Spoiler = fc.Arbitrary<(draft: Draft) => Draft>;

/** Requests of one endpoint: some as they should be, most of them spoilt once or twice, in a value or on the wire. */
export function requestsOf(endpoint: Asked, known: Known, prefix = apiPrefix): fc.Arbitrary<WireRequest> {
  const nothing = fc.constant<unknown>({});
  const fields = endpoint.body ?? endpoint.form;
  const draft = fc.record({
    method: fc.constant<string>(endpoint.method),
    params: (endpoint.params ? fromContract(endpoint.params, known) : nothing) as fc.Arbitrary<Record<string, unknown>>,
    query: (endpoint.query ? fromContract(endpoint.query, known) : nothing) as fc.Arbitrary<Record<string, unknown>>,
    body: fields ? fromContract(fields, known) : fc.constant(undefined),
  });
  const spoilt = fc
    .tuple(draft, fc.array(valueSpoiler, { minLength: 1, maxLength: 2 }))
    .map(([one, spoilers]) => spoilers.reduce((request, spoil) => spoil(request), one));
  const written = (one: Draft) => write(prefix + endpoint.path, one, endpoint.form !== undefined);
  return fc.oneof(
    { weight: 2, arbitrary: draft.map(written) },
    { weight: 5, arbitrary: spoilt.map(written) },
    { weight: 3, arbitrary: fc.tuple(draft.map(written), wireSpoiler).map(([request, spoil]) => spoil(request)) },
  );
}

function write(path: string, { method, params, query, body }: Draft, isForm: boolean): WireRequest {
  const address = path.replace(/:(\w+)/g, (_, name: string) => encoded(params[name] ?? ''));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const question = asked.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const hasBody = method !== 'GET' && body !== undefined;
  if (hasBody && isForm && typeof body === 'object' && body !== null) {
    const form = formBody(body as Record<string, unknown>, smallPdf);
    return { method, target: `${address}${question && `?${question}`}`, headers: { 'content-type': formType }, body: form };
  }
  return {
    method,
    target: `${address}${question && `?${question}`}`,
    headers: hasBody ? { 'content-type': 'application/json' } : {},
    body: hasBody ? JSON.stringify(body) : null,
  };
}

/** The longest address that a server is asked to read; longer ones are for the tests of broken clients. */
const longestText = 3000;

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.slice(0, longestText).replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

const partSpoiler = <Part extends 'params' | 'query' | 'body'>(part: Part): Spoiler =>
  fc
    .tuple(fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'wrap', 'whole'), hostileValue, hostileText)
    .map(([place, how, value, name]) => (draft) => ({ ...draft, [part]: spoil(draft[part], { place, how, value, name }) }));

const valueSpoiler: Spoiler = fc.oneof(
  { weight: 5, arbitrary: partSpoiler('body') },
  { weight: 3, arbitrary: partSpoiler('query') },
  { weight: 2, arbitrary: partSpoiler('params') },
);

interface Spoiling {
  place: number;
  how: 'replace' | 'remove' | 'add' | 'wrap' | 'whole';
  value: unknown;
  name: string;
}

/** One field, at any depth, is something else, missing or one too many. */
function spoil(whole: unknown, spoiling: Spoiling): unknown {
  const { place, how, value, name } = spoiling;
  if (how === 'whole' && (whole === undefined || Array.isArray(whole))) return value;
  if (typeof whole !== 'object' || whole === null) return value;
  const keys = Object.keys(whole);
  if (how === 'add' || keys.length === 0) return { ...whole, [name]: value };
  const key = keys[place % keys.length] ?? '';
  const present = (whole as Record<string, unknown>)[key];
  if (typeof present === 'object' && present !== null && place % 3 > 0) {
    return replaced(whole, key, spoil(present, { ...spoiling, place: Math.floor(place / 7) }));
  }
  if (how === 'remove') return replaced(whole, key, undefined);
  return replaced(whole, key, how === 'wrap' ? [present] : value);
}

function replaced(whole: object, key: string, value: unknown): unknown {
  if (Array.isArray(whole)) return whole.map((one: unknown, index) => (String(index) === key ? value : one));
  return { ...whole, [key]: value };
}
