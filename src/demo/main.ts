import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { listen } from '../proxy/listen.ts';
import { createDemo } from './demo.ts';
import { pages } from './pages.ts';

/** The local demo: `PORT` (3000) on both loopback addresses, so that page and shop are two origins. */
async function main(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 3000);
  const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const demo = await createDemo({
    port,
    widgetFolder: folder('../widget'),
    page: pages(folder('./pages')),
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }),
  });
  const servers = [
    await listen(demo, { port, host: '127.0.0.1' }),
    // A machine without IPv6 has only the one.
    ...(await listen(demo, { port, host: '::1' }).then(
      (server) => [server],
      () => [],
    )),
  ];
  process.stdout.write(`The demo is on http://localhost:${port}\n`);

  const stop = () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    void demo
      .close()
      .then(() => Promise.all(servers.map((server) => server.close())))
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const words = taken
    ? 'The port is taken: set PORT to another one, such as PORT=3100 npm run demo.'
    : String(error);
  process.stderr.write(`The demo cannot start. ${words}\n`);
  process.exit(1);
});
