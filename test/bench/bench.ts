import { appendFigures } from './appends.ts';
import { report } from './figures.ts';
import { relayFigures } from './relay.ts';
import { startFigures } from './start.ts';

const figures = [await appendFigures(), await startFigures(), await relayFigures()];
process.stdout.write(`${report(figures.flat())}\n`);
