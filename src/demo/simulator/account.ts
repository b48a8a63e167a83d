/** The one account the simulated Zendesk has. Nothing in here opens anything real. */
export const demoAccount = {
  subdomain: 'alder-and-finch',
  /** Whose API token and OAuth client these are: an admin, until the workspace is told otherwise. */
  email: 'priya.shah@alder-and-finch.example',
  apiToken: 'demo-api-token',
  oauthClientId: 'baton_demo',
  oauthClientSecret: 'demo-oauth-client-secret',
  appId: '67a0e5b1c2d3e4f5a6b7c8d9',
  keyId: 'app_67a0e5b1c2d3e4f5a6b7c8da',
  secretKey: 'demo-conversations-secret',
} as const;

export const shopName = 'Alder & Finch';

/** People with a seat in the account. Ids as in Support: plain numbers. */
export const admin = { id: 10_001, name: 'Priya Shah', email: demoAccount.email };
export const maya = { id: 10_011, name: 'Maya Okafor', email: 'maya@alder-and-finch.example' };
const jonas = { id: 10_012, name: 'Jonas Tan', email: 'jonas@alder-and-finch.example' };

export const agents = [maya, jonas];
export const supportGroupId = 20_001;
