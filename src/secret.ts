import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EnvironmentError } from './environment.ts';

/**
 * The secret of an installation without `SECRET`: made at the first start and kept beside the embedded database, readable
 * by its owner only. Throws an `EnvironmentError` when what is kept there is no secret.
 */
export function keptSecret(databaseUrl: string): string {
  const path = join(dirname(resolve(databaseUrl.replace(/^file:/, ''))), 'baton.secret');
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new EnvironmentError(`${path} holds no secret: delete it, or set SECRET.`);
}

/** The file appears whole or not at all, and the first of two processes that start at once makes it. */
function makeSecret(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}
