import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { Settings } from '../protocol/settings.ts';
import type { Log } from '../proxy/log.ts';
import { createProxy, type Proxy } from '../proxy/proxy.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import shopTemplate from './shop/index.html?raw';
import shopStyles from './shop/shop.css?raw';
import { shopPage } from './shop/shop-page.ts';
import { demoAccount, shopName } from './simulator/account.ts';
import { onNode } from './simulator/on-node.ts';
import { createSimulator } from './simulator/simulator.ts';

const SIMULATOR = '/zendesk-simulator';

export type DemoOptions = {
  port: number;
  widgetFolder: string;
  /** Answers for the demo page itself. */
  page(request: Request): Response | Promise<Response>;
  log: Log;
};

export interface Demo {
  fetch(request: Request, env: Partial<HttpBindings>): Response | Promise<Response>;
  close(): Promise<void>;
}

/**
 * Everything the local demo shows, behind one port: the page, the shop on the other loopback name, the simulated Zendesk,
 * and the real proxy connected to it. Starts empty, and is empty again after a reset.
 */
export async function createDemo({ port, widgetFolder, page, log }: DemoOptions): Promise<Demo> {
  const origin = `http://localhost:${port}`;
  const simulator = createSimulator({ origin: `${origin}${SIMULATOR}` });
  const onSocket = onNode(simulator.fetch);
  let installed = await install();

  async function install(): Promise<{ proxy: Proxy; store: Store; folder: string }> {
    simulator.workspace.configure({ agentPictures: true });
    const folder = await mkdtemp(join(tmpdir(), 'baton-demo-'));
    const store = await openStore(`file:${join(folder, 'baton.db')}`);
    const proxy = await createProxy({
      store,
      settings: Settings.parse({
        assistant: { name: 'Finch', company: shopName },
        widget: {
          suggestions: [
            'Where is my order?',
            'Something arrived damaged',
            'How do I care for stoneware?',
          ],
        },
      }),
      account: {
        origin: `${origin}${SIMULATOR}`,
        appKey: demoAccount,
        signIn: {
          kind: 'oauth',
          clientId: demoAccount.oauthClientId,
          clientSecret: demoAccount.oauthClientSecret,
        },
      },
      publicUrl: origin,
      reachable: true,
      allowedOrigins: [origin, `http://127.0.0.1:${port}`],
      secret: 'the demo has nothing to keep secret',
      widgetFolder,
      log,
    });
    return { proxy, store, folder };
  }

  async function uninstall(): Promise<void> {
    await installed.proxy.close();
    await installed.store.close();
    await rm(installed.folder, { recursive: true, force: true });
  }

  async function reset(): Promise<Response> {
    await uninstall();
    simulator.reset();
    installed = await install();
    await installed.proxy.start();
    return Response.json({ ok: true });
  }

  // The proxy reads its articles from the simulator, which is reached through this same port.
  setImmediate(() => void installed.proxy.start());

  return {
    async fetch(request, env) {
      const url = new URL(request.url);
      if (url.pathname === '/shop') return html(shopPage(shopTemplate, origin, url));
      if (url.pathname === '/shop/shop.css') return css(shopStyles);
      if (url.pathname === `${SIMULATOR}/reset`) return reset();
      if (url.pathname.startsWith(`${SIMULATOR}/`)) {
        url.pathname = url.pathname.slice(SIMULATOR.length);
        const inner = new Request(url, request);
        return env.outgoing ? onSocket(inner, { outgoing: env.outgoing }) : simulator.fetch(inner);
      }
      if (/^\/(api|assets|baton|healthz|readyz)\b/.test(url.pathname)) {
        return installed.proxy.fetch(request, env);
      }
      return page(request);
    },
    async close() {
      simulator.close();
      await uninstall();
    },
  };
}

function html(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function css(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/css; charset=utf-8' } });
}
