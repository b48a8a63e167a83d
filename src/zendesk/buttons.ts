import type { Button } from '../protocol/message-content.ts';
import type { ZendeskAction } from './content.ts';
import { safeAddress } from './safe-address.ts';

/**
 * What can be pressed. A webview opens as a link does. An address that we do not open makes no button, and neither do
 * `buy` and `locationRequest`, which a chat on a page cannot do: their words are said instead, see `spokenActions`.
 * @param prefix of the buttons' ids, which are their places: `0`, `1`; of the third item `2.0`
 */
export function buttonsOf(actions: readonly ZendeskAction[], prefix = ''): Button[] {
  return actions.flatMap((action, index) => buttonOf(action, `${prefix}${index}`) ?? []);
}

function buttonOf(action: ZendeskAction, id: string): Button | null {
  const { type, payload = '', uri, metadata } = action;
  const text = action.text?.trim();
  if (!text) return null;
  if (type === 'reply' || type === 'postback') {
    const hasFacts = Object.keys(metadata).length > 0;
    return { type, id, text, payload, ...(hasFacts && { metadata }) };
  }
  const url = type === 'link' || type === 'webview' ? safeAddress(uri) : null;
  return url === null ? null : { type: 'link', id, text, url };
}

/** The words of actions that are no buttons here, a line each. */
export function spokenActions(actions: readonly ZendeskAction[]): string[] {
  return actions.flatMap((action) => {
    const text = action.text?.trim();
    if (!text || buttonOf(action, '')) return [];
    return [[text, price(action)].filter(Boolean).join(' ')];
  });
}

/** `amount` is in the smallest unit; most currencies have hundred of it. */
function price({ type, amount, currency = 'USD' }: ZendeskAction): string {
  if (type !== 'buy' || amount === undefined) return '';
  return `(${(amount / 100).toFixed(2)} ${currency.toUpperCase()})`;
}
