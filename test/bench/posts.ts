import { Agent, request } from 'node:http';
import { repeatedly, type Figure } from './figures.ts';
import { measuredProcess } from './measured-process.ts';

const POSTS = 3_000;
const AT_ONCE = 32;

/** Processor time of a small POST that is stored, with all our duties, to node:http with zod and the same append. */
export async function postFigures(): Promise<Figure[]> {
  const values = await repeatedly(async () => (await cpuUs('ours')) / (await cpuUs('bare')));
  return [
    {
      name: 'processor time of a POST, to raw node:http + zod + append',
      unit: '×',
      values,
      goal: '≤ 2',
    },
  ];
}

async function cpuUs(kind: 'ours' | 'bare'): Promise<number> {
  const server = await measuredProcess(kind);
  const { port, tokens } = await server.ask({ ask: 'begin', conversations: POSTS });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const body = JSON.stringify({ throughSeq: 1 });

  function post(index: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const posting = request({
        port,
        agent,
        method: 'POST',
        path: `/api/conversations/c${index}/read`,
        headers: {
          authorization: `Bearer ${tokens[index]}`,
          'content-type': 'application/json',
          'content-length': body.length,
        },
      });
      posting.on('response', (response) => {
        if (response.statusCode !== 200) reject(new Error(`${kind}: ${response.statusCode}`));
        response.resume().on('end', resolve);
      });
      posting.on('error', reject);
      posting.end(body);
    });
  }

  const before = await server.ask({ ask: 'usage' });
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < POSTS) await post((next += 1) - 1);
    }),
  );
  const after = await server.ask({ ask: 'usage' });
  agent.destroy();
  server.end();
  return ((after.cpuMs - before.cpuMs) * 1000) / POSTS;
}
