import { z } from 'zod';
import type { ModelAccount } from './agent/providers.ts';
import { NOBODY, readTrustedProxies, type TrustedProxies } from './proxy/client-address.ts';
import type { ZendeskAccount } from './zendesk/account.ts';

/** Something in the environment is missing or wrong: one sentence with the variable and the fix. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const text = z.string().trim().min(1).optional();
const webUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** Every variable that is read. */
const Variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webUrl.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/)
    .default('file:data/baton.db'),
  SECRET: z.string().min(32).optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.string().refine(isOrigin)))
    .optional(),
  ZENDESK_SUBDOMAIN: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .optional(),
  ZENDESK_INTEGRATION: z.enum(['knowledge+handoff', 'knowledge']).default('knowledge+handoff'),
  ZENDESK_OAUTH_CLIENT_ID: text,
  ZENDESK_OAUTH_CLIENT_SECRET: text,
  ZENDESK_EMAIL: z.email().optional(),
  ZENDESK_API_TOKEN: text,
  ZENDESK_APP_ID: text,
  ZENDESK_KEY_ID: text,
  ZENDESK_SECRET_KEY: text,
  ZENDESK_ORIGIN: webUrl.optional(),
  MODEL_PROVIDER: z.enum(['openai-compatible', 'anthropic', 'google']).optional(),
  MODEL_NAME: text,
  MODEL_API_KEY: text,
  MODEL_BASE_URL: webUrl.optional(),
  CONFIG: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SETTLE_MS: z.coerce.number().int().min(0).default(75_000),
  LIMITS: z.enum(['on', 'off']).default('on'),
  TRUSTED_PROXIES: z
    .string()
    .transform(readTrustedProxies)
    .pipe(z.custom<TrustedProxies>((trusted) => trusted !== null))
    .default(NOBODY),
  ADMIN_PASSWORD: z.string().min(12).optional(),
});
type Variables = z.output<typeof Variables>;

/** What a variable must be, in words that fit after "must be". */
const MUST_BE: Record<string, string> = {
  PORT: 'a port number from 0 to 65535',
  PUBLIC_URL: 'the http(s) address that browsers use, such as https://chat.example.com',
  DATABASE_URL:
    'file: and a path, such as file:data/baton.db, or the postgres:// address of a PostgreSQL database',
  SECRET: 'at least 32 characters that nobody can guess',
  ALLOWED_ORIGINS: 'a comma list of origins without paths, such as https://shop.example.com',
  ZENDESK_SUBDOMAIN:
    'the first part of your Zendesk address in lower case, such as acme for acme.zendesk.com',
  ZENDESK_INTEGRATION: 'knowledge+handoff or knowledge',
  ZENDESK_EMAIL: 'the e-mail address of an admin or agent',
  ZENDESK_ORIGIN: 'an http(s) address, such as http://127.0.0.1:4000',
  MODEL_PROVIDER: 'openai-compatible, anthropic or google',
  MODEL_BASE_URL: 'an http(s) address, such as https://api.openai.com/v1',
  LOG_LEVEL: 'debug, info, warn, error or silent',
  SETTLE_MS: 'milliseconds, from 0',
  LIMITS: 'on or off',
  TRUSTED_PROXIES: 'a number of reverse proxies, or a comma list of networks such as 10.0.0.0/8',
  ADMIN_PASSWORD: 'at least 12 characters',
};

const AppKeyVariables = z.object({
  ZENDESK_APP_ID: z.string(),
  ZENDESK_KEY_ID: z.string(),
  ZENDESK_SECRET_KEY: z.string(),
});
const OAuthVariables = z.object({
  ZENDESK_OAUTH_CLIENT_ID: z.string(),
  ZENDESK_OAUTH_CLIENT_SECRET: z.string(),
});
const TokenVariables = z.object({ ZENDESK_EMAIL: z.string(), ZENDESK_API_TOKEN: z.string() });

export type Environment = {
  port: number;
  host: string;
  publicUrl: string;
  databaseUrl: string;
  secret: string | undefined;
  allowedOrigins: string[];
  account: ZendeskAccount | null;
  /** The language model that answers; null for the built-in agent. */
  model: ModelAccount | null;
  /** Whether Zendesk can call `publicUrl`. */
  reachable: boolean;
  /** The settings file, if one was named. */
  config: string | undefined;
  logLevel: string;
  settleMs: number;
  /** False: visitors and addresses are not limited. */
  limited: boolean;
  trustedProxies: TrustedProxies;
  /** Opens `/metrics`; without it there is none. */
  adminPassword: string | undefined;
};

/** Reads the environment. Throws an `EnvironmentError` on the first thing that is wrong; empty values count as absent. */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const variables = readVariables(env);
  const { PORT, PUBLIC_URL = `http://localhost:${PORT}`, ZENDESK_ORIGIN } = variables;
  if (variables.SECRET === undefined && !variables.DATABASE_URL.startsWith('file:')) {
    throw new EnvironmentError(
      'SECRET is missing: with PostgreSQL set it to the same 32 or more characters on every machine.',
    );
  }
  return {
    port: PORT,
    host: variables.HOST,
    publicUrl: PUBLIC_URL,
    databaseUrl: variables.DATABASE_URL,
    secret: variables.SECRET,
    allowedOrigins: variables.ALLOWED_ORIGINS ?? [new URL(PUBLIC_URL).origin],
    account: readAccount(variables),
    model: readModel(variables),
    reachable: ZENDESK_ORIGIN !== undefined || isPublic(PUBLIC_URL),
    config: variables.CONFIG,
    logLevel: variables.LOG_LEVEL,
    settleMs: variables.SETTLE_MS,
    limited: variables.LIMITS === 'on',
    trustedProxies: variables.TRUSTED_PROXIES,
    adminPassword: variables.ADMIN_PASSWORD,
  };
}

function readVariables(env: Record<string, string | undefined>): Variables {
  const given = Object.entries(env).filter(([, value]) => value !== '');
  const result = Variables.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]);
  throw new EnvironmentError(`${name} must be ${MUST_BE[name] ?? 'text that is not blank'}.`);
}

function readAccount(variables: Variables): ZendeskAccount | null {
  const key = together(variables, AppKeyVariables);
  const oauth = together(variables, OAuthVariables);
  const token = together(variables, TokenVariables);
  const { ZENDESK_SUBDOMAIN: subdomain, ZENDESK_ORIGIN, ZENDESK_INTEGRATION } = variables;
  if (subdomain === undefined) {
    if (!key && !oauth && !token) return null;
    throw new EnvironmentError(
      'ZENDESK_SUBDOMAIN is missing: set it to the first part of your Zendesk address, such as acme for acme.zendesk.com.',
    );
  }
  return {
    origin: ZENDESK_ORIGIN ?? `https://${subdomain}.zendesk.com`,
    ...(ZENDESK_INTEGRATION === 'knowledge' && { knowledgeOnly: true }),
    ...(key &&
      ZENDESK_INTEGRATION === 'knowledge+handoff' && {
        appKey: {
          appId: key.ZENDESK_APP_ID,
          keyId: key.ZENDESK_KEY_ID,
          secretKey: key.ZENDESK_SECRET_KEY,
        },
      }),
    ...(token && {
      signIn: { kind: 'token', email: token.ZENDESK_EMAIL, apiToken: token.ZENDESK_API_TOKEN },
    }),
    ...(oauth && {
      signIn: {
        kind: 'oauth',
        clientId: oauth.ZENDESK_OAUTH_CLIENT_ID,
        clientSecret: oauth.ZENDESK_OAUTH_CLIENT_SECRET,
      },
    }),
  };
}

function readModel(variables: Variables): ModelAccount | null {
  const { MODEL_PROVIDER: provider, MODEL_NAME: name, MODEL_API_KEY: apiKey } = variables;
  const { MODEL_BASE_URL: baseUrl } = variables;
  if (provider === undefined) {
    if (name === undefined && apiKey === undefined && baseUrl === undefined) return null;
    throw new EnvironmentError(
      'MODEL_PROVIDER is missing: set it to openai-compatible, anthropic or google.',
    );
  }
  if (name === undefined) {
    throw new EnvironmentError(
      'MODEL_NAME is missing: set it to the model’s name at the provider.',
    );
  }
  if (provider === 'openai-compatible' && baseUrl === undefined) {
    throw new EnvironmentError(
      'MODEL_BASE_URL is missing: set it to the address of the endpoint, such as https://api.openai.com/v1.',
    );
  }
  if (provider !== 'openai-compatible' && apiKey === undefined) {
    throw new EnvironmentError(`MODEL_API_KEY is missing: set it to a key of ${provider}.`);
  }
  return { provider, name, apiKey, baseUrl };
}

/** Variables that only work together: all of them, or null when there is none. */
function together<T>(variables: Variables, Group: z.ZodObject<z.ZodRawShape> & z.ZodType<T>) {
  const result = Group.safeParse(variables);
  if (result.success) return result.data;
  const names = Object.keys(Group.shape);
  const missing = result.error.issues.map(({ path }) => String(path[0]));
  if (missing.length === names.length) return null;
  throw new EnvironmentError(
    `${missing[0]} is missing: ${names.join(', ')} belong together, set all of them or none.`,
  );
}

function isOrigin(origin: string): boolean {
  if (origin === 'null') return true;
  return !origin.includes('*') && URL.canParse(origin) && new URL(origin).origin === origin;
}

/** Zendesk calls https addresses on the internet only. */
function isPublic(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && !/^localhost$|^127\.|^\[::1\]$|\.local(host)?$/.test(hostname);
}
