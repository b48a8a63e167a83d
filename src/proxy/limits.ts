import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Settings } from '../protocol/settings.ts';
import { createPlaces } from './places.ts';
import { Refusal } from './refusal.ts';

/** What is counted. */
export type Limited =
  | 'messages'
  | 'files'
  | 'opinions'
  | 'conversations'
  | 'handoffs'
  | 'connections'
  | 'streams';

/** Who asks: the conversation, or what stands for it, and the address it is asked from, where they are known. */
export type Asker = { conversation: string | null; sender: string | null };

/**
 * How much of our time, and of the team's, one visitor can take. Counted by conversation first and by address ten times
 * higher, so that a visitor who is refused costs those behind the same address nothing. Kept in memory: with several
 * processes each counts what it sees.
 */
export interface Limits {
  /** Counts one more. Throws a `Refusal` when it is one too many. */
  count(what: Exclude<Limited, 'streams'>, asker: Asker): Promise<void>;
  /**
   * A place for a stream or long poll; the result gives it back. Throws a `Refusal` when there is none. One that has been
   * there for a minute may lose its place to another of the same conversation: then `letGo` is called.
   */
  openStream(asker: Asker, letGo?: () => void): () => void;
}

const BY_ADDRESS = 10;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const SAFE_MS = 60_000;
/** A place of another conversation at the same address may be free at any time. */
const NEXT_TRY_MS = 5_000;

const WORDS: Record<Limited, string> = {
  messages: 'These are too many messages at once',
  files: 'These are too many files in one hour',
  opinions: 'These are too many opinions at once',
  conversations: 'These are too many new conversations from one address',
  handoffs: 'A person was asked for too often from one address',
  connections: 'These are too many connections in too little time',
  streams: 'Too many streams are open',
};

export const NO_LIMITS: Limits = {
  count: async () => {},
  openStream: () => () => {},
};

export function createLimits(
  settings: Settings['limits'],
  now: () => number,
  onRefused: (what: Limited) => void,
): Limits {
  const counters = {
    messages: counterOf(settings.messagesPerMinute * BY_ADDRESS, MINUTE_S, BY_ADDRESS),
    files: counterOf(settings.filesPerHour * BY_ADDRESS, HOUR_S, BY_ADDRESS),
    opinions: counterOf(settings.messagesPerMinute * BY_ADDRESS, MINUTE_S, BY_ADDRESS),
    connections: counterOf(settings.connectionsPerMinute * BY_ADDRESS, MINUTE_S, BY_ADDRESS),
    // Of these a conversation has one, or one at a time: nobody asks for more of them in its name.
    conversations: counterOf(settings.conversationsPerHour, HOUR_S),
    handoffs: counterOf(settings.handoffsPerHour, HOUR_S),
  };
  const byConversation = createPlaces(settings.streams, SAFE_MS, now);
  const bySender = createPlaces(settings.streamsPerAddress, SAFE_MS, now);

  function refuse(what: Limited, retryAfterMs: number): never {
    onRefused(what);
    throw new Refusal('too-many-requests', WORDS[what], Math.max(Math.ceil(retryAfterMs), 1));
  }

  return {
    async count(what, asker) {
      const waitMs = await counters[what](asker);
      if (waitMs !== null) refuse(what, waitMs);
    },
    openStream({ conversation, sender }, letGo) {
      const fromHere = sender === null ? () => {} : bySender.take(sender);
      if (!fromHere) refuse('streams', NEXT_TRY_MS);
      const inConversation =
        conversation === null ? () => {} : byConversation.take(conversation, letGo);
      if (!inConversation) {
        fromHere();
        refuse('streams', byConversation.waitMs(conversation ?? ''));
      }
      return () => {
        fromHere();
        inConversation();
      };
    },
  };
}

/**
 * Counts one, and gives null, or how long to wait if it is one too many, in ms. `points` in `duration` seconds are for an
 * address; a conversation has a `share`-th of them.
 */
function counterOf(
  points: number,
  duration: number,
  share = 1,
): (asker: Asker) => Promise<number | null> {
  const byConversation = new RateLimiterMemory({ points: points / share, duration });
  const bySender = new RateLimiterMemory({ points, duration });

  return async ({ conversation, sender }) => {
    // A sender beyond its limit makes no entries in our memory.
    const known = sender === null ? null : await bySender.get(sender);
    const isBeyond = known !== null && known.consumedPoints >= points;
    if (isBeyond && known.msBeforeNext > 0) return known.msBeforeNext;
    try {
      if (conversation !== null) await byConversation.consume(conversation);
      if (sender !== null) await bySender.consume(sender);
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
      throw refused;
    }
  };
}
