import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whose `X-Forwarded-For` is believed: so many reverse proxies one behind the other, or those in these networks. */
export type TrustedProxies = { count: number } | { networks: BlockList };

export const NOBODY: TrustedProxies = { count: 0 };

/**
 * Reads `2`, or a comma list of addresses and networks such as `10.0.0.0/8, ::1`. Null when it is neither.
 */
export function readTrustedProxies(text: string): TrustedProxies | null {
  if (/^\d{1,2}$/.test(text.trim())) return { count: Number(text) };
  const networks = new BlockList();
  for (const part of text.split(',')) {
    const [address = '', bits, ...rest] = part.trim().split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    if (!isIP(address) || rest.length > 0) return null;
    if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) return null;
    networks.addSubnet(address, bits === undefined ? most : Number(bits), family);
  }
  return { networks };
}

/**
 * Where a request comes from. Each reverse proxy adds at the end of `X-Forwarded-For` whom it heard, so the list is read
 * from there and only as far as we trust who wrote it: what comes before, anybody may have made up.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  trusted: TrustedProxies,
): string {
  const heard = (forwardedFor ?? '').split(',').map(plainAddress).toReversed();
  let client = plainAddress(peer);
  for (const [index, address] of heard.entries()) {
    const isTrusted = 'count' in trusted ? index < trusted.count : isIn(trusted.networks, client);
    if (!isTrusted || !isIP(address)) break;
    client = address;
  }
  return client;
}

/** What counts as one sender: an IPv4 address, or the /64 that one IPv6 customer has for themselves. */
export function senderOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const gap =
    tail === undefined ? 0 : 8 - front.length - back.length - (tail.includes('.') ? 1 : 0);
  const groups = [...front, ...Array<string>(Math.max(gap, 0)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Without port and brackets; IPv4 in the clothes of IPv6 is IPv4. */
function plainAddress(text: string): string {
  const trimmed = text.trim();
  const bare =
    /^\[(.+)\](:\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

function isIn(networks: BlockList, address: string): boolean {
  return isIP(address) !== 0 && networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
