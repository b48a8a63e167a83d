import type { StoredEvent } from '../protocol/event.ts';
import type { Frame } from '../protocol/frame.ts';
import type { Store } from '../store/store.ts';
import { createAbsences } from './absences.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { frameText, retryText } from './frame-text.ts';
import type { FrameStream } from './frame-stream.ts';
import type { Metrics } from './metrics.ts';
import type { Pings } from './pings.ts';

/** The streams that are open, and what brings them the news of their conversations. */
export interface Live {
  /**
   * Sends everything after `cursor`, then each event as it comes, until either side ends the stream. A cursor that this
   * conversation has not reached gets a `reset`. Never throws: a stream that cannot go on ends, and its reader comes back.
   */
  follow(conversationId: string, cursor: number, stream: FrameStream): void;
  /** Sends something that is not stored, such as that the agent is typing. */
  tell(conversationId: string, frame: Frame): void;
  /** The events after `cursor`; if there are none yet, those that come within `ms`. */
  since(conversationId: string, cursor: number, ms: number): Promise<StoredEvent[]>;
  /** Ends every stream and every wait. Clients are asked to come back one by one, not all at once. */
  close(): void;
}

type LiveOptions = {
  store: Store;
  conversations: Pick<Conversations, 'load'>;
  pings: Pings;
  metrics: Pick<Metrics, 'streamOpened' | 'streamClosed'>;
  /** Somebody listens to a conversation again after a long time in which nobody did. */
  onReturn(conversationId: string): void;
  clock: Clock;
  random: () => number;
};

/** So many events of a long log are held in memory at a time. */
const PAGE = 50;
/** Those whose server stops come back spread over this time. */
const COME_BACK_WITHIN_MS = 5_000;

type Reader = {
  stream: FrameStream;
  /** The last event that was written to it. */
  sent: number;
  /** It reads the log by itself, at its own pace, and is not written to with the others. */
  isBehind: boolean;
  /** Something happened meanwhile. */
  isRung: boolean;
};

type Channel = {
  conversationId: string;
  readers: Reader[];
  /** Long polls that wait for the next event. */
  waiting: (() => void)[];
  isReading: boolean;
  isRung: boolean;
};

export function createLive(options: LiveOptions): Live {
  const { store, conversations, pings, metrics, clock, random } = options;
  const channels = new Map<string, Channel>();
  const absences = createAbsences(clock);
  let isClosed = false;
  const unsubscribe = store.subscribe((conversationId) => {
    const channel = channels.get(conversationId);
    if (channel) ring(channel);
  });

  function ring(channel: Channel): void {
    for (const wake of channel.waiting) wake();
    for (const reader of channel.readers) reader.isRung = true;
    void relay(channel);
  }

  /** Reads what is new once, for all who have read everything before it. */
  async function relay(channel: Channel): Promise<void> {
    channel.isRung = true;
    if (channel.isReading) return;
    channel.isReading = true;
    while (channel.isRung) {
      channel.isRung = false;
      const inStep = channel.readers.filter(({ isBehind }) => !isBehind);
      if (inStep.length === 0) break;
      try {
        const from = Math.min(...inStep.map(({ sent }) => sent));
        const page = await store.read(channel.conversationId, from, PAGE);
        const texts = page.map(textOf);
        for (const reader of inStep) {
          const isWritten = write(reader, page, (_stored, index) => texts[index] ?? '');
          if (!isWritten) void catchUp(channel, reader);
        }
        channel.isRung ||= page.length === PAGE;
      } catch {
        // The store is away: the clients come back and find everything.
        for (const { stream } of inStep) stream.end();
      }
    }
    channel.isReading = false;
  }

  /** Brings a reader to the end of the log, no faster than it reads. */
  async function catchUp(channel: Channel, reader: Reader): Promise<void> {
    const { conversationId } = channel;
    const { stream } = reader;
    reader.isBehind = true;
    try {
      let isThere = false;
      while (!isThere) {
        await stream.room();
        if (stream.isOver) return;
        reader.isRung = false;
        const page = await store.read(conversationId, reader.sent, PAGE);
        const isWritten = write(reader, page, textOf);
        isThere = isWritten && page.length < PAGE && !reader.isRung;
      }
      reader.isBehind = false;
    } catch {
      stream.end();
    }
  }

  /** The first look: whether the cursor is one of this conversation, and what came after it. */
  async function begin(channel: Channel, reader: Reader): Promise<void> {
    const { conversationId } = channel;
    const { stream, sent: cursor } = reader;
    try {
      const page = await store.read(conversationId, Math.max(cursor - 1, 0), PAGE);
      const isKnown = cursor === 0 || page[0]?.seq === cursor;
      if (isKnown) {
        write(reader, page, textOf);
      } else {
        const conversation = await conversations.load(conversationId);
        stream.send(frameText({ type: 'reset', conversation }));
        reader.sent = conversation.seq;
      }
      const isThere = isKnown && page.length < PAGE && page.at(-1)?.seq === reader.sent;
      if (isThere && !reader.isRung) reader.isBehind = false;
      else await catchUp(channel, reader);
    } catch {
      stream.end();
    }
  }

  function channelOf(conversationId: string): Channel {
    const known = channels.get(conversationId);
    if (known) return known;
    const channel = {
      conversationId,
      readers: [],
      waiting: [],
      isReading: false,
      isRung: false,
    };
    channels.set(conversationId, channel);
    return channel;
  }

  function forgetIfEmpty(channel: Channel): void {
    const { conversationId, readers, waiting } = channel;
    if (readers.length > 0 || waiting.length > 0) return;
    if (channels.get(conversationId) === channel) channels.delete(conversationId);
  }

  function endSoftly(stream: FrameStream): void {
    stream.send(retryText(random() * COME_BACK_WITHIN_MS));
    stream.end();
  }

  return {
    follow(conversationId, cursor, stream) {
      if (isClosed) return endSoftly(stream);
      const channel = channelOf(conversationId);
      const reader: Reader = { stream, sent: cursor, isBehind: true, isRung: false };
      // Listening comes before reading, so that nothing falls between the two.
      channel.readers.push(reader);
      if (absences.wasLong(conversationId)) options.onReturn(conversationId);
      metrics.streamOpened();
      stream.onClose(() => {
        metrics.streamClosed();
        channel.readers = channel.readers.filter((other) => other !== reader);
        if (channel.readers.length === 0) absences.left(conversationId);
        forgetIfEmpty(channel);
      });
      pings.keepAlive(stream);
      void begin(channel, reader);
    },
    tell(conversationId, frame) {
      const text = frameText(frame);
      for (const { stream } of channels.get(conversationId)?.readers ?? []) stream.send(text);
    },
    async since(conversationId, cursor, ms) {
      const channel = channelOf(conversationId);
      let wake = () => {};
      const woken = new Promise<void>((resolve) => (wake = resolve));
      channel.waiting.push(wake);
      const cancel = clock.setTimeout(wake, isClosed ? 0 : ms);
      try {
        const events = await store.read(conversationId, cursor);
        if (events.length > 0 || ms === 0) return events;
        await woken;
        return await store.read(conversationId, cursor);
      } finally {
        cancel();
        channel.waiting = channel.waiting.filter((other) => other !== wake);
        forgetIfEmpty(channel);
      }
    },
    close() {
      isClosed = true;
      unsubscribe();
      for (const { readers, waiting } of channels.values()) {
        for (const { stream } of readers) endSoftly(stream);
        for (const wake of waiting) wake();
      }
    },
  };
}

/** Writes what the reader has not had; false when it has to go on later by itself. */
function write(
  reader: Reader,
  page: readonly StoredEvent[],
  encode: (stored: StoredEvent, index: number) => string,
): boolean {
  for (const [index, stored] of page.entries()) {
    if (stored.seq <= reader.sent) continue;
    if (!reader.stream.hasRoom) return false;
    reader.stream.send(encode(stored, index));
    reader.sent = stored.seq;
  }
  return true;
}

function textOf(stored: StoredEvent): string {
  return frameText({ type: 'event', stored });
}
