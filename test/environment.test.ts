import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '../src/environment.ts';

const APP_KEY = { ZENDESK_APP_ID: 'app', ZENDESK_KEY_ID: 'key', ZENDESK_SECRET_KEY: 'secret' };
const OAUTH = { ZENDESK_OAUTH_CLIENT_ID: 'client', ZENDESK_OAUTH_CLIENT_SECRET: 'hidden' };
const TOKEN = { ZENDESK_EMAIL: 'admin@acme.example', ZENDESK_API_TOKEN: 'token' };
const ACME = { ZENDESK_SUBDOMAIN: 'acme' };

const PORT = 'PORT must be a port number from 0 to 65535.';
const PUBLIC_URL =
  'PUBLIC_URL must be the http(s) address that browsers use, such as https://chat.example.com.';
const ORIGINS =
  'ALLOWED_ORIGINS must be a comma list of origins without paths, such as https://shop.example.com.';
const SUBDOMAIN =
  'ZENDESK_SUBDOMAIN must be the first part of your Zendesk address in lower case, such as acme for acme.zendesk.com.';
const TRUSTED =
  'TRUSTED_PROXIES must be a number of reverse proxies, or a comma list of networks such as 10.0.0.0/8.';
const SHARED_SECRET =
  'SECRET is missing: with PostgreSQL set it to the same 32 or more characters on every machine.';
const NO_SUBDOMAIN =
  'ZENDESK_SUBDOMAIN is missing: set it to the first part of your Zendesk address, such as acme for acme.zendesk.com.';
const KEY_PARTS = 'ZENDESK_APP_ID, ZENDESK_KEY_ID, ZENDESK_SECRET_KEY';

describe('a wrong value stops the start with one sentence that names the variable and the fix:', () => {
  test.each<[Record<string, string>, string]>([
    [
      { MODEL_PROVIDER: 'llama', MODEL_NAME: 'm' },
      'MODEL_PROVIDER must be openai-compatible, anthropic or google.',
    ],
    [
      { MODEL_API_KEY: 'key' },
      'MODEL_PROVIDER is missing: set it to openai-compatible, anthropic or google.',
    ],
    [
      { MODEL_PROVIDER: 'anthropic', MODEL_API_KEY: 'key' },
      'MODEL_NAME is missing: set it to the model’s name at the provider.',
    ],
    [
      { MODEL_PROVIDER: 'google', MODEL_NAME: 'm' },
      'MODEL_API_KEY is missing: set it to a key of google.',
    ],
    [
      { MODEL_PROVIDER: 'openai-compatible', MODEL_NAME: 'm' },
      'MODEL_BASE_URL is missing: set it to the address of the endpoint, such as https://api.openai.com/v1.',
    ],
    [
      { MODEL_PROVIDER: 'openai-compatible', MODEL_NAME: 'm', MODEL_BASE_URL: 'localhost' },
      'MODEL_BASE_URL must be an http(s) address, such as https://api.openai.com/v1.',
    ],
    [{ PORT: 'http' }, PORT],
    [{ PORT: '-1' }, PORT],
    [{ PORT: '65536' }, PORT],
    [{ PORT: '80.5' }, PORT],
    [{ PUBLIC_URL: 'chat.example.com' }, PUBLIC_URL],
    [{ PUBLIC_URL: 'ftp://chat.example.com' }, PUBLIC_URL],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must be file: and a path, such as file:data/baton.db, or the postgres:// address of a PostgreSQL database.',
    ],
    [{ DATABASE_URL: 'postgres://db/baton' }, SHARED_SECRET],
    [{ DATABASE_URL: 'postgresql://db/baton', SECRET: '' }, SHARED_SECRET],
    [{ SECRET: 'short' }, 'SECRET must be at least 32 characters that nobody can guess.'],
    [{ ALLOWED_ORIGINS: 'shop.example.com' }, ORIGINS],
    [{ ALLOWED_ORIGINS: 'https://shop.example.com/' }, ORIGINS],
    [{ ALLOWED_ORIGINS: 'https://*.example.com' }, ORIGINS],
    [{ ALLOWED_ORIGINS: 'https://shop.example.com, *' }, ORIGINS],
    [{ ALLOWED_ORIGINS: 'https://shop.example.com,,https://a.example' }, ORIGINS],
    [{ ZENDESK_SUBDOMAIN: 'acme.zendesk.com' }, SUBDOMAIN],
    [{ ZENDESK_SUBDOMAIN: 'https://acme' }, SUBDOMAIN],
    [{ ZENDESK_SUBDOMAIN: 'Acme' }, SUBDOMAIN],
    [
      { ZENDESK_INTEGRATION: 'handoff' },
      'ZENDESK_INTEGRATION must be knowledge+handoff or knowledge.',
    ],
    [
      { ...ACME, ...TOKEN, ZENDESK_EMAIL: 'admin' },
      'ZENDESK_EMAIL must be the e-mail address of an admin or agent.',
    ],
    [
      { ...ACME, ...OAUTH, ZENDESK_OAUTH_CLIENT_ID: '  ' },
      'ZENDESK_OAUTH_CLIENT_ID must be text that is not blank.',
    ],
    [
      { ZENDESK_ORIGIN: 'localhost:4000' },
      'ZENDESK_ORIGIN must be an http(s) address, such as http://127.0.0.1:4000.',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be debug, info, warn, error or silent.'],
    [{ SETTLE_MS: '-5' }, 'SETTLE_MS must be milliseconds, from 0.'],
    [{ SETTLE_MS: 'soon' }, 'SETTLE_MS must be milliseconds, from 0.'],
    [{ LIMITS: 'none' }, 'LIMITS must be on or off.'],
    [{ ADMIN_PASSWORD: 'too short' }, 'ADMIN_PASSWORD must be at least 12 characters.'],
    [{ TRUSTED_PROXIES: 'all' }, TRUSTED],
    [{ TRUSTED_PROXIES: '-1' }, TRUSTED],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, TRUSTED],
    [{ TRUSTED_PROXIES: '10.0.0.0/8,' }, TRUSTED],
    [{ TRUSTED_PROXIES: 'loopback' }, TRUSTED],
    [APP_KEY, NO_SUBDOMAIN],
    [OAUTH, NO_SUBDOMAIN],
    [TOKEN, NO_SUBDOMAIN],
    [
      { ...ACME, ...APP_KEY, ZENDESK_KEY_ID: '' },
      `ZENDESK_KEY_ID is missing: ${KEY_PARTS} belong together, set all of them or none.`,
    ],
    [
      { ...ACME, ZENDESK_SECRET_KEY: 'secret' },
      `ZENDESK_APP_ID is missing: ${KEY_PARTS} belong together, set all of them or none.`,
    ],
    [
      { ...ACME, ZENDESK_OAUTH_CLIENT_ID: 'client' },
      'ZENDESK_OAUTH_CLIENT_SECRET is missing: ZENDESK_OAUTH_CLIENT_ID, ZENDESK_OAUTH_CLIENT_SECRET belong together, set all of them or none.',
    ],
    [
      { ...ACME, ZENDESK_API_TOKEN: 'token' },
      'ZENDESK_EMAIL is missing: ZENDESK_EMAIL, ZENDESK_API_TOKEN belong together, set all of them or none.',
    ],
  ])('%j', (env, sentence) => {
    expect(() => readEnvironment(env)).toThrow(new EnvironmentError(sentence));
  });

  test('and the value itself, which may be a secret, is not in it', () => {
    const canary = { SECRET: 'canary', ZENDESK_EMAIL: 'canary', PUBLIC_URL: 'canary' };
    for (const [name, value] of Object.entries(canary)) {
      expect(() => readEnvironment({ [name]: value })).toThrow(/^(?!.*canary)/);
    }
  });
});

describe('without a word in the environment', () => {
  test('it listens on this machine and waits to be connected', () => {
    expect(readEnvironment({ PATH: '/bin', HOME: '/root' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      databaseUrl: 'file:data/baton.db',
      secret: undefined,
      allowedOrigins: ['http://localhost:3000'],
      account: null,
      model: null,
      reachable: false,
      config: undefined,
      logLevel: 'info',
      settleMs: 75_000,
      limited: true,
      trustedProxies: { count: 0 },
      adminPassword: undefined,
    });
  });

  test('an empty value counts as none', () => {
    const empty = {
      PORT: '',
      PUBLIC_URL: '',
      ZENDESK_SUBDOMAIN: '',
      ZENDESK_KEY_ID: '',
      CONFIG: '',
    };
    expect(readEnvironment(empty)).toEqual(readEnvironment({}));
  });
});

describe('addresses', () => {
  test('the public one loses its last slash and is the one origin that may use the chat', () => {
    const { publicUrl, allowedOrigins } = readEnvironment({
      PUBLIC_URL: 'https://chat.example.com/baton//',
    });
    expect(publicUrl).toBe('https://chat.example.com/baton');
    expect(allowedOrigins).toEqual(['https://chat.example.com']);
  });

  test('several sites may be listed, and a sandbox by the word null', () => {
    const { allowedOrigins } = readEnvironment({
      ALLOWED_ORIGINS: 'https://shop.example.com, http://localhost:8080 ,null',
    });
    expect(allowedOrigins).toEqual(['https://shop.example.com', 'http://localhost:8080', 'null']);
  });

  test.each([
    ['https://chat.example.com', true],
    ['http://chat.example.com', false],
    ['https://localhost', false],
    ['https://127.0.0.1:3000', false],
    ['https://[::1]', false],
    ['https://macbook.local', false],
  ])('Zendesk can call %s: %s', (PUBLIC_URL, reachable) => {
    expect(readEnvironment({ PUBLIC_URL }).reachable).toBe(reachable);
  });

  test('a simulated Zendesk calls everything', () => {
    const env = { ...ACME, ZENDESK_ORIGIN: 'http://127.0.0.1:4000/' };
    expect(readEnvironment(env)).toMatchObject({
      reachable: true,
      account: { origin: 'http://127.0.0.1:4000' },
    });
    expect(readEnvironment({ ZENDESK_ORIGIN: 'http://127.0.0.1:4000' }).account).toBeNull();
  });
});

describe('an account is worth what is known of it:', () => {
  const accountOf = (env: Record<string, string>) => readEnvironment(env).account;

  test('the subdomain alone gives the public articles', () => {
    expect(accountOf(ACME)).toEqual({ origin: 'https://acme.zendesk.com' });
  });

  test('an app key gives the handoff, unless only knowledge is wanted', () => {
    const appKey = { appId: 'app', keyId: 'key', secretKey: 'secret' };
    expect(accountOf({ ...ACME, ...APP_KEY })).toMatchObject({ appKey });
    expect(accountOf({ ...ACME, ...APP_KEY, ZENDESK_INTEGRATION: 'knowledge' })).not.toHaveProperty(
      'appKey',
    );
  });

  test('a sign-in gives tickets too, unless only knowledge is wanted', () => {
    const both = accountOf({ ...ACME, ...OAUTH });
    const one = accountOf({ ...ACME, ...OAUTH, ZENDESK_INTEGRATION: 'knowledge' });

    expect(both).not.toHaveProperty('knowledgeOnly');
    expect(one).toMatchObject({ knowledgeOnly: true, signIn: { kind: 'oauth' } });
  });

  test('a sign-in gives the rest, OAuth before the token that will stop working', () => {
    const token = { kind: 'token', email: 'admin@acme.example', apiToken: 'token' };
    const oauth = { kind: 'oauth', clientId: 'client', clientSecret: 'hidden' };
    expect(accountOf({ ...ACME, ...TOKEN })).toMatchObject({ signIn: token });
    expect(accountOf({ ...ACME, ...TOKEN, ...OAUTH })).toMatchObject({ signIn: oauth });
  });
});
