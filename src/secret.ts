import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The secret of an installation without `SECRET`: made at the first start and kept beside the embedded database, readable
 * by its owner only.
 */
export function keptSecret(databaseUrl: string): string {
  const path = join(dirname(resolve(databaseUrl.replace(/^file:/, ''))), 'baton.secret');
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process that starts at the same time has made it.
      if (!existsSync(path)) throw error;
    }
  }
  return readFileSync(path, 'utf8').trim();
}
