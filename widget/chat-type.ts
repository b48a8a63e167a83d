import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Contact, EmailContact } from '../src/protocol/contact.ts';
import type { Conversation } from '../src/protocol/conversation.ts';
import type { Feedback } from '../src/protocol/event.ts';
import type { Response } from '../src/protocol/message-content.ts';
import type { WidgetSettings } from '../src/protocol/routes.ts';

/** What is seen, as `data-state` on the panel. */
export type ChatState =
  | 'idle'
  | 'ai'
  | 'streaming'
  | 'requesting'
  | 'queued'
  | 'human'
  | 'ended'
  | 'unavailable';

/** A message of the customer that the proxy has not confirmed yet. It keeps its place at the end of the log. */
export type UnsentMessage = {
  id: string;
  text: string;
  /** ISO time of the first try. */
  at: string;
  state: 'sending' | 'waiting-for-connection' | 'failed';
  /** The message that it answers, by a button or as a form. */
  response?: Response;
};

/** An answer that is being written. */
export type OpenAnswer = {
  id: string;
  replyTo: string;
  text: string;
  /** When the question was sent, ms since 1970: three dots after 600 ms, a line after 8 s. */
  askedAt: number;
};

export type Connection = 'connected' | 'offline' | 'reconnecting' | 'back';

/** Something that went wrong and is said in the panel until it is over. */
export type Problem =
  | { type: 'rate-limited'; retryAt: number }
  | { type: 'expired' }
  | { type: 'handoff-not-sent' };

/** What the customer thinks of an answer, or of a chat with a person: from 1, bad, to 5, great. */
export type Opinion =
  | { type: 'feedback'; messageId: string; feedback: Feedback }
  | { type: 'rating'; handoffId: string; score: number };

/** What the customer says when they ask for a person: how to reach them, and the summary in their own words. */
export type PersonRequest = { contact?: Contact; summary?: string };

/** A request that the team answers by e-mail. */
export type TicketRequest = { contact: EmailContact; summary?: string };

/** State and actions of the chat. Components read the signals and call the actions; nothing else fetches or stores. */
export type Chat = {
  settings: ReadonlySignal<WidgetSettings | null>;
  conversation: ReadonlySignal<Conversation>;
  state: ReadonlySignal<ChatState>;
  unsent: ReadonlySignal<readonly UnsentMessage[]>;
  /** The customer's message that waits for an answer of the AI agent, and what there is of it (text '' at first). */
  answer: ReadonlySignal<OpenAnswer | null>;
  draft: Signal<string>;
  canHandOff: ReadonlySignal<boolean>;
  /** Since when a handoff is on its way or waiting, ms since 1970. */
  handoffSince: ReadonlySignal<number | null>;
  connection: ReadonlySignal<Connection>;
  problem: ReadonlySignal<Problem | null>;
  agentTyping: ReadonlySignal<boolean>;
  isOpen: ReadonlySignal<boolean>;
  /** There is something to show of a conversation, or will be soon: what shows it may be loaded. */
  isUnderWay: ReadonlySignal<boolean>;
  /** Who opened the panel. Focus follows the customer only: a page that opens the chat must not take it away. */
  openedBy: ReadonlySignal<'customer' | 'page'>;
  /** Messages of people that came while the panel was closed or scrolled up. */
  unread: ReadonlySignal<number>;

  open(by?: 'customer' | 'page'): void;
  close(): void;
  /** Somebody is about to write. */
  prepare(): void;
  /** Sends the draft, or the text given, which may answer a message. Blank text sends nothing. */
  send(text?: string, response?: Response): void;
  /** Gets a picture or file of the conversation, by the name it has in a message. Rejects as a request does. */
  fetchFile(file: string): Promise<Blob>;
  /**
   * Tells an opinion; fulfilled when it stands in the conversation. Feedback is told as soon as it can be, a rating at once
   * or not at all: then this rejects.
   */
  giveOpinion(opinion: Opinion): Promise<void>;
  retry(messageId: string): void;
  discard(messageId: string): void;
  /** Sends a message of the conversation once more: for the answer that failed, or to the agents it did not reach. */
  answerAgain(messageId: string): void;
  stopAnswer(): void;
  requestHandoff(request?: PersonRequest): void;
  /** Leaves a request for the team; fulfilled when it stands in the conversation, rejects if it cannot be left. */
  leaveTicket(ticket: TicketRequest): Promise<void>;
  /** The summary that a request would share now, null if there is none. Rejects as a request does. */
  previewSummary(): Promise<string | null>;
  cancelHandoff(): void;
  endChat(): void;
  startNewChat(): void;
  reconnect(): void;
  /** The customer has seen the log down to its end, in a focused tab. */
  markSeen(): void;
  /** Loads the settings again, after a failed boot or in another language; `asked` are on their way already. */
  boot(asked?: Promise<WidgetSettings>): void;
  /** Undoes everything: streams, timers, listeners, tabs. */
  dispose(): void;
};
