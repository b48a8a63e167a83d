import { Hono } from 'hono';
import { removeUser } from './removal.ts';
import type { User } from './records.ts';
import { badRequest, notFound, Refusal } from './refusal.ts';
import { readJson } from './read-json.ts';
import { UserCreate, UserUpdate } from './requests.ts';
import type { ConversationsEnv } from './sign-in.ts';
import type { Zendesk } from './zendesk.ts';

/** `/v2/apps/{appId}/users` */
export function usersApi(zendesk: Zendesk) {
  const api = new Hono<ConversationsEnv>();

  api.post('/', async (context) => {
    const { profile, metadata, externalId, signedUpAt, toBeRetained, brandId } = await readJson(
      context,
      UserCreate,
    );
    if (externalId !== undefined && findUser(zendesk, externalId)) {
      throw new Refusal(409, 'conflict', 'A user with this externalId exists');
    }
    zendesk.visitors += 1;
    const user: User = {
      id: zendesk.ids.next(),
      externalId,
      brandId: brandId ?? null,
      signedUpAt: signedUpAt ?? new Date(zendesk.clock.now()).toISOString(),
      toBeRetained: toBeRetained ?? false,
      profile: profile ?? {},
      metadata: metadata ?? {},
      visitorName: `Visitor ${100 + zendesk.visitors}`,
    };
    zendesk.users.set(user.id, user);
    return context.json({ user: userAnswer(user) }, 201);
  });

  /** Matches verified identities only, and no user of the API has one. */
  api.get('/', (context) => {
    if (context.req.query('filter[identities.email]') === undefined) {
      throw badRequest('filter[identities.email] is required');
    }
    return context.json({ users: [] });
  });

  api.get('/:user', (context) => {
    return context.json({ user: userAnswer(requireUser(zendesk, context.req.param('user'))) });
  });

  api.patch('/:user', async (context) => {
    const user = requireUser(zendesk, context.req.param('user'));
    const { profile, ...rest } = await readJson(context, UserUpdate);
    Object.assign(user, rest);
    user.profile = { ...user.profile, ...profile };
    return context.json({ user: userAnswer(user) });
  });

  api.delete('/:user', (context) => {
    removeUser(zendesk, requireUser(zendesk, context.req.param('user')));
    return context.json({});
  });

  api.delete('/:user/personalinformation', (context) => {
    const user = requireUser(zendesk, context.req.param('user'));
    user.profile = {};
    user.metadata = {};
    return context.json({ user: userAnswer(user) });
  });

  return api;
}

/** By id or by external id, as the path of a request may name a user either way. */
function findUser(zendesk: Zendesk, idOrExternalId: string): User | undefined {
  return (
    zendesk.users.get(idOrExternalId) ??
    [...zendesk.users.values()].find(({ externalId }) => externalId === idOrExternalId)
  );
}

export function requireUser(zendesk: Zendesk, idOrExternalId: string): User {
  const user = findUser(zendesk, idOrExternalId);
  if (!user) throw notFound('user');
  return user;
}

function userAnswer({
  id,
  externalId,
  brandId,
  signedUpAt,
  toBeRetained,
  profile,
  metadata,
}: User) {
  return {
    id,
    externalId: externalId ?? null,
    zendeskId: null,
    brandId,
    authenticated: false,
    signedUpAt,
    toBeRetained,
    hasPaymentInfo: false,
    identities: [],
    profile,
    metadata,
  };
}
