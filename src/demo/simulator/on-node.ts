import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionCut } from './connection.ts';

type NodeBindings = { outgoing: { destroy(): unknown } };

/**
 * The simulator's `fetch` for `@hono/node-server`: where a simulated connection breaks, the real
 * socket is destroyed, and the caller sees what it would see of a broken network.
 */
export function onNode(
  fetch: (request: Request) => Promise<Response>,
): (request: Request, bindings: NodeBindings) => Promise<Response> {
  return async (request, { outgoing }) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionCut)) throw error;
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
}
