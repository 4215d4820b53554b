import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from './post.js';
import { isPublicAddress, publicLookup } from './public-address.js';
import { pauseAfter } from './retry-pauses.js';

describe('an address', () => {
  test.each(['8.8.8.8', '93.184.216.34', '2001:4860:4860::8888', '2a00:1450:400f::200e'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.0.9', 'loopback'],
    ['0.0.0.0', 'this host'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'metadata of a cloud'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.127.255.254', 'carrier-grade NAT'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['240.0.0.1', 'reserved'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarks'],
    ['::', 'this host'],
    ['::1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'metadata of a cloud'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'IPv4 in IPv6'],
    ['::ffff:a9fe:a9fe', 'IPv4 in IPv6'],
    ['::ffff:0:127.0.0.1', 'IPv4 translated'],
    ['::127.0.0.1', 'IPv4-compatible'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['fe80::1%eth0', 'with a zone'],
    ['not an address', 'nothing'],
    ['', 'nothing'],
  ])('%s is refused: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a receiver', () => {
  let port: number;
  let heard = 0;
  const server = createServer((_, response) => {
    heard += 1;
    response.end();
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  const strict = { isPrivateAllowed: false, timeoutMs: 5000 };
  const message = { headers: {}, body: '{}' };
  const errorAt = async (address: string, lookup?: ReturnType<typeof publicLookup>) => (await post(address, message, strict, lookup)).error;

  test('at a private address is never connected to, however the address is written', async () => {
    const written = [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '169.254.169.254',
      '10.0.0.1',
    ];
    for (const host of written) expect(await errorAt(`https://${host}:${port}/`), host).toBe('address-not-public');
    expect(await errorAt(`http://127.0.0.1:${port}/`)).toBe('not-https');
    expect(heard).toBe(0);
  });

  test('whose name leads to one is refused too, also where only one of several does', async () => {
    // As the system resolves it.
    expect(await errorAt(`https://localhost:${port}/`)).toBe('address-not-public');
    const mixed = publicLookup(async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    expect(await errorAt(`https://example.dk:${port}/`, mixed)).toBe('address-not-public');
    expect(
      await errorAt(
        `https://example.dk:${port}/`,
        publicLookup(async () => []),
      ),
    ).toBe('address-not-public');
    expect(heard).toBe(0);
  });

  test('is connected to at the address that was looked at: the name is asked for once', async () => {
    let asked = 0;
    const rebinding = publicLookup(async () => {
      asked += 1;
      return [{ address: asked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }];
    });
    const found = await new Promise((resolve) => rebinding('example.dk', { all: true }, (error, addresses) => resolve(error ?? addresses)));
    expect(found).toEqual([{ address: '93.184.216.34', family: 4 }]);
    const one = await new Promise((resolve) =>
      publicLookup(async () => [{ address: '93.184.216.34', family: 4 }])('example.dk', {}, (_, address) => resolve(address)),
    );
    expect(one).toBe('93.184.216.34');
    expect(asked).toBe(1);
  });

  test('whose name nobody knows', async () => {
    const unknown = publicLookup(async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    });
    expect(await errorAt('https://example.dk/', unknown)).toBe('name-unknown');
  });
});

test('pauses grow for more than two days, spread by a tenth, and then there is none', () => {
  const middle = Array.from({ length: 9 }, (_, tried) => pauseAfter(tried + 1, 0.5) ?? 0);
  expect(middle[0]).toBe(5000);
  expect([...middle].sort((one, other) => one - other)).toEqual(middle);
  expect(middle.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(2 * 24 * 3600_000);
  expect(pauseAfter(10)).toBeNull();
  expect([pauseAfter(2, 0), pauseAfter(2, 1)]).toEqual([270_000, 330_000]);
});
