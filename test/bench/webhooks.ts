import { request } from 'node:http';
import { systemClock } from '../../src/proxy/clock.ts';
import { listen } from '../../src/proxy/listen.ts';
import { createRig } from '../proxy/rig.ts';
import { delivery, otherProgram, ourWebhook } from '../proxy/zendesk-side.ts';
import { quantile, repeatedly, type Figure } from './figures.ts';

const MESSAGES = 200;

/** From the first byte of Zendesk's webhook at our door to the bytes in the customer's open stream, over real connections. */
export async function webhookFigures(): Promise<Figure[]> {
  const rig = await createRig({ clock: systemClock });
  const server = await listen(rig.proxy, { port: 0, host: '127.0.0.1' });
  const visitor = await rig.visitor();
  await visitor.handOff();
  await visitor.until('waiting');
  const { path, secret } = await ourWebhook(rig);
  const remoteId = rig.simulator.workspace.snapshot().tickets[0]?.conversationId ?? '';
  const { metadata } = await otherProgram(rig).conversation(remoteId);

  let seen = (_text: string) => {};
  const stream = request(
    {
      port: server.port,
      path: `/api/conversations/${visitor.id}/events`,
      headers: visitor.headers,
    },
    (response) => response.on('data', (data: Buffer) => seen(data.toString())),
  );
  stream.end();

  async function oneMessage(): Promise<number> {
    const id = crypto.randomUUID();
    const at = new Date().toISOString();
    const message = {
      id,
      received: at,
      author: { type: 'business', displayName: 'Dana', subtypes: ['agent'] },
      content: { type: 'text', text: 'Hello' },
      source: { type: 'zd:agentWorkspace' },
    };
    const payload = { conversation: { id: remoteId, type: 'personal', metadata }, message };
    const event = { id: `event-${id}`, createdAt: at, type: 'conversation:message', payload };
    const body = JSON.stringify(delivery([event]));
    const arrived = new Promise<void>((resolve) => {
      seen = (text) => text.includes(id) && resolve();
    });
    const start = performance.now();
    const headers = { 'content-type': 'application/json', 'x-api-key': secret };
    const posting = request({ port: server.port, path, method: 'POST', headers });
    const answered = new Promise((resolve) =>
      posting.on('response', (response) => response.resume().on('end', resolve)),
    );
    posting.end(body);
    await arrived;
    const ms = performance.now() - start;
    await answered;
    return ms;
  }

  const runs: number[][] = [];
  await repeatedly(async () => {
    const times: number[] = [];
    for (let count = 0; count < MESSAGES; count += 1) times.push(await oneMessage());
    return runs.push(times);
  });
  stream.destroy();
  await server.close();
  await rig.close();
  const share = (part: number) => runs.map((times) => quantile(times, part));
  return [
    { name: 'webhook in → bytes out, p50', unit: 'ms', values: share(0.5), goal: '≤ 2' },
    { name: 'the same, p99', unit: 'ms', values: share(0.99), goal: '≤ 20' },
  ];
}
