import { startServer, startSimulator } from '../journeys/processes.ts';
import { repeatedly, type Figure } from './figures.ts';

/** From the start of the process to the first answer of `/healthz`, looked for twenty times a second. */
export async function startFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  const server = await startServer(simulator);
  const values = await repeatedly(async () => {
    await server.kill();
    const start = performance.now();
    await server.start();
    return performance.now() - start;
  });
  await server.dispose();
  await simulator.kill();
  return [{ name: 'process start to serving', unit: 'ms', values, goal: '≤ 1,000' }];
}
