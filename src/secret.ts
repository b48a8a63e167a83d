import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EnvironmentError } from './environment.ts';
import type { Store } from './store/store.ts';

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

/**
 * Sees to it that everybody who uses this store has the same secret: what is kept of it there cannot be turned back into
 * it. Throws an `EnvironmentError` when somebody came with another one before.
 */
export async function agreeOnSecret(
  store: Pick<Store, 'settingOnce'>,
  secret: string,
): Promise<void> {
  const mark = createHmac('sha256', secret).update('secret-check').digest('hex');
  if ((await store.settingOnce('secret-check', mark)) === mark) return;
  throw new EnvironmentError(
    'SECRET is not the one that this database was used with before: set the same on every machine.',
  );
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
