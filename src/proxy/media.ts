import type { ZendeskAccount } from '../zendesk/account.ts';
import type { Clock } from './clock.ts';
import { mediaAddress } from './media-address.ts';
import { checkAnnounced, peek } from './media-stream.ts';
import { mediaType, SNIFFED_BYTES } from './media-type.ts';
import { createPublicRequest, PrivateAddress, type Resolve } from './public-request.ts';
import { Refusal } from './refusal.ts';

const REDIRECTS = 3;
/** The beginning of a file has to be there after so long. */
const PATIENCE_MS = 20_000;

/** Gets a file of Zendesk's. Rejects with a `Refusal`; the type is what its bytes say. */
export type OpenMedia = (
  url: string,
  signal: AbortSignal,
) => Promise<{ isImage: boolean; type: string; body: ReadableStream<Uint8Array> }>;

type MediaOptions = {
  account: Pick<ZendeskAccount, 'origin' | 'appKey'>;
  /** For the account's own address. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  clock: Clock;
  resolve?: Resolve;
};

export function createMedia({ account, fetch, clock, resolve }: MediaOptions): OpenMedia {
  const publicRequest = createPublicRequest(resolve);
  const { keyId, secretKey } = account.appKey ?? {};
  const authorization =
    keyId === undefined ? null : `Basic ${Buffer.from(`${keyId}:${secretKey}`).toString('base64')}`;

  async function ask(address: string, signal: AbortSignal, redirects: number): Promise<Response> {
    const allowed = mediaAddress(address, account.origin);
    if (!allowed) throw new Refusal('not-allowed', 'Files are fetched from Zendesk only');
    const { url } = allowed;
    const hasKey = allowed.kind === 'account' && allowed.isPrivate && authorization !== null;
    const response =
      allowed.kind === 'zendesk'
        ? await publicRequest(url, signal)
        : await fetch(url.href, {
            redirect: 'manual',
            signal,
            headers: { 'accept-encoding': 'identity', ...(hasKey && { authorization }) },
          });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    if (redirects === 0 || !URL.canParse(location, url.href)) throw gone();
    return ask(new URL(location, url).href, signal, redirects - 1);
  }

  return async function openMedia(address, signal) {
    const patience = new AbortController();
    const follow = () => patience.abort(signal.reason);
    if (signal.aborted) follow();
    signal.addEventListener('abort', follow, { once: true });
    const cancel = clock.setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const response = await ask(address, patience.signal, REDIRECTS);
      if (response.status === 429 || response.status >= 500) throw away();
      if (response.status !== 200 || !response.body || isPacked(response)) {
        await response.body?.cancel();
        throw gone();
      }
      checkAnnounced(response.headers.get('content-length'));
      const { start, whole } = await peek(response.body, SNIFFED_BYTES, clock);
      const found = await mediaType(start);
      if (found.kind === 'markup') {
        await whole.cancel();
        throw new Refusal('unsupported-type', 'Markup is not handed out');
      }
      return { isImage: found.kind === 'image', type: found.type, body: whole };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof PrivateAddress) {
        throw new Refusal('not-allowed', 'The address is not on the open internet');
      }
      throw away();
    } finally {
      cancel();
    }
  };
}

/** We asked for the bytes as they are. */
function isPacked({ headers }: Response): boolean {
  const encoding = headers.get('content-encoding');
  return encoding !== null && encoding !== 'identity';
}

function gone(): Refusal {
  return new Refusal('not-found', 'There is no such file');
}

function away(): Refusal {
  return new Refusal('unavailable', 'The file cannot be had right now', 2_000);
}
