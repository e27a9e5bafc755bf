import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of the machine itself, of office networks and of nobody: not for what a province types into a form. */
const own = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  own.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  own.addSubnet(net, bits, 'ipv6');

/** Is this IP address one of our own networks? IPv4 written as IPv6 is told too. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateAddress(mapped);
  if (/^::ffff:/i.test(address)) return true;
  const family = isIP(address);
  return family === 0 || own.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Looks a name up and refuses it when any of its addresses is private; the one that passed is the one connected to. */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 4);
    const first = addresses[0];
    if (!first || addresses.some(({ address }) => isPrivateAddress(address)))
      return done(Object.assign(new Error('private address'), { code: 'EPRIVATE' }), '', 4);
    if (options.all)
      return (done as unknown as (error: null, all: typeof addresses) => void)(null, addresses);
    return done(null, first.address, first.family);
  });
};
