import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Hono } from 'hono';
import { ASSET_HEADERS } from './headers.ts';
import { Refusal } from './refusal.ts';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

type Asset = { type: string; etag: string; cache: string; encodings: Map<string, Buffer> };

/**
 * The loader and its chunks, read once and kept in memory, compressed when they were built. Chunks carry a hash in their
 * name and may be kept for ever; the loader is asked for again after five minutes.
 */
export function assetRoutes(folder: string): Hono {
  const assets = readAssets(folder);
  const app = new Hono();

  app.get('/*', (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) throw new Refusal('not-found', 'There is nothing here');
    const headers = {
      ...ASSET_HEADERS,
      'content-type': asset.type,
      'cache-control': asset.cache,
      etag: asset.etag,
      vary: 'Accept-Encoding',
    };
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);
    const accepted = c.req.header('accept-encoding') ?? '';
    const encoding = ['br', 'gzip'].find(
      (name) => accepted.includes(name) && asset.encodings.has(name),
    );
    const body = asset.encodings.get(encoding ?? 'identity') ?? Buffer.alloc(0);
    return c.body(new Uint8Array(body), 200, {
      ...headers,
      'content-length': String(body.length),
      ...(encoding && { 'content-encoding': encoding }),
    });
  });
  return app;
}

function readAssets(folder: string): Map<string, Asset> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const assets = new Map<string, Asset>();
  for (const path of paths) {
    const type = TYPES[extname(path)];
    if (!type) continue;
    const file = join(folder, path);
    const body = readFileSync(file);
    assets.set(`/${relative(folder, file).split(sep).join('/')}`, {
      type,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      cache: path.startsWith('assets')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300',
      encodings: new Map([
        ['identity', body],
        ...(paths.includes(`${path}.br`) ? [['br', readFileSync(`${file}.br`)] as const] : []),
        ...(paths.includes(`${path}.gz`) ? [['gzip', readFileSync(`${file}.gz`)] as const] : []),
      ]),
    });
  }
  return assets;
}
