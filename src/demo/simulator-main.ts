import { listen } from './simulator/on-node.ts';

/**
 * The simulated Zendesk as a process of its own: `PORT` on 127.0.0.1 (any free one if it is missing),
 * `ORIGIN` if it is reached under another address. Says in one line where it listens.
 */
const { url, close } = await listen({
  port: Number(process.env['PORT'] ?? 0),
  ...(process.env['ORIGIN'] && { origin: process.env['ORIGIN'] }),
});
process.stdout.write(`Simulated Zendesk on ${url}\n`);
process.once('SIGINT', close);
process.once('SIGTERM', close);
