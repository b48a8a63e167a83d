import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import type { Block } from '../markdown/parse.ts';
import { createMarkdownStream } from '../markdown/stream.ts';

/** At most twenty drawings a second. */
const BEAT_MS = 50;
/** The word that is still being written. Scripts that put no spaces between words are shown as they come. */
const UNFINISHED_WORD =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,30}$/u;

/** The blocks of the answer that is being written, in whole words, never faster than the eye and the screen. */
export function useStreamedBlocks(chat: Chat, isStreaming: boolean): readonly Block[] {
  const [blocks, setBlocks] = useState<readonly Block[]>([]);

  useEffect(() => {
    if (!isStreaming) return undefined;
    let stream = createMarkdownStream();
    let shown = '';
    let beat: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;

    function draw() {
      const next = wholeWords(chat.answer.peek()?.text ?? '');
      // A stream that was cut and joined again may take back some of what it said.
      if (!next.startsWith(shown)) {
        stream = createMarkdownStream();
        shown = '';
      }
      const delta = next.slice(shown.length);
      shown = next;
      if (delta) setBlocks(stream.append(delta));
    }
    function beatOver() {
      frame = requestAnimationFrame(() => {
        beat = undefined;
        draw();
      });
    }
    draw();
    const stop = effect(() => {
      if (chat.answer.value && beat === undefined) beat = setTimeout(beatOver, BEAT_MS);
    });
    return () => {
      stop();
      clearTimeout(beat);
      cancelAnimationFrame(frame);
    };
  }, [isStreaming]);

  return blocks;
}

function wholeWords(text: string): string {
  const end = text.search(UNFINISHED_WORD);
  return end === -1 ? text : text.slice(0, end);
}
