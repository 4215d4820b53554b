import ipaddr from 'ipaddr.js';
import { lookup as ask } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';

/** Raised by a name that leads somewhere nobody outside may be sent to. */
export class AddressNotPublicError extends Error {
  override readonly name = 'AddressNotPublicError';
}

/**
 * Whether an address lies in the public internet. Everything with a meaning of its own is refused, whatever it is: loopback, private and
 * link-local nets (and with them the metadata services of clouds), carrier-grade NAT, multicast, tunnels, documentation. An IPv4 address in
 * IPv6 clothes counts as what it is.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  // Of IPv6 only this part has been given out: the rest holds forms that old systems turn into IPv4.
  return address.kind() === 'ipv4' || address.match(ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]);
}

type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;
const resolveBySystem: Resolve = (hostname) => ask(hostname, { all: true, verbatim: true });

/**
 * Finds a name's addresses for a connection and refuses it unless all of them are public. What was looked at is what is connected to: the
 * name isn't asked for a second time, when it might answer otherwise.
 */
export function publicLookup(resolve: Resolve = resolveBySystem): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
          callback(new AddressNotPublicError('The name leads to an address that is not public'), '');
        } else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
