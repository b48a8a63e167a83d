import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { answerFile } from './attachments-api.ts';
import { wait } from './clock.ts';
import { Injection } from './injections.ts';
import { textUpTo } from './requests.ts';
import { WorkspaceError, type Workspace } from './workspace.ts';
import type { Zendesk } from './zendesk.ts';

const PING_MS = 15_000;

const agentId = z.int().optional();
const text = textUpTo(4096);

const Status = z.strictObject({ status: z.enum(['online', 'away', 'offline']), agentId });
const Settings = z.strictObject({
  multiConvoEnabled: z.boolean().optional(),
  agentSubtypes: z.boolean().optional(),
  agentPictures: z.boolean().optional(),
  role: z.enum(['admin', 'agent']).optional(),
  helpCenter: z.enum(['public', 'sign-in', 'off']).optional(),
  refusesControl: z.boolean().optional(),
  messageLimit: z.int().min(1).optional(),
});
const Reply = z.strictObject({
  text: z.string(),
  html: text.optional(),
  agentId,
  /** Content in base64. */
  file: z.strictObject({ name: z.string().min(1), type: z.string(), data: z.base64() }).optional(),
});
const Ending = z.strictObject({
  reason: z.enum(['ticketClosed', 'transferToEmail']).optional(),
  passAway: z.boolean().optional(),
  silent: z.boolean().optional(),
});

const Merge = z.strictObject({ survivingId: z.string(), discardedId: z.string() });

/** `/workspace`: what the demo page's agent sees and does. Not part of Zendesk's wire. */
export function workspaceRoutes(zendesk: Zendesk, workspace: Workspace) {
  const routes = new Hono();

  routes.onError((error, context) => {
    if (error instanceof WorkspaceError)
      return context.json({ error: error.message }, error.status);
    if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
    throw error;
  });

  routes.get('/', (context) => context.json(workspace.snapshot()));

  routes.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const unsubscribe = workspace.subscribe(
        () => void stream.writeSSE({ event: 'changed', data: '{}' }),
      );
      stream.onAbort(unsubscribe);
      while (!stream.aborted) {
        await stream.write(': ping\n\n');
        await wait(zendesk.clock, PING_MS);
      }
    }),
  );

  routes.get('/files/:id', (context) =>
    answerFile(context, zendesk.attachments.get(context.req.param('id'))),
  );

  routes.post('/status', async (context) => {
    const { status, agentId: agent } = await read(context, Status);
    return done(context, () => workspace.setStatus(status, agent));
  });

  routes.post('/settings', async (context) => {
    const settings = await read(context, Settings);
    return done(context, () => workspace.configure(settings));
  });

  routes.post('/revoke-tokens', (context) => done(context, () => workspace.revokeTokens()));

  routes.post('/merge-users', async (context) => {
    const body = await read(context, Merge);
    return done(context, () => workspace.mergeUsers(body.survivingId, body.discardedId));
  });

  routes.post('/remove-conversation', async (context) => {
    const { conversationId } = await read(context, z.strictObject({ conversationId: z.string() }));
    return done(context, () => workspace.removeConversation(conversationId));
  });

  const ticket = new Hono();
  const ticketId = (context: Context) => Number(context.req.param('ticket'));

  ticket.post('/accept', async (context) => {
    const body = await read(context, z.strictObject({ agentId }));
    return done(context, () => workspace.accept(ticketId(context), body.agentId));
  });

  ticket.post('/reply', async (context) => {
    const { file, ...reply } = await read(context, Reply);
    return done(context, () =>
      workspace.reply(ticketId(context), {
        ...reply,
        ...(file && {
          file: {
            name: file.name,
            type: file.type,
            bytes: new Uint8Array(Buffer.from(file.data, 'base64')),
          },
        }),
      }),
    );
  });

  ticket.post('/note', async (context) => {
    const body = await read(context, z.strictObject({ text, agentId }));
    return done(context, () => workspace.note(ticketId(context), body.text, body.agentId));
  });

  ticket.post('/solve', (context) => done(context, () => workspace.solve(ticketId(context))));
  ticket.post('/close', (context) => done(context, () => workspace.close(ticketId(context))));

  ticket.post('/end', async (context) => {
    const ending = await read(context, Ending);
    return done(context, () => workspace.end(ticketId(context), ending));
  });

  ticket.post('/pass', async (context) => {
    const body = await read(context, z.strictObject({ agentId: z.int() }));
    return done(context, () => workspace.pass(ticketId(context), body.agentId));
  });

  ticket.post('/typing', async (context) => {
    const body = await read(context, z.strictObject({ agentId }));
    return done(context, () => workspace.typing(ticketId(context), body.agentId));
  });

  ticket.post('/delete-message', async (context) => {
    const { messageId } = await read(context, z.strictObject({ messageId: z.string() }));
    return done(context, () => workspace.deleteMessage(ticketId(context), messageId));
  });

  ticket.post('/inject', async (context) => {
    const body = await read(context, z.strictObject({ kind: Injection, text }));
    return done(context, () => workspace.inject(ticketId(context), body.kind, body.text));
  });

  routes.route('/tickets/:ticket', ticket);
  return routes;
}

/** A missing body is an empty one. */
async function read<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const body = await context.req.text();
  return schema.parse(body === '' ? {} : JSON.parse(body));
}

function done(context: Context, act: () => void) {
  act();
  return context.json({});
}
