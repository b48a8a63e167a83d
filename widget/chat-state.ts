import { computed, type ReadonlySignal } from '@preact/signals';
import type { Conversation } from '../src/protocol/conversation.ts';
import type { HandoffState } from '../src/protocol/handoff.ts';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { Chat, ChatState } from './chat-type.ts';
import type { Wish } from './controls.ts';

const WISHED: Record<Wish['kind'], HandoffState> = {
  request: 'requested',
  cancel: 'ai',
  end: 'ended',
};

const MAY_HAND_OFF: readonly HandoffState[] = ['ai', 'ended', 'failed', 'ticket'];

type Facts = {
  conversation: ReadonlySignal<Conversation>;
  settings: ReadonlySignal<WidgetSettings | null>;
  wish: ReadonlySignal<Wish | null>;
  isAvailable: ReadonlySignal<boolean>;
  /** An answer of the AI agent is under way, and wanted. */
  isAnswering: ReadonlySignal<boolean>;
  /** Nothing was said yet, as far as is known. */
  isEmpty: ReadonlySignal<boolean>;
  now(): number;
};

/** What is seen of a chat. A wish of the customer is shown as if the proxy had done it already. */
export function seeChat(facts: Facts): Pick<Chat, 'state' | 'canHandOff' | 'handoffSince'> {
  const { conversation, settings, wish } = facts;
  let pressedAt: number | null = null;

  const handoff = computed<HandoffState>(() =>
    wish.value ? WISHED[wish.value.kind] : conversation.value.handoff.state,
  );

  return {
    state: computed<ChatState>(() => {
      if (!facts.isAvailable.value) return 'unavailable';
      if (handoff.value === 'requested') return 'requesting';
      if (handoff.value === 'waiting') return 'queued';
      if (handoff.value === 'live') return 'human';
      if (facts.isAnswering.value) return 'streaming';
      if (handoff.value === 'ended') return 'ended';
      return facts.isEmpty.value ? 'idle' : 'ai';
    }),

    canHandOff: computed(
      () =>
        (settings.value?.handoff || settings.value?.tickets) === true &&
        MAY_HAND_OFF.includes(handoff.value) &&
        !conversation.value.closed,
    ),

    handoffSince: computed(() => {
      // This computer's own clock where possible: the proxy's may differ.
      if (wish.value?.kind === 'request') pressedAt = wish.value.at;
      else if (MAY_HAND_OFF.includes(handoff.value)) pressedAt = null;
      if (handoff.value !== 'requested' && handoff.value !== 'waiting') return null;
      const { handoff: stored } = conversation.value;
      return pressedAt ?? ('at' in stored ? Math.min(facts.now(), Date.parse(stored.at)) : null);
    }),
  };
}
