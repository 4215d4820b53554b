import fc from 'fast-check';

/** Texts that break programs: beyond limits, outside of ASCII, meant for another language, or looking like a value of ours. */
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0001\u001f\u007f',
  '\r\nset-cookie: a=b',
  '\ud800',
  'x\udc00x',
  '\ufeffguld',
  '\u202egnalk',
  'A\u030aA\u030aA\u030a',
  'é'.repeat(300),
  '👩‍👩‍👧‍👦'.repeat(40),
  'x'.repeat(10_000),
  'x'.repeat(70_000),
  "'; drop table cluster; --",
  "' or '1'='1",
  '$1',
  '%s%n%x',
  '{{constructor}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '-1',
  '1e400',
  '0x10',
  '99999999999999999999999',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '1899-12-31',
  '1900-01-01',
  '2099-12-31',
  '9999-12-31',
  '2026',
  '2026-11',
  '2026-11-25T25:61:00Z',
  '2026-11-25T10:00:00+99:99',
  '2026-11-25T10:00:00.123456789Z',
  '1900-01-01T00:00:00Z',
  '2099-12-31T23:59:59-12:00',
  '+002026-11-25',
  '-2026-11-25',
  'infinity',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'clean',
  'CLEAN',
  'a--b',
  'energy-cluster-denmark',
  'no-such-cluster',
];

const hostileNumbers = [
  0, -0, -1, 1, 2, 0.5, 2_147_483_647, 2_147_483_648, -2_147_483_649, 9_007_199_254_740_991, 9_007_199_254_740_992, 1e21, 1e308, -1e308,
  5e-324,
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

/** Lists and objects within each other; parsers that call themselves fall over at some depth. */
export function nested(depth: number, kind: 'list' | 'object'): string {
  return kind === 'list' ? '['.repeat(depth) + ']'.repeat(depth) : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
}

/** Anything that JSON can say, preferring what it should not. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...hostileNumbers) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { length: 1 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(20, 400)
      .chain((depth) => fc.constantFrom<unknown>(JSON.parse(nested(depth, 'list')), JSON.parse(nested(depth, 'object')))),
  },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 2000 }, (_, index) => index)) },
);
