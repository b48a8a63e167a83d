/** What only the account's owner can change, in words that fit after "Zendesk cannot be set up:". */
const problems = {
  'app-key': 'the key must be one of the app, from Admin Center > Conversations API',
  switchboard: 'messaging is switched off in the account',
  'agent-workspace': 'the account has no agent workspace for messaging',
  webhooks: 'the account has as many webhooks for conversations as Zendesk allows',
  'switchboard-integrations': 'the switchboard has as many integrations as Zendesk allows',
};

type Missing = keyof typeof problems;

/** The account lacks something that a handoff needs. */
export class ZendeskSetupError extends Error {
  override readonly name = 'ZendeskSetupError';
  readonly missing: Missing;

  constructor(missing: Missing) {
    super(`Zendesk cannot be set up: ${problems[missing]}`);
    this.missing = missing;
  }
}
