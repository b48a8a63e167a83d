import { appendFigures } from './appends.ts';
import { report } from './figures.ts';
import { postgresFigures } from './postgres.ts';
import { postFigures } from './posts.ts';
import { relayFigures } from './relay.ts';
import { startFigures } from './start.ts';
import { streamFigures } from './streams.ts';
import { webhookFigures } from './webhooks.ts';

const figures = [
  await appendFigures(),
  await postgresFigures(),
  await startFigures(),
  await relayFigures(),
  await webhookFigures(),
  await postFigures(),
  await streamFigures(),
];
process.stdout.write(`${report(figures.flat())}\n`);
