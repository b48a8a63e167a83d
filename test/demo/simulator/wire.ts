import {
  createSimulator,
  demoAccount,
  type SimulatorOptions,
} from '../../../src/demo/simulator/simulator.ts';
import type { Simulator } from '../../../src/demo/simulator/simulator.ts';
import { virtualClock } from './virtual-clock.ts';
import { validateRequest, validateResponse, validateWebhook } from '../../zendesk/openapi.ts';
import { z } from 'zod';

/** A simulator with a proxy's place at the switchboard, driven over its wire. */

const ORIGIN = 'http://zendesk.test';
export const HOOK = 'https://proxy.test/webhook';

const Id = z.object({ id: z.string() });
const Message = z.looseObject({
  id: z.string(),
  content: z.looseObject({ text: z.string().optional() }),
  author: z.looseObject({ displayName: z.string().optional() }),
  source: z.object({ type: z.string() }),
});
export type WireMessage = z.infer<typeof Message>;

export const Event = z.object({
  id: z.string(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
const Delivery = z.object({ events: z.array(Event) });

type Answer = { status: number; headers: Headers; body: unknown };

export type Wire = Awaited<ReturnType<typeof startWire>>;

/**
 * `receive` stands for the proxy's webhook; without it every delivery is answered with 200. Every
 * answer of the Conversations API and every delivery is checked against Zendesk's description.
 */
export async function startWire(
  options: SimulatorOptions & {
    receive?: (event: z.infer<typeof Event>) => number | Promise<number>;
  } = {},
) {
  const { receive = () => 200, ...rest } = options;
  const clock = virtualClock();
  const received: z.infer<typeof Event>[] = [];
  const flaws: string[] = [];
  const secrets: (string | null)[] = [];

  const simulator: Simulator = createSimulator({
    origin: ORIGIN,
    clock,
    fetch: async (_, init) => {
      const delivery: unknown = JSON.parse(z.string().parse(init?.body));
      flaws.push(...validateWebhook(delivery));
      secrets.push(new Headers(init?.headers).get('x-api-key'));
      const [event] = Delivery.parse(delivery).events;
      if (!event) throw new Error('A delivery without an event');
      received.push(event);
      return new Response(null, { status: await receive(event) });
    },
    ...rest,
  });

  async function send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await simulator.fetch(new Request(ORIGIN + path, { method, ...init }));
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    const body: unknown = isJson ? await answer.json() : await answer.text();
    return { status: answer.status, headers: answer.headers, body };
  }

  /** A call of the Conversations API; `path` comes after the app. */
  async function sunco(
    method: string,
    path: string,
    body?: unknown,
    key = appKey,
  ): Promise<Answer> {
    const answer = await send(method, `/sc/v2/apps/${demoAccount.appId}${path}`, {
      headers: {
        authorization: key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const specified = `/v2/apps/${demoAccount.appId}${path}`;
    flaws.push(...validateResponse(method, specified, answer.status, answer.body));
    // What Zendesk accepts must be what its description allows.
    if (answer.status < 300) flaws.push(...validateRequest(method, specified, body));
    return answer;
  }

  async function created(path: string, name: string, body: unknown): Promise<string> {
    const answer = await sunco('POST', path, body);
    return z.object({ [name]: Id }).parse(answer.body)[name]?.id ?? '';
  }

  return {
    simulator,
    clock,
    received,
    flaws,
    secrets,
    send,
    sunco,

    /** Types of the events the proxy received, in order. */
    heard: () => received.map(({ type }) => type),

    support: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(method, `/api/v2${path}`, {
        headers: {
          authorization: supportToken,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),

    /** Our custom integration, linked to the switchboard unless told otherwise. */
    async connect({ linked = true, deliverStandbyEvents = false } = {}) {
      const integrationId = await created('/integrations', 'integration', {
        type: 'custom',
        displayName: 'Baton',
        webhooks: [{ target: HOOK, triggers: everyTrigger }],
      });
      const switchboards = await sunco('GET', '/switchboards');
      const switchboardId = z.object({ switchboards: z.array(Id) }).parse(switchboards.body)
        .switchboards[0]?.id;
      const path = `/switchboards/${switchboardId}/switchboardIntegrations`;
      const listed = z
        .object({ switchboardIntegrations: z.array(Id.extend({ name: z.string() })) })
        .parse((await sunco('GET', path)).body).switchboardIntegrations;
      const idOf = (name: string) => listed.find((entry) => entry.name === name)?.id ?? '';
      const ours = linked
        ? await created(path, 'switchboardIntegration', {
            name: 'baton',
            integrationId,
            deliverStandbyEvents,
          })
        : '';
      return {
        integrationId,
        switchboardId: switchboardId ?? '',
        ours,
        workspace: idOf('zd-agentWorkspace'),
        bot: idOf('zd-answerBot'),
      };
    },

    /** Changes what the integration's webhook asks for. */
    async listenTo(integrationId: string, triggers: string[]) {
      const path = `/integrations/${integrationId}/webhooks`;
      const { webhooks } = z
        .object({ webhooks: z.array(Id) })
        .parse((await sunco('GET', path)).body);
      await sunco('PATCH', `${path}/${webhooks[0]?.id}`, { triggers });
    },

    createUser: (body: Record<string, unknown> = {}) => created('/users', 'user', body),

    createConversation: (userId: string, metadata = {}) =>
      created('/conversations', 'conversation', {
        type: 'personal',
        participants: [{ userId, subscribeSDKClient: false }],
        metadata,
      }),

    /** Says something and answers with the id of the message. */
    async say(
      conversationId: string,
      author: Record<string, unknown>,
      text: string,
    ): Promise<string> {
      const answer = await sunco('POST', `/conversations/${conversationId}/messages`, {
        author,
        content: { type: 'text', text },
      });
      return z.object({ messages: z.array(Id) }).parse(answer.body).messages[0]?.id ?? '';
    },

    pass: (conversationId: string, switchboardIntegration: string, metadata?: unknown) =>
      sunco('POST', `/conversations/${conversationId}/passControl`, {
        switchboardIntegration,
        ...(metadata !== undefined && { metadata }),
      }),

    offer: (conversationId: string, switchboardIntegration: string) =>
      sunco('POST', `/conversations/${conversationId}/offerControl`, { switchboardIntegration }),

    async messages(conversationId: string, query = ''): Promise<WireMessage[]> {
      const answer = await sunco('GET', `/conversations/${conversationId}/messages${query}`);
      return z.object({ messages: z.array(Message) }).parse(answer.body).messages;
    },

    tickets: () => simulator.workspace.snapshot().tickets,
  };
}

/** A conversation handed to the agent workspace, with the proxy offered control. */
export async function handOff(wire: Wire, metadata: Record<string, unknown> = {}) {
  const places = await wire.connect();
  const userId = await wire.createUser({ externalId: 'web-1', profile: { givenName: 'Ana' } });
  const conversationId = await wire.createConversation(userId, { owner: 'us' });
  await wire.pass(conversationId, places.ours);
  const summaryId = await wire.say(
    conversationId,
    { type: 'business', displayName: 'Finch' },
    'Summary: The teapot arrived broken',
  );
  await wire.say(conversationId, { type: 'user', userId }, 'The spout is broken');
  await wire.pass(conversationId, places.workspace, { first_message_id: summaryId, ...metadata });
  await wire.offer(conversationId, places.ours);
  await wire.simulator.settled();
  const [ticket] = wire.tickets();
  return { ...places, userId, conversationId, summaryId, ticketId: ticket?.id ?? 0 };
}

const basic = (name: string, secret: string) =>
  `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;

export const appKey = basic(demoAccount.keyId, demoAccount.secretKey);
export const supportToken = basic(`${demoAccount.email}/token`, demoAccount.apiToken);
export { basic };

const everyTrigger = [
  'conversation:create',
  'conversation:message',
  'conversation:read',
  'conversation:typing',
  'conversation:remove',
  'switchboard:passControl',
  'switchboard:passControl:failure',
  'switchboard:offerControl',
  'switchboard:acceptControl',
  'switchboard:acceptControl:failure',
  'switchboard:releaseControl',
  'user:merge',
  'user:remove',
];
