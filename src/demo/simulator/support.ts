import { Hono } from 'hono';
import { availabilities, availabilityAnswer } from './availability.ts';
import { helpCenter } from './help-center.ts';
import type { Person } from './records.ts';
import { searchTickets } from './search.ts';
import { cursorPage, offsetPage } from './support-paging.ts';
import {
  adminOnly,
  answerSupportRefusal,
  recordNotFound,
  SupportRefusal,
  supportSignIn,
  teamOnly,
  type SupportEnv,
} from './support-sign-in.ts';
import { fileAnswer, ticketAnswer } from './ticket-answers.ts';
import { ticketsApi } from './tickets-api.ts';
import type { Zendesk } from './zendesk.ts';

/** Support under `/api/v2`, with the Help Center beside it. */
export function support(zendesk: Zendesk) {
  const api = new Hono<SupportEnv>();
  api.onError(answerSupportRefusal);
  api.use(supportSignIn(zendesk));

  /** Without credentials this still answers 200: with nobody. */
  api.get('/users/me', (context) => {
    const caller = context.get('supportCaller');
    if (caller.role === 'anonymous') {
      const user = { id: null, name: 'Anonymous user', email: 'invalid@example.com' };
      return context.json({ user: { ...user, role: 'end-user', active: false, verified: false } });
    }
    const person = zendesk.people.get(caller.id);
    if (!person) throw recordNotFound();
    return context.json({ user: { ...personAnswer(person), role: caller.role } });
  });

  api.route('/help_center', helpCenter(zendesk));

  api.use(teamOnly);
  api.route('/tickets', ticketsApi(zendesk));

  api.get('/users/:id', (context) => {
    const person = zendesk.people.get(Number(context.req.param('id')));
    if (!person) throw recordNotFound();
    return context.json({ user: personAnswer(person) });
  });

  api.get('/users/:id/tickets/requested', (context) => {
    const listed = [...zendesk.tickets.values()].filter(
      ({ requesterId }) => requesterId === Number(context.req.param('id')),
    );
    const { items, paging } = cursorPage(listed, context.req.url, zendesk.origin);
    return context.json({ tickets: items.map((item) => ticketAnswer(zendesk, item)), ...paging });
  });

  api.get('/search', (context) => {
    const query = context.req.query('query');
    if (!query) {
      throw new SupportRefusal(422, { error: 'invalid', description: 'The query is missing' });
    }
    const found = searchTickets(zendesk, query);
    const ordered = context.req.query('sort_order') === 'asc' ? found : found.toReversed();
    const { items, paging } = offsetPage(ordered, context.req.url, zendesk.origin);
    const results = items.map((item) => ({
      ...ticketAnswer(zendesk, item),
      result_type: 'ticket',
    }));
    return context.json({ results, facets: null, ...paging });
  });

  api.post('/uploads', async (context) => {
    const name = context.req.query('filename');
    if (!name) throw new SupportRefusal(400, { error: 'AttachmentInvalid' });
    const bytes = await context.req.arrayBuffer();
    const token = context.req.query('token') ?? zendesk.ids.secret().slice(0, 24);
    const type = context.req.header('content-type') ?? 'application/octet-stream';
    const file = { name, type, size: bytes.byteLength };
    zendesk.uploads.set(token, [...(zendesk.uploads.get(token) ?? []), file]);
    const expires_at = new Date(zendesk.clock.now() + 3_600_000).toISOString();
    return context.json({ upload: { token, expires_at, attachment: fileAnswer(file) } }, 201);
  });

  api.get('/agent_availabilities', adminOnly, (context) => {
    const { searchParams } = new URL(context.req.url);
    const listed = availabilities(zendesk, searchParams);
    const { items, paging } = cursorPage(listed, context.req.url, zendesk.origin);
    const answers = items.map((agent) => availabilityAnswer(zendesk, agent));
    return context.json({
      data: answers.map(({ data }) => data),
      ...(searchParams.has('select_channel') && {
        included: answers.map(({ channel }) => channel),
      }),
      ...paging,
    });
  });

  api.notFound((context) =>
    context.json({ error: 'InvalidEndpoint', description: 'Not found' }, 404),
  );
  return api;
}

function personAnswer(person: Person) {
  return { ...person, active: true, verified: true, locale: 'en-US', time_zone: 'London' };
}
