import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Model } from './agent/model.ts';
import type { ModelAccount } from './agent/providers.ts';
import { EnvironmentError, readEnvironment } from './environment.ts';
import { listen } from './proxy/listen.ts';
import { createProxy } from './proxy/proxy.ts';
import { agreeOnSecret, keptSecret } from './secret.ts';
import { readSettings } from './settings-file.ts';
import { openStore } from './store/open-store.ts';
import { StoreUnavailable } from './store/store.ts';

/** Below this a process that was asked to stop is ended by most supervisors themselves. */
const STOP_WITHIN_MS = 9_000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const settings = readSettings(environment.config);
  const log = pino({ level: environment.logLevel });
  const store = await openStore(environment.databaseUrl);
  if (environment.secret !== undefined) await agreeOnSecret(store, environment.secret);
  const proxy = await createProxy({
    store,
    settings,
    account: environment.account,
    model: environment.model ? await languageModel(environment.model) : undefined,
    publicUrl: environment.publicUrl,
    reachable: environment.reachable,
    allowedOrigins: environment.allowedOrigins,
    secret: environment.secret ?? keptSecret(environment.databaseUrl),
    widgetFolder: widgetFolder(),
    settleMs: environment.settleMs,
    limited: environment.limited,
    trustedProxies: environment.trustedProxies,
    adminPassword: environment.adminPassword,
    log,
  });
  await proxy.start();
  const server = await listen(proxy, environment);

  const { publicUrl } = environment;
  log.info({ port: server.port, publicUrl }, `Baton listens on ${publicUrl}`);
  if (!environment.account) {
    log.warn(
      {},
      'Zendesk is not connected: set ZENDESK_SUBDOMAIN and the keys named in the README',
    );
  }
  if (!environment.limited) {
    log.warn({}, 'LIMITS=off: nothing keeps a visitor from taking all there is');
  }

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Baton stops');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    // Who comes back from now on has to find another process.
    const gone = server.close();
    void proxy
      .close()
      .then(() => gone)
      .then(() => store.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** The SDK of the providers is loaded only where there is one. */
async function languageModel(account: ModelAccount): Promise<Model> {
  const { createLanguageModel } = await import('./agent/language-model.ts');
  return createLanguageModel(account);
}

/** The built widget stands beside the built server. */
function widgetFolder(): string {
  const folder = fileURLToPath(new URL('../widget', import.meta.url));
  if (!existsSync(`${folder}/baton.js`)) {
    throw new EnvironmentError('The widget is not built: run "npm run build" first.');
  }
  return folder;
}

/** What the system says of an address, in words that name the variable. */
function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'PORT is taken by another program: set it to a free one.';
  if (code === 'EADDRNOTAVAIL')
    return 'HOST must be an address of this machine, such as 127.0.0.1.';
  if (error instanceof StoreUnavailable) {
    return `DATABASE_URL names a database that cannot be used: ${error.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  const words = wordsOf(error);
  process.stderr.write(`Baton cannot start. ${words}\n`);
  process.exit(1);
});
