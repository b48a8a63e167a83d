import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Serves the built demo page from a folder. */
export function pages(folder: string): (request: Request) => Promise<Response> {
  return async function page(request) {
    const { pathname } = new URL(request.url);
    const path = normalize(pathname === '/' ? '/index.html' : pathname);
    const body = await readFile(join(folder, path)).catch(() => null);
    if (!body) return new Response('There is nothing here', { status: 404 });
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(body), { headers: { 'content-type': type } });
  };
}
