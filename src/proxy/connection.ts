import type { ConversationsApi } from '../zendesk/conversations.ts';
import { ZendeskSetupError } from '../zendesk/setup-error.ts';
import { setUp, type ZendeskSetup } from '../zendesk/setup.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import type { Clock } from './clock.ts';
import { factsOf, type Log } from './log.ts';

/** Wrong key, too small a scope, wrong app. */
const FINAL = [401, 403, 404];
/** What to do about keys that Zendesk refuses. */
export const CHECK_KEYS =
  'Check ZENDESK_APP_ID, ZENDESK_KEY_ID and ZENDESK_SECRET_KEY: copy all three from the same key';
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** Nothing changes by itself there. */
const REFUSED_RETRY_MS = 5 * 60_000;

/** The connection to one Zendesk account, as it stands now. */
export interface Connection {
  /** What was found or made at Zendesk; null until then. Rows of the outbox wait for it. */
  setup(): ZendeskSetup | null;
  /** Zendesk has refused our credentials, or lacks what a handoff needs: waiting will not change it. */
  isRefused(): boolean;
  /** For the operator: `ready`, or what is missing. */
  status(): string;
  start(): void;
  /** Something that was set up may be gone: it is looked for, and made again. */
  recheck(): void;
  close(): void;
}

type ConnectionOptions = {
  api: ConversationsApi;
  installId: string;
  /** Null: Zendesk cannot reach us, polling carries the chat. */
  webhookUrl: string | null;
  /** Setup is done: what waited for it can go. */
  onReady(): void;
  clock: Clock;
  log: Log;
};

/** Sets up what Zendesk needs of us in the background, again and again until it is done; the start never waits for it. */
export function createConnection(options: ConnectionOptions): Connection {
  const { api, installId, webhookUrl, clock, log } = options;
  let setup: ZendeskSetup | null = null;
  let problem = 'not set up yet';
  let isRefused = false;
  let closed = false;
  let isAttempting = false;
  let cancel = () => {};

  async function attempt(retryMs: number): Promise<void> {
    isAttempting = true;
    try {
      setup = await setUp(api, { installId, webhookUrl });
      isRefused = false;
      if (closed) return;
      log.info({ integrationId: setup.integrationId }, 'Zendesk is set up');
      isAttempting = false;
      options.onReady();
    } catch (error) {
      if (closed) return;
      problem = factsOf(error).error;
      isRefused =
        error instanceof ZendeskSetupError ||
        (error instanceof ZendeskError && FINAL.includes(error.status ?? 0));
      log.warn({ problem, ...(isRefused && { fix: CHECK_KEYS }) }, 'Zendesk is not set up yet');
      const next = Math.min(retryMs * 2, LAST_RETRY_MS);
      const afterMs = isRefused ? REFUSED_RETRY_MS : retryMs;
      cancel = clock.setTimeout(() => void attempt(next), afterMs);
    }
  }

  return {
    setup: () => setup,
    isRefused: () => isRefused,
    status: () => (setup ? 'ready' : problem),
    start: () => void attempt(FIRST_RETRY_MS),
    recheck() {
      if (!isAttempting) void attempt(FIRST_RETRY_MS);
    },
    close() {
      closed = true;
      cancel();
    },
  };
}
