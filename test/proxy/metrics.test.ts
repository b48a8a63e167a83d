import { afterEach, expect, test } from 'vitest';
import './patience.ts';
import { createRig, errorOf, eventually, type Rig } from './rig.ts';

const PASSWORD = 'correct horse battery';

let rig: Rig;
afterEach(() => rig.close());

function scrape(password = PASSWORD): Promise<Response> {
  return rig.request('/metrics', { headers: { authorization: `Bearer ${password}` } });
}

/** The figures of one metric by their labels, such as `{type="message-added"}`. */
async function figures(name: string): Promise<Record<string, number>> {
  const text = await (await scrape()).text();
  const lines = text.matchAll(new RegExp(`^${name}(\\{.*\\})? (\\S+)$`, 'gm'));
  return Object.fromEntries([...lines].map(([, labels, value]) => [labels ?? '', Number(value)]));
}

test('whoever has no password gets no figures', async () => {
  rig = await createRig({ adminPassword: PASSWORD });

  const answers = [
    await rig.request('/metrics'),
    await scrape('wrong horse battery'),
    await scrape(`${PASSWORD}x`),
    await rig.request('/metrics', { headers: { authorization: PASSWORD } }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  expect((await scrape()).headers.get('content-type')).toContain('text/plain');
});

test('a password that is guessed again and again is not even compared any more, for a while', async () => {
  rig = await createRig({ adminPassword: PASSWORD });
  expect((await scrape()).status).toBe(200);

  const guesses = await Promise.all(
    Array.from({ length: 40 }, (_, index) => scrape(`guess number ${index}`)),
  );
  const right = await scrape();

  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(30);
  expect(right.status).toBe(429);
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(rig.logged.filter((line) => line.startsWith('The admin password was'))).toHaveLength(1);
});

test('without a password set there is no such address', async () => {
  rig = await createRig();

  expect(await errorOf(await scrape())).toMatchObject({ status: 404 });
});

test('a handoff is counted from the question to the last row that Zendesk got', async () => {
  rig = await createRig({ adminPassword: PASSWORD });
  const visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, what now?');
  const stream = await visitor.call('/events', undefined, 'GET');
  expect(await figures('baton_open_streams')).toEqual({ '': 1 });

  await visitor.handOff();
  await visitor.until('waiting');
  await eventually(async () => (await figures('baton_outbox_rows'))['{state="pending"}'] === 0);
  await stream.body?.cancel();

  expect(await figures('baton_open_streams')).toEqual({ '': 0 });
  expect(await figures('baton_answer_seconds_count')).toEqual({ '{end="answered"}': 1 });
  expect(await figures('baton_events_appended_total')).toMatchObject({
    '{type="conversation-started"}': 1,
    '{type="message-added"}': 2,
  });
  expect(await figures('baton_delivery_seconds_count')).toMatchObject({
    '{kind="pass-control",end="sent"}': 1,
    '{kind="offer-control",end="sent"}': 1,
  });
  const requests = await figures('baton_request_seconds_count');
  expect(requests).toMatchObject({
    '{route="/api/conversations/:id/messages",method="POST",status="200"}': 1,
    '{route="/api/conversations/:id/handoff",method="POST",status="200"}': 1,
  });
  expect(Object.keys(requests).some((labels) => labels.includes('webhook/:path'))).toBe(true);
});

test('what is refused is counted by its limit', async () => {
  rig = await createRig({
    adminPassword: PASSWORD,
    limited: true,
    settings: { limits: { messagesPerMinute: 1 } },
  });
  const visitor = await rig.visitor();
  await visitor.say('Hello');
  await visitor.call('/messages', { id: crypto.randomUUID(), text: 'Hello again' });

  expect(await figures('baton_limit_refusals_total')).toEqual({ '{limit="messages"}': 1 });
});

test('no figure names a customer, a conversation or what somebody wrote', async () => {
  rig = await createRig({ adminPassword: PASSWORD });
  const visitor = await rig.visitor();
  await visitor.say('canary teapot');
  await rig.request('/canary/path', { method: 'POST' });
  await rig.request('/api/conversations/canary-id');
  await visitor.handOff();
  await visitor.until('waiting');

  const text = await (await scrape()).text();

  expect(text).not.toContain('canary');
  expect(text).not.toContain(visitor.id);
});
