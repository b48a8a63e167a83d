import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mediaAddress } from '../../src/proxy/media-address.ts';
import { createMedia } from '../../src/proxy/media.ts';
import { isPublicAddress } from '../../src/proxy/public-address.ts';
import { Refusal } from '../../src/proxy/refusal.ts';

const ORIGIN = 'https://acme.zendesk.com';

/** Whoever is let in here was tricked. */
let visits = 0;
const canary = createServer((socket) => {
  visits += 1;
  socket.destroy();
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const address = canary.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => new Promise<void>((resolve) => canary.close(() => resolve())));

/** Addresses that an attacker would write into a message; `P` is the canary's port. */
const FOREIGN = [
  'http://127.0.0.1:P/',
  'https://127.0.0.1:P/',
  'http://localhost:P/',
  'https://localhost:P/x.zendesk.com',
  'http://2130706433:P/',
  'http://0x7f000001:P/',
  'http://0x7f.0.0.1:P/',
  'http://017700000001:P/',
  'http://0177.0.0.1:P/',
  'http://127.1:P/',
  'http://127.0.1:P/',
  'http://0:P/',
  'http://0.0.0.0:P/',
  'http://[::1]:P/',
  'http://[::]:P/',
  'http://[::ffff:127.0.0.1]:P/',
  'http://[::ffff:7f00:1]:P/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]:P/',
  'http://[64:ff9b::7f00:1]:P/',
  'http://127.0.0.1.:P/',
  'http://①②⑦.⓪.⓪.①:P/',
  'http://127。0。0。1:P/',
  'http://169.254.169.254/latest/meta-data/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://100.100.100.200/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://10.0.0.1/',
  'http://192.168.1.1/',
  'http://172.16.0.1/',
  'https://acme.zendesk.com@127.0.0.1:P/',
  'https://acme.zendesk.com:443@127.0.0.1:P/',
  'https://user:pass@acme.zendesk.com/sc/attachments/v2/1/a.png',
  'https://acme.zendesk.com%00.evil.example/',
  'https://acme.zendesk.com%2f@127.0.0.1:P/',
  'https://x.zendesk.com\\@127.0.0.1:P/',
  'https://127.0.0.1:P\\@x.zendesk.com/',
  'https://127.0.0.1:P#@x.zendesk.com/',
  'https://127.0.0.1:P?x.zendesk.com/',
  'https://evilzendesk.com/',
  'https://zendesk.com.evil.example/',
  'https://zendesk.com/',
  'https://x.zendesk.com./',
  'https://x.zendesk.com:8443/',
  'https://x-zendesk.com/',
  'https://zdassets.com.evil.example/',
  'https://x.ｚendesk.com.evil.example/',
  'http://x.zendesk.com/plain.png',
  'http://acme.zendesk.com/sc/attachments/v2/1/a.png',
  'https://acme.zendesk.com:444/sc/attachments/v2/1/a.png',
  'ftp://x.zendesk.com/a.png',
  'file:///etc/passwd',
  'file://x.zendesk.com/etc/passwd',
  'gopher://127.0.0.1:P/_x',
  'data:image/png;base64,AAAA',
  'blob:https://x.zendesk.com/1',
  'javascript:alert(1)',
  '//x.zendesk.com/a.png',
  '/etc/passwd',
  'x.zendesk.com',
  '',
] as const;

describe('an address that a message names', () => {
  test.each(FOREIGN)('%s is fetched from nowhere', async (written) => {
    const fetched: string[] = [];
    const openMedia = createMedia({
      account: { origin: ORIGIN },
      clock: { now: () => 0, setTimeout: () => () => {} },
      fetch: async (url) => {
        fetched.push(url);
        return new Response('x');
      },
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });

    const opened = openMedia(written.replace('P', String(port)), new AbortController().signal);

    await expect(opened).rejects.toMatchObject({ code: 'not-allowed' });
    expect(fetched).toEqual([]);
    expect(visits).toBe(0);
  });

  test.each([
    ['https://acme.zendesk.com/sc/attachments/v2/01JK/a.png', true],
    ['https://acme.zendesk.com/sc/attachments/v2/../../../api/v2/users.json', false],
    ['https://acme.zendesk.com/sc/attachments/%2e%2e/%2e%2e/api/v2/users.json', false],
    ['https://acme.zendesk.com/sc/attachments/..%2f..%2fapi/v2/users.json', false],
    ['https://acme.zendesk.com/sc/attachments/..%5c..%5capi', false],
    ['https://acme.zendesk.com/sc/v2/apps/a1/users/u1', false],
    ['https://acme.zendesk.com/api/v2/tickets.json', false],
    ['https://acme.zendesk.com/attachments/token/x/?name=a.png', false],
  ])('%s gets our key: %s', (written, isPrivate) => {
    expect(mediaAddress(written, ORIGIN)).toMatchObject({ kind: 'account', isPrivate });
  });

  test.each([
    'https://static.zdassets.com/a.png',
    'https://other.zendesk.com/system/photos/1/a.png',
    'https://media.smooch.io/a.png',
    'https://p1.zdusercontent.com/attachment/1/a?token=x',
  ])('%s is Zendesk’s, and gets no key', (written) => {
    expect(mediaAddress(written, ORIGIN)).toEqual({ kind: 'zendesk', url: new URL(written) });
  });

  test('an account behind a path owns what is behind that path only', () => {
    const origin = 'http://localhost:3000/simulator';

    expect(mediaAddress(`${origin}/sc/attachments/v2/1/a`, origin)).toMatchObject({
      isPrivate: true,
    });
    expect(mediaAddress('http://localhost:3000/api/connection', origin)).toBeNull();
    expect(mediaAddress('http://localhost:3000/simulator/../api', origin)).toBeNull();
    expect(mediaAddress('http://localhost:3000/simulators/x', origin)).toBeNull();
  });
});

describe('an IP address', () => {
  test.each(['93.184.215.14', '104.16.51.111', '172.15.0.1', '172.32.0.1', '2606:4700::6810:336f'])(
    '%s is on the open internet',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.0.1',
    '192.0.0.8',
    '198.19.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:93.184.215.14',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2001:0:7f00:1::',
    '2002:7f00:1::',
    'localhost',
    '127.1',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test('a name that turns into a machine beside ours after it was looked at is not believed', async () => {
  let looks = 0;
  const end = new AbortController();
  const openMedia = createMedia({
    account: { origin: ORIGIN },
    clock: { now: () => 0, setTimeout: () => () => {} },
    fetch: () => Promise.reject(new Error('not asked')),
    async resolve() {
      looks += 1;
      setImmediate(() => end.abort());
      // Public at the first look; whoever looks again is led to the canary.
      return [{ address: looks === 1 ? '192.88.100.1' : '127.0.0.1', family: 4 }];
    },
  });

  const opened = openMedia('https://x.zendesk.com/a.png', end.signal);

  await expect(opened).rejects.toBeInstanceOf(Refusal);
  expect(looks).toBe(1);
  expect(visits).toBe(0);
});

test('of a name with several addresses all must be public', async () => {
  const openMedia = createMedia({
    account: { origin: ORIGIN },
    clock: { now: () => 0, setTimeout: () => () => {} },
    fetch: () => Promise.reject(new Error('not asked')),
    resolve: async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '::1', family: 6 },
    ],
  });

  const opened = openMedia('https://x.zendesk.com/a.png', new AbortController().signal);

  await expect(opened).rejects.toMatchObject({ code: 'not-allowed' });
});
