import { batch, computed, signal, type Signal } from '@preact/signals';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { isOpen } from '../../src/conversation/status.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import type { WidgetSettings } from '../../src/protocol/routes.ts';
import type {
  Chat,
  ChatState,
  Connection,
  OpenAnswer,
  Problem,
  UnsentMessage,
} from '../../widget/chat-type.ts';

export const settings: WidgetSettings = {
  assistant: 'Finch',
  company: 'Alder & Finch',
  suggestions: ['Where is my order?', 'Something arrived damaged', 'How do I care for stoneware?'],
  privacyUrl: 'https://alder-and-finch.example/privacy',
  handoff: true,
  tickets: false,
  offline: 'queue',
  preview: 'auto',
  ask: [],
  team: { state: 'online', count: 2 },
  waitMinutes: 5,
  messageCharacters: 4000,
  launcher: { open: 'Open chat', unavailable: 'Chat is unavailable' },
};

type Writable = {
  settings: Signal<WidgetSettings | null>;
  conversation: Signal<Conversation>;
  unsent: Signal<readonly UnsentMessage[]>;
  answer: Signal<OpenAnswer | null>;
  connection: Signal<Connection>;
  problem: Signal<Problem | null>;
  agentTyping: Signal<boolean>;
  isOpen: Signal<boolean>;
  openedBy: Signal<'customer' | 'page'>;
  isUnderWay: Signal<boolean>;
  unread: Signal<number>;
  handoffSince: Signal<number | null>;
};

export type FakeChat = Chat &
  Writable & {
    /** Something happens to the conversation. */
    happens(...events: ConversationEvent[]): void;
  };

/** The conversation after these events. */
export function conversationAfter(...events: ConversationEvent[]): Conversation {
  return events.reduce(
    (conversation, event) => apply(conversation, { seq: conversation.seq + 1, event }),
    newConversation('5f0c1f9e-3b1d-4a52-9a45-0d1a4d1f5a01'),
  );
}

/** A chat without a server: its state is what the test says, its actions do nothing unless they are spied on. */
export function fakeChat(...events: ConversationEvent[]): FakeChat {
  const facts: Writable = {
    settings: signal<WidgetSettings | null>(settings),
    conversation: signal(conversationAfter(...events)),
    unsent: signal<readonly UnsentMessage[]>([]),
    answer: signal<OpenAnswer | null>(null),
    connection: signal<Connection>('connected'),
    problem: signal<Problem | null>(null),
    agentTyping: signal(false),
    isOpen: signal(true),
    openedBy: signal<'customer' | 'page'>('customer'),
    isUnderWay: signal(true),
    unread: signal(0),
    handoffSince: signal<number | null>(null),
  };
  return {
    ...facts,
    draft: signal(''),
    state: computed(() => stateOf(facts)),
    canHandOff: computed(
      () =>
        (facts.settings.value?.handoff || facts.settings.value?.tickets) === true &&
        !isOpen(facts.conversation.value.handoff),
    ),
    happens(...more) {
      batch(() => {
        for (const event of more) {
          const { value } = facts.conversation;
          facts.conversation.value = apply(value, { seq: value.seq + 1, event });
        }
      });
    },
    open() {
      facts.isOpen.value = true;
    },
    close() {
      facts.isOpen.value = false;
    },
    prepare() {},
    send() {},
    fetchFile: () => Promise.reject(new TypeError('offline')),
    giveOpinion: () => Promise.resolve(),
    retry() {},
    discard() {},
    answerAgain() {},
    stopAnswer() {},
    requestHandoff() {},
    leaveTicket: () => Promise.resolve(),
    previewSummary: () => Promise.resolve(null),
    cancelHandoff() {},
    endChat() {},
    startNewChat() {},
    reconnect() {},
    markSeen() {},
    boot() {},
    dispose() {},
  };
}

function stateOf({ settings: loaded, conversation, answer, unsent }: Writable): ChatState {
  if (!loaded.value) return 'unavailable';
  switch (conversation.value.handoff.state) {
    case 'requested':
      return 'requesting';
    case 'waiting':
      return 'queued';
    case 'live':
      return 'human';
    case 'ended':
      return answer.value ? 'streaming' : 'ended';
    default:
      if (answer.value) return 'streaming';
      return conversation.value.entries.length + unsent.value.length === 0 ? 'idle' : 'ai';
  }
}
