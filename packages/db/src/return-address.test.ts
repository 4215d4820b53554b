import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReturnAddress, readReturnAddress, returnAddress } from './return-address.js';

const secret = 'one secret of a server, long enough';
const sendingKey = '0b6f3c1e-8f0a-4d55-9b1e-3f2a7c9d1e05';
const address = returnAddress('retur@klyngevagt.example', secret, sendingKey);

describe('the address to which mails are returned', () => {
  it('names the sending, fits into an envelope and is the same for every repeat', () => {
    expect(address).toMatch(/^retur\+0b6f3c1e8f0a4d559b1e3f2a7c9d1e05\.[\da-f]{16}@klyngevagt\.example$/);
    expect(returnAddress('retur@klyngevagt.example', secret, sendingKey)).toBe(address);
    const longest = returnAddress('klyngevagt-ret@k.example', secret, sendingKey);
    expect(longest.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('is read among others, however its letters are written', () => {
    fc.assert(
      fc.property(fc.uuid(), (key) => {
        const written = returnAddress('retur@k.example', secret, key);
        for (const text of [written, written.toUpperCase(), `Retur <${written}>, other@k.example`])
          expect(readReturnAddress(secret, text)).toEqual({ sendingKey: key });
      }),
    );
  });

  it('is nobody’s once a digit was changed, or under another secret', () => {
    const digits = address.indexOf('@');
    for (let place = 'retur+'.length; place < digits; place += 1) {
      if (address[place] === '.') continue;
      const other = address.slice(0, place) + (address[place] === '0' ? '1' : '0') + address.slice(place + 1);
      expect(readReturnAddress(secret, other)).toBe('forged');
    }
    expect(readReturnAddress(`${secret}.`, address)).toBe('forged');
    for (const text of ['', 'retur@klyngevagt.example', address.replace('.', ''), address.slice(0, digits)])
      expect(readReturnAddress(secret, text)).toBeNull();
  });

  it('leaves no room for a long name, another sign or no domain', () => {
    expect(isReturnAddress('retur@klyngevagt.example')).toBe(true);
    for (const text of ['', 'retur', 'retur@', 'retur@localhost', 'a+b@k.dk', 'Retur <retur@k.dk>', 'fifteen-letters@k.dk', 'r@k.dk\n'])
      expect(isReturnAddress(text), text).toBe(false);
  });
});
