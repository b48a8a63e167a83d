import { Hono } from 'hono';
import { answerFile, attachmentsApi } from './attachments-api.ts';
import { controlApi } from './control-api.ts';
import { conversationsApi } from './conversations-api.ts';
import { integrationsApi } from './integrations-api.ts';
import { messagesApi } from './messages-api.ts';
import { answerRefusal, Refusal } from './refusal.ts';
import { appKeyOnly, keyHolder, signIn, type ConversationsEnv } from './sign-in.ts';
import { switchboardsApi } from './switchboards-api.ts';
import { usersApi } from './users-api.ts';
import { appAnswer, type Zendesk } from './zendesk.ts';

/** The Conversations API under `/sc`: what is here of OpenAPI 17, and 404 for the rest. */
export function conversationsWire(zendesk: Zendesk) {
  const wire = new Hono<ConversationsEnv>();
  wire.onError(answerRefusal);

  const app = new Hono<ConversationsEnv>();
  app.get('/', appKeyOnly, (context) => context.json({ app: appAnswer(zendesk) }));
  app.route('/users', usersApi(zendesk));
  app.route('/conversations', conversationsApi(zendesk));
  app.route('/conversations', messagesApi(zendesk));
  app.route('/conversations', controlApi(zendesk));
  app.route('/attachments', attachmentsApi(zendesk));
  app.route('/integrations', integrationsApi(zendesk));
  app.route('/switchboards', switchboardsApi(zendesk));

  wire.use('/v2/apps/:appId/*', signIn(zendesk));
  wire.route('/v2/apps/:appId', app);

  /** Attachments are private, as in accounts made since December 2024: a browser cannot load them. */
  wire.get('/attachments/v2/:id/:name', (context) => {
    if (!keyHolder(zendesk, context.req.header('authorization'))) {
      throw new Refusal(401, 'unauthorized', 'Authorization is required');
    }
    return answerFile(context, zendesk.attachments.get(context.req.param('id')));
  });

  wire.notFound((context) =>
    context.json({ errors: [{ code: 'not_found', title: 'Not found' }] }, 404),
  );
  return wire;
}
