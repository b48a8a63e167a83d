import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'node_modules/.baton-bench');

/** The script of this folder as production code is built: what runs TypeScript directly would cost time of its own. */
export async function built(name: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    publicDir: false,
    build: {
      ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
      outDir: join(FOLDER, name),
      emptyOutDir: true,
      target: 'node20',
    },
  });
  return join(FOLDER, name, `${name}.js`);
}
