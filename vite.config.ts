import { brotliCompressSync, gzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import type { BuildEnvironmentOptions, EnvironmentOptions, Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

/** The panel's file name has a hash, which the loader is told when it is built after it. */
let panelFile = '';

const panelUrl: Plugin = {
  name: 'panel-url',
  applyToEnvironment: ({ name }) => name === 'loader' || name === 'panel',
  renderChunk: (code) => code.replaceAll('__PANEL_URL__', JSON.stringify(panelFile)),
  generateBundle(_options, bundle) {
    const panel = Object.values(bundle).find(
      (file) => file.type === 'chunk' && file.name === 'panel' && file.isEntry,
    );
    if (panel) panelFile = panel.fileName;
  },
};

/** `npm run dev`: the demo page from its sources, beside it the real proxy and the simulated Zendesk. */
const demoServer: Plugin = {
  name: 'demo-server',
  apply: 'serve',
  async configureServer(server) {
    if (process.env['VITEST']) return;
    const { createDemo } = await server.ssrLoadModule('/src/demo/demo.ts');
    const demo = await createDemo({
      port: server.config.server.port,
      widgetFolder: 'dist/widget',
      page: () => new Response(null, { status: 404 }),
      log: pino({ level: 'warn' }),
    });
    const listener = getRequestListener(demo.fetch, { overrideGlobalObjects: false });
    const theirs = /^\/(api|assets|baton|healthz|readyz|shop|zendesk-simulator)\b/;
    server.middlewares.use((request, response, next) => {
      if (theirs.test(request.url ?? '')) void listener(request, response);
      else next();
    });
    server.httpServer?.once('close', () => void demo.close());
  },
};

/** What browsers get is compressed once, here, as small as it can be. */
const compressed: Plugin = {
  name: 'compressed',
  applyToEnvironment: ({ name }) => name === 'loader' || name === 'panel',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const source = contentOf(file);
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.gz`,
        source: gzipSync(source, { level: 9 }),
      });
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.br`,
        source: brotliCompressSync(source),
      });
    }
  },
};

/**
 * What is needed at the same moment comes in one file: one request, and smaller than apart. A module belongs to the first of
 * these that matches it or imports it; what none has comes in a file of its own.
 */
const CHUNKS: Rolldown.CodeSplittingGroup[] = [
  { name: 'panel', tags: ['$initial'], priority: 7 },
  { name: 'sending', test: /widget\/sending\.ts$/, priority: 6 },
  // With the times that it shares with the log, for an empty panel has no log.
  { name: 'team-note', test: /widget\/components\/TeamNote\.tsx$/, priority: 5 },
  {
    name: 'menu-parts',
    test: /widget\/(sound-choice|next-index|components\/save-file)\.ts$/,
    priority: 5,
  },
  {
    name: 'answer',
    test: /widget\/(hearing|components\/(conversation-part|beside-panel))\.ts$/,
    priority: 4,
  },
  {
    name: 'team',
    test: /widget\/(listening|attention|components\/team-part)\.ts$/,
    priority: 2,
  },
  {
    name: 'rich',
    test: /widget\/components\/rich\/(RichMessage|Avatar|ButtonRow)\.tsx$/,
    priority: 1,
  },
];

/** The texts of a language say in their file's name whose they are: `de-panel-texts`. English has none, it is everywhere. */
function chunkName({ name, facadeModuleId }: Rolldown.PreRenderedChunk): string {
  const [, language] = /\/strings\/([\w-]+)\/\w+\.ts$/.exec(facadeModuleId ?? '') ?? [];
  if (!language) return 'assets/[name]-[hash].js';
  return `assets/${language === 'en' ? '' : `${language}-`}${name}-texts-[hash].js`;
}

function contentOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source;
}

/**
 * What runs on other people's pages. Vite would wrap each `import()` of a browser's code in a preload helper that costs
 * bytes and reaches into the page; code that counts as a server's is left as written.
 */
const widget = (options: BuildEnvironmentOptions): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, conditions: ['browser', 'module', 'import', 'default'] },
  build: {
    outDir: 'dist/widget',
    target: 'es2022',
    minify: true,
    copyPublicDir: false,
    ...options,
  },
});

/** Bundled, which halves the start; native code and what needs its own files stay packages. */
const server = (outDir: string, input: Record<string, string>): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: ['libsql', 'pg', 'pino'] },
  build: {
    outDir,
    target: 'node20',
    ssr: true,
    sourcemap: true,
    minify: false,
    emptyOutDir: true,
    copyPublicDir: false,
    rolldownOptions: {
      input,
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

export default defineConfig({
  appType: 'mpa',
  plugins: [panelUrl, compressed, demoServer],
  server: { host: '127.0.0.1', port: 3000, strictPort: true },
  environments: {
    panel: widget({
      emptyOutDir: true,
      rolldownOptions: {
        input: { panel: 'widget/panel.ts' },
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: chunkName,
          codeSplitting: { groups: CHUNKS },
        },
        preserveEntrySignatures: 'allow-extension',
      },
    }),
    loader: widget({
      emptyOutDir: false,
      rolldownOptions: {
        input: { baton: 'widget/loader.ts' },
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    }),
    server: server('dist/server', { main: 'src/main.ts' }),
    demo: server('dist/demo', {
      main: 'src/demo/main.ts',
      simulator: 'src/demo/simulator-main.ts',
    }),
    client: {
      build: { outDir: 'dist/demo/pages', assetsDir: 'page-assets', emptyOutDir: true },
    },
  },
  builder: {
    // One after the other with the same plugins: the loader needs to know what the panel's file is called.
    sharedConfigBuild: true,
    sharedPlugins: true,
    async buildApp({ build, environments }) {
      for (const name of ['panel', 'loader', 'server', 'demo', 'client']) {
        const environment = environments[name];
        if (environment) await build(environment);
      }
    },
  },
  test: {
    // By default a core is left idle, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/postgres/**', 'test/simulation/**'],
          environment: 'node',
        },
      },
      {
        test: { name: 'component', include: ['test/**/*.test.tsx'], environment: 'jsdom' },
      },
      {
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['test/postgres/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'test/postgres/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Most of a journey is waiting for leases and retries.
          maxConcurrency: 10,
        },
      },
    ],
  },
});
