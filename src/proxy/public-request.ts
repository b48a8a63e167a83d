import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Finds the addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** The host stands for a machine that is not on the open internet. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

const resolveBySystem: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });

/**
 * GETs an https address from the open internet. The host is looked up once and the connection goes to the address that
 * was looked at, so that a name cannot turn into a machine beside ours in between. Redirects are given back, not followed.
 */
export function createPublicRequest(resolve: Resolve = resolveBySystem) {
  return async function publicRequest(url: URL, signal: AbortSignal): Promise<Response> {
    const addresses = await resolve(url.hostname);
    const [address] = addresses;
    if (!address || !addresses.every((each) => isPublicAddress(each.address))) {
      throw new PrivateAddress(`${url.hostname} is not on the open internet`);
    }
    return get(url, address, signal);
  };
}

function get(url: URL, address: LookupAddress, signal: AbortSignal): Promise<Response> {
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [address]);
    else callback(null, address.address, address.family);
  };
  return new Promise((resolve, reject) => {
    const headers = { accept: '*/*', 'accept-encoding': 'identity' };
    const sent = request(url, { lookup, headers, signal, agent: false }, (incoming) => {
      const { statusCode = 502, headers: received } = incoming;
      const known = ['content-length', 'content-encoding', 'location'].flatMap((name) => {
        const value = received[name];
        return typeof value === 'string' ? [[name, value] as const] : [];
      });
      const body = statusCode === 200 ? streamOf(incoming) : null;
      if (!body) incoming.resume();
      resolve(new Response(body, { status: statusCode, headers: Object.fromEntries(known) }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<unknown> = incoming[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else if (value instanceof Uint8Array) controller.enqueue(value);
    },
    cancel: () => void incoming.destroy(),
  });
}
