// Builds what is to be started, if its sources are newer and the build tool is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'widget', 'index.html', 'vite.config.ts', 'package-lock.json'];
const BUILT = ['dist/server/main.js', 'dist/demo/main.js', 'dist/widget/baton.js'];

/** @param {string} path */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const isBuilt = BUILT.every((path) => existsSync(path));
const builtAt = isBuilt ? Math.min(...BUILT.map((path) => statSync(path).mtimeMs)) : 0;
const isStale = SOURCES.some((path) => existsSync(path) && newest(path) > builtAt);
const vite = 'node_modules/vite/bin/vite.js';

if (isStale && existsSync(vite)) {
  const { status } = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
if (!isBuilt) {
  process.stderr.write(
    'Nothing is built and the build tool is missing: run "npm install" first.\n',
  );
  process.exit(1);
}
