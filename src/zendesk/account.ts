/** The Key ID, Secret key and App ID from Admin Center: a key of app scope. */
export type AppKey = { appId: string; keyId: string; secretKey: string };

/**
 * How Support and the Help Center know us. Zendesk creates no API tokens since 2026-10-27 and ends the last ones on
 * 2027-04-30; `oauth` is the client credentials grant, which acts as whoever made the client.
 */
export type SignInMethod =
  | { kind: 'oauth'; clientId: string; clientSecret: string }
  | { kind: 'token'; email: string; apiToken: string };

/** Where and as whom. The app key opens the chat, the sign-in tickets and articles; neither is needed for the other. */
export type ZendeskAccount = {
  /** Such as https://acme.zendesk.com, without a slash at the end; may carry a path prefix. */
  origin: string;
  appKey?: AppKey;
  signIn?: SignInMethod;
  /** Only articles are wanted: whatever else the credentials open is left alone. */
  knowledgeOnly?: boolean;
};
