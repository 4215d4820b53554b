import fc from 'fast-check';
import { nested } from './hostile-values.js';

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  /** Percent-encoded, or broken on purpose; ASCII without spaces and control characters. */
  target: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
}

type Change = (request: WireRequest) => WireRequest;
type WireSpoiler = fc.Arbitrary<Change>;

const contentTypes = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;',
  'application/jsonp',
  'application/vnd.api+json',
  'image/png',
  '*/*',
  'json',
  ';;;',
];

const overLimit = `{"reason":"${'x'.repeat(300 * 1024)}"}`;

const bodySpoiler: WireSpoiler = fc.oneof(
  fc.constantFrom(...contentTypes).map((type): Change => (request) => ({
    ...request,
    headers: { ...request.headers, 'content-type': type },
    body: request.body ?? '{}',
  })),
  fc
    .constantFrom<string | Buffer>(
      '',
      '{',
      '{"reason":',
      '{"reason":"Aftalt"}}',
      "{'reason':1}",
      'null',
      '0',
      '"tekst"',
      '[]',
      'NaN',
      '\ufeff{}',
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"reason":"a","reason":"b"}',
      nested(20_000, 'list'),
      nested(20_000, 'object'),
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      Buffer.from([0, 0, 0, 0]),
      Buffer.from('{"reason":"æøå"}', 'latin1'),
      Buffer.from('{"reason":"x"}', 'utf16le'),
    )
    .map((body): Change => (request) => ({ ...request, body, headers: { ...request.headers, 'content-type': 'application/json' } })),
  fc.nat().map((place): Change => (request) => ({
    ...request,
    body: String(request.body ?? '{"a":1}').slice(0, place % Math.max(1, String(request.body ?? '{}').length)),
  })),
);

const bigBodySpoiler: WireSpoiler = fc.constant<Change>((request) => ({
  ...request,
  body: overLimit,
  headers: { 'content-type': 'application/json' },
}));

const more = (target: string, question: string) => `${target}${target.includes('?') ? '&' : '?'}${question}`;

const targetSpoiler: WireSpoiler = fc.oneof(
  fc
    .constantFrom(
      'on=2026-11-25&on=2026-11-24',
      'on[]=2026-11-25',
      'on[year]=2026',
      'known=%',
      'on=%zz',
      'on=%00',
      'on=%c3%28',
      'on=%ed%a0%80',
      '=',
      '&&&',
      'a',
      '__proto__=1',
      'constructor=1',
      'toString=1',
      'hasOwnProperty=1',
      `on=${'9'.repeat(4000)}`,
      'on=2026-11-25;known=2026-11-25',
      '?on=2026-11-25',
      'limit=0',
      'limit=1e9',
      'limit=-1',
      'limit=0x10',
      'before=99999999999999999999',
      'on=',
      'known=',
    )
    .map((question): Change => (request) => ({ ...request, target: more(request.target, question) })),
  fc
    .constantFrom(
      '/',
      '//',
      '/.',
      '/..',
      '/../../me',
      '%2f',
      '%2e%2e%2fme',
      '%',
      '%zz',
      '%00',
      '%ff',
      ';a=b',
      '.json',
      '~',
      '/x'.repeat(200),
      `/${'a'.repeat(3000)}`,
    )
    .map((end): Change => (request) => ({ ...request, target: `${request.target.split('?')[0] ?? ''}${end}` })),
  fc
    .constantFrom('DELETE', 'PUT', 'PATCH', 'POST', 'GET', 'HEAD', 'OPTIONS')
    .map((method): Change => (request) => ({ ...request, method })),
  fc.constant<Change>((request) => ({ ...request, target: request.target.toUpperCase() })),
  fc.constant<Change>((request) => ({ ...request, target: request.target.replaceAll('/', '//') })),
);

const headerSpoiler: WireSpoiler = fc
  .constantFrom<Record<string, string>>(
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { 'accept-language': ';;q=,,q=9e9;da;q=x' },
    { 'accept-language': 'x'.repeat(5000) },
    { 'if-none-match': '*' },
    { 'if-none-match': `${'"a",'.repeat(500)}"b"` },
    { cookie: 'klyngevagt.session_token=x.y' },
    { cookie: '%%%; =; ;;' },
    { cookie: `klyngevagt.session_token=${'x'.repeat(5000)}` },
    { 'x-forwarded-for': '1.2.3.4, x' },
    { 'x-http-method-override': 'DELETE' },
    { accept: 'text/html;q=0' },
    { 'content-encoding': 'gzip' },
    { range: 'bytes=0-1' },
    { expect: '100-continue' },
    { authorization: 'Bearer x' },
  )
  .map((headers): Change => (request) => ({ ...request, headers: { ...request.headers, ...headers } }));

export const wireSpoiler: WireSpoiler = fc.oneof(
  { weight: 20, arbitrary: bodySpoiler },
  { weight: 20, arbitrary: targetSpoiler },
  { weight: 10, arbitrary: headerSpoiler },
  { weight: 1, arbitrary: bigBodySpoiler },
);
