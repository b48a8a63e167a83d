import type { StoredEvent } from '../../src/protocol/event.ts';

/** A chat as its customer, its agents and Zendesk remember it. Nothing in here was asked of the server afterwards. */
export type ChatHistory = {
  name: string;
  /** What the customer said and was told is stored, in that order. */
  said: string[];
  /** Everybody who followed the conversation. The last one came when all was over and has read everything. */
  readers: Reader[];
  handoffs: HandoffHistory[];
};

export type Reader = {
  name: string;
  /** In the order in which they came. */
  events: StoredEvent[];
  /** How often the reader was told to start again. */
  resets: number;
};

export type HandoffHistory = {
  id: string;
  /** The customer took it back: what had not left by then does not have to arrive. */
  isCancelled: boolean;
  /** What our side posted, for each conversation at Zendesk that belongs to this handoff: there should be one. */
  arrived: string[][];
  tickets: number;
  /** What agents wrote, in that order. */
  replied: string[];
};
