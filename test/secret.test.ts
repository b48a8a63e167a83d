import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EnvironmentError } from '../src/environment.ts';
import { agreeOnSecret, keptSecret } from '../src/secret.ts';
import { openStore } from '../src/store/open-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a secret is made once, beside the database, for its owner’s eyes only', () => {
  const url = `file:${join(folder, 'data', 'baton.db')}`;

  const [first, second] = [keptSecret(url), keptSecret(url)];

  expect(second).toBe(first);
  expect(Buffer.from(first, 'base64url')).toHaveLength(32);
  expect(readdirSync(join(folder, 'data'))).toEqual(['baton.secret']);
  expect(statSync(join(folder, 'data', 'baton.secret')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
});

test('two installations have two secrets', () => {
  const one = keptSecret(`file:${join(folder, 'one', 'baton.db')}`);
  const other = keptSecret(`file:${join(folder, 'other', 'baton.db')}`);

  expect(one).not.toBe(other);
});

test('a file that holds no secret stops the start', () => {
  const path = join(folder, 'baton.secret');
  writeFileSync(path, '');

  expect(() => keptSecret(`file:${join(folder, 'baton.db')}`)).toThrow(
    new EnvironmentError(`${path} holds no secret: delete it, or set SECRET.`),
  );
});

test('whoever shares a database has the same secret, and the database does not tell it', async () => {
  const store = await openStore(`file:${join(folder, 'baton.db')}`);
  const secret = 'the secret of one machine, long enough';
  try {
    await agreeOnSecret(store, secret);

    await expect(agreeOnSecret(store, secret)).resolves.toBeUndefined();
    await expect(agreeOnSecret(store, `${secret}.`)).rejects.toThrow(
      new EnvironmentError(
        'SECRET is not the one that this database was used with before: set the same on every machine.',
      ),
    );
    expect(await store.setting('secret-check')).not.toContain(secret);
  } finally {
    await store.close();
  }
});
