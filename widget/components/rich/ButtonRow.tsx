import type { Button } from '../../../src/protocol/message-content.ts';
import type { Chat } from '../../chat-type.ts';
import { ExternalLink } from '../../markdown/ExternalLink.tsx';
import { linkSettings } from './link-settings.ts';
import { useAsked } from './use-asked.ts';

type ButtonRowProps = {
  chat: Chat;
  messageId: string;
  buttons: readonly Button[];
};

/**
 * What a message offers to press. Its quick replies are not among it: they stand above the text field while they are
 * new. Once one is used, or nobody waits for it any more, the others do nothing.
 */
export function ButtonRow({ chat, messageId, buttons }: ButtonRowProps) {
  const { state } = useAsked(chat, messageId);
  const shown = buttons.filter(({ type }) => type !== 'reply');
  if (shown.length === 0) return null;

  return (
    <div class="rich-buttons">
      {shown.map((button) =>
        button.type === 'link' ? (
          <span key={button.id} class="rich-link">
            <ExternalLink href={button.url} text={button.text} link={linkSettings()} />
          </span>
        ) : (
          <button
            key={button.id}
            type="button"
            class="button small"
            aria-disabled={state !== 'open'}
            onClick={() => {
              if (state === 'open') chat.send(button.text, { messageId, buttonId: button.id });
            }}
          >
            <bdi>{button.text}</bdi>
          </button>
        ),
      )}
    </div>
  );
}
