import type { Call } from './calls.ts';

/** Where a server can be made to die. */
export type NamedPoint = { name: string } & (
  | { type: 'commit'; change: string; moment: 'before' | 'after' }
  | { type: 'call'; call: Call; moment: CallMoment }
);

/** The request never arrives, arrives when its sender is long dead, or is carried out and its answer is lost. */
export type CallMoment = 'lost' | 'late' | 'done';

/** What a transaction changes, as `kill-at-commit.mjs` sees it, and in words that fit after "the commit that stores". */
const COMMITS = [
  ['event started', 'a new conversation'],
  ['event message:*', 'what the customer said'],
  ['event answer:*', 'what the AI agent said'],
  ['event requested:*', 'a handoff with all its requests'],
  ['lease', 'who delivers a conversation'],
  ['ensure-user inflight', 'the intent to make the user'],
  ['ensure-conversation inflight', 'the intent to make the conversation'],
  ['take-control inflight', 'the intent to take control'],
  ['post-message inflight', 'the intent to post a message'],
  ['pass-control inflight', 'the intent to pass control'],
  ['offer-control inflight', 'the intent to have control offered'],
  ['release-control inflight', 'the intent to release control'],
  ['mark-read inflight', 'the intent to say that the customer has read'],
  ['event shared:*', 'the summary'],
  ['ensure-user sent', 'who the user is'],
  ['ensure-conversation sent', 'which the conversation is'],
  ['take-control sent', 'that control was taken'],
  ['post-message sent', 'that a message was posted'],
  ['pass-control sent', 'that control was passed'],
  ['offer-control sent', 'that control was offered'],
  ['release-control sent', 'that control was released'],
  ['event waiting:*', 'that the agents have the chat'],
  ['event live:*', 'that an agent speaks'],
  ['event zendesk:*', 'what an agent said'],
  ['event ended:*', 'that a handoff is over'],
  ['event read:customer:*', 'how far the customer has read'],
  ['event read:agent:*', 'how far the agents have read'],
] as const;

const CALLS = [
  'make the user',
  'make the conversation',
  'take control',
  'post the summary',
  'post what the customer said',
  'post what the AI agent said',
  'pass control',
  'have control offered',
  'say that the customer has read',
  'release control',
] as const;

const WORDS: Record<CallMoment, string> = {
  lost: 'the request is lost',
  late: 'the request arrives later',
  done: 'it is done, the answer is lost',
};

/** Before and after everything that a chat commits, and around every call to Zendesk that it needs. */
export const CHAT_POINTS: readonly NamedPoint[] = [
  ...COMMITS.flatMap(([change, stored]) => [
    commitPoint('before', change, stored),
    commitPoint('after', change, stored),
  ]),
  ...CALLS.flatMap((call) => [
    callPoint('lost', call),
    callPoint('late', call),
    callPoint('done', call),
  ]),
];

/** The points of a first start, in their order: each is passed only once. */
export const FIRST_START_POINTS: readonly NamedPoint[] = [
  commitPoint('before', 'setting install-id', 'which installation this is'),
  commitPoint('after', 'setting install-id', 'which installation this is'),
  callPoint('lost', 'make the integration'),
  callPoint('done', 'make the integration'),
  callPoint('lost', 'link the integration'),
  callPoint('done', 'link the integration'),
];

function commitPoint(moment: 'before' | 'after', change: string, stored: string): NamedPoint {
  return { type: 'commit', change, moment, name: `${moment} the commit that stores ${stored}` };
}

function callPoint(moment: CallMoment, call: Call): NamedPoint {
  return { type: 'call', call, moment, name: `asked to ${call}: ${WORDS[moment]}` };
}
