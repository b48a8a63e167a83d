import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import './patience.ts';
import { createRig, json, SITE, type Rig, type Visitor } from './rig.ts';

const STRANGERS = [
  'https://other.example',
  'https://evilshop.example',
  'https://shop.example.evil.com',
  'https://sub.shop.example',
  'https://shop.example/',
  'https://SHOP.example',
  'https://shop.example:8443',
  'http://shop.example',
  'null',
  '*',
  '',
];

const folder = mkdtempSync(join(tmpdir(), 'baton-widget-'));
let rig: Rig;
let visitor: Visitor;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'baton.js'), '/* loader */');
  writeFileSync(join(folder, 'assets', 'panel-abc.js'), '/* panel */');
  rig = await createRig({ widgetFolder: folder });
  visitor = await rig.visitor();
});
afterAll(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

type Ask = (headers: Record<string, string>) => Promise<Response>;

/** One answer of every kind: success, error, stream, preflight. */
function answers(): [name: string, ask: Ask][] {
  const path = `/api/conversations/${visitor.id}`;
  const own = (headers: Record<string, string>) => ({ ...visitor.headers, ...headers });
  return [
    ['the settings', (headers) => rig.request('/api/widget', { headers })],
    ['a new conversation', (headers) => rig.request('/api/conversations', json({}, headers))],
    ['a snapshot', (headers) => rig.request(path, { headers: own(headers) })],
    ['a foreign conversation', (headers) => rig.request(path, { headers })],
    ['a stream', (headers) => rig.request(`${path}/events`, { headers: own(headers) })],
    [
      'a streamed answer',
      (headers) =>
        rig.request(
          `${path}/messages`,
          json({ id: crypto.randomUUID(), text: 'Hello' }, own(headers)),
        ),
    ],
    ['a bad body', (headers) => rig.request(`${path}/messages`, json('{', own(headers)))],
    ['a body that is no JSON', (headers) => rig.request(path, { method: 'POST', headers })],
    ['nothing there', (headers) => rig.request('/api/nowhere', { headers })],
    ['a webhook', (headers) => rig.request('/api/zendesk/webhook/x', json({}, headers))],
    [
      'a preflight',
      (headers) =>
        rig.request(`${path}/messages`, {
          method: 'OPTIONS',
          headers: { 'access-control-request-method': 'POST', ...headers },
        }),
    ],
    ['health', (headers) => rig.request('/healthz', { headers })],
    ['readiness', (headers) => rig.request('/readyz', { headers })],
  ];
}

async function headersOf(ask: Ask, headers: Record<string, string>): Promise<Headers> {
  const response = await ask(headers);
  await response.body?.cancel();
  return response.headers;
}

describe('pages of other sites', () => {
  test('only the listed origin may read an answer, whatever kind of answer it is', async () => {
    for (const [name, ask] of answers()) {
      const headers = await headersOf(ask, { origin: SITE });
      expect([name, headers.get('access-control-allow-origin')]).toEqual([name, SITE]);
      expect([name, headers.get('vary')]).toEqual([name, 'Origin']);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  test.each(STRANGERS)('%j may read no answer at all', async (origin) => {
    for (const [name, ask] of answers()) {
      const headers = await headersOf(ask, { origin });
      expect([name, headers.get('access-control-allow-origin')]).toEqual([name, null]);
    }
  });

  test('a page in a sandbox may use the chat where the site owner lists null', async () => {
    const sandboxed = await createRig({ allowedOrigins: ['null'] });
    try {
      const allowed = async (origin: string) => {
        const { headers } = await sandboxed.request('/api/widget', { headers: { origin } });
        return headers.get('access-control-allow-origin');
      };
      expect(await allowed('null')).toBe('null');
      expect(await allowed(SITE)).toBeNull();
    } finally {
      await sandboxed.close();
    }
  });

  test('a browser that asks first is told what it may send, for two hours', async () => {
    const response = await rig.request('/api/conversations', {
      method: 'OPTIONS',
      headers: { origin: SITE },
    });

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE');
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type, Last-Event-ID',
    );
    expect(response.headers.get('access-control-max-age')).toBe('7200');
  });
});

describe('security headers', () => {
  test('stand on every answer, and nothing of anybody is kept in a cache', async () => {
    for (const [name, ask] of answers()) {
      const headers = await headersOf(ask, {});
      expect([name, headers.get('x-content-type-options')]).toEqual([name, 'nosniff']);
      expect([name, headers.get('referrer-policy')]).toEqual([name, 'no-referrer']);
      expect([name, headers.get('content-security-policy')]).toEqual([
        name,
        "default-src 'none'; frame-ancestors 'none'",
      ]);
      expect([name, headers.get('cache-control')]).toEqual([name, 'no-store']);
    }
  });

  test('stand on the scripts too, which every page may load and browsers may keep', async () => {
    const loader = await rig.request('/baton.js', { headers: { origin: 'https://any.example' } });
    const chunk = await rig.request('/assets/panel-abc.js');
    const again = await rig.request('/baton.js', {
      headers: { 'if-none-match': loader.headers.get('etag') ?? '' },
    });

    for (const { headers } of [loader, chunk, again]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
    expect(loader.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(loader.headers.get('cache-control')).toBe('public, max-age=300');
    expect(chunk.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(again.status).toBe(304);
    expect(await loader.text()).toBe('/* loader */');
  });
});

test('a page that is not listed is named once in the log, and a listed one never', async () => {
  const origin = 'https://forgotten.example';
  await rig.request('/api/widget', { headers: { origin } });
  await rig.request('/api/widget', { headers: { origin } });
  await rig.request('/api/widget', { headers: { origin: SITE } });

  const lines = rig.logged.filter((line) => line.includes('ALLOWED_ORIGINS'));
  expect(lines.filter((line) => line.includes(origin))).toHaveLength(1);
  expect(lines.filter((line) => line.includes(`"${SITE}"`))).toEqual([]);
});
