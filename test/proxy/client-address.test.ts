import { describe, expect, test } from 'vitest';
import {
  clientAddress,
  NOBODY,
  readTrustedProxies,
  senderOf,
} from '../../src/proxy/client-address.ts';

const PROXY = '10.0.0.1';

function address(peer: string, forwardedFor: string | undefined, trusted: string): string {
  return clientAddress(peer, forwardedFor, readTrustedProxies(trusted) ?? NOBODY);
}

describe('where a request comes from', () => {
  test('is who connected, whatever it says, when no reverse proxy is trusted', () => {
    expect(clientAddress('203.0.113.7', '198.51.100.1', NOBODY)).toBe('203.0.113.7');
    expect(address('203.0.113.7', '198.51.100.1', '0')).toBe('203.0.113.7');
  });

  test.each([
    ['1', '198.51.100.1', '198.51.100.1'],
    ['1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['2', '6.6.6.6, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['2', '198.51.100.1', '198.51.100.1'],
    ['1', undefined, PROXY],
    ['1', '', PROXY],
    ['1', 'unknown', PROXY],
    ['2', 'nonsense, 198.51.100.1', '198.51.100.1'],
  ])('behind %s reverse proxies with %j is %s', (count, forwardedFor, expected) => {
    expect(address(PROXY, forwardedFor, count)).toBe(expected);
  });

  test.each([
    ['10.0.0.0/8', '6.6.6.6, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['10.0.0.1', '198.51.100.1, 10.9.9.9', '10.9.9.9'],
    ['192.168.0.0/16', '198.51.100.1', PROXY],
    ['10.0.0.0/8, 2001:db8::/32', '2001:db9::5, 2001:db8::1', '2001:db9::5'],
    ['10.0.0.0/8', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
  ])('behind the networks %s with %j is %s', (networks, forwardedFor, expected) => {
    expect(address(PROXY, forwardedFor, networks)).toBe(expected);
  });

  test('is plain, with or without a port, brackets or the form that IPv4 has in IPv6', () => {
    expect(address('::ffff:10.0.0.1', '198.51.100.1:4711', '10.0.0.0/8')).toBe('198.51.100.1');
    expect(address(PROXY, '[2001:db8::1]:4711', '1')).toBe('2001:db8::1');
    expect(address(PROXY, '::ffff:198.51.100.1', '1')).toBe('198.51.100.1');
  });
});

test('all that one IPv6 customer has counts as one sender, and another’s as another', () => {
  const [first, ...others] = [
    '2001:db8:1:2::1',
    '2001:db8:1:2:ffff::1',
    '2001:0DB8:0001:0002:3:4:5:6',
    '2001:db8:1:2:3:4:198.51.100.1',
  ].map(senderOf);

  expect(new Set(others)).toEqual(new Set([first]));
  expect(senderOf('2001:db8:1:3::1')).not.toBe(first);
  expect(senderOf('::1')).toBe('0:0:0:0');
  expect(senderOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(senderOf('198.51.100.1')).toBe('198.51.100.1');
});
