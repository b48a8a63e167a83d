import { useMemo } from 'preact/hooks';
import type { Message } from '../../../src/protocol/message.ts';
import { Linkified } from '../../markdown/Linkified.tsx';
import { Markdown } from '../../markdown/Markdown.tsx';
import { parseMarkdown } from '../../markdown/parse.ts';
import { fullTime } from '../times.ts';
import { linkSettings } from './link-settings.ts';

/** What a person said, as they set it. */
export function Words({ message, text }: { message: Message; text: string }) {
  const isMarkdown = message.format === 'markdown';
  const blocks = useMemo(() => (isMarkdown ? parseMarkdown(text) : null), [isMarkdown, text]);
  return (
    <div
      class={isMarkdown ? 'bubble text' : 'bubble'}
      dir="auto"
      title={fullTime(message.at)}
      data-message={message.id}
      data-answer={message.author.kind === 'customer' ? undefined : ''}
    >
      {blocks ? (
        <Markdown blocks={blocks} citation={citation} link={linkSettings()} />
      ) : (
        <Linkified text={text} link={linkSettings()} />
      )}
    </div>
  );
}

/** People cite nothing. */
function citation(number: number) {
  return `[${number}]`;
}
