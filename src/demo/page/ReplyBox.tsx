import type { RefObject } from 'preact';
import { canReply } from './queue.ts';
import type { Sendable } from './sendable.ts';
import { SendMenu } from './SendMenu.tsx';
import type { Ticket } from './snapshot.ts';

type Props = {
  boxRef: RefObject<HTMLTextAreaElement | null>;
  ticket: Ticket;
  draft: string;
  onType(text: string): void;
  onSend(): void;
  /** Something else than the words in the box. */
  onSendOther(what: Sendable): void;
};

/** Where the agent answers the customer. Ctrl+Enter or ⌘+Enter sends. */
export function ReplyBox({ boxRef, ticket, draft, onType, onSend, onSendOther }: Props) {
  const disabled = !canReply(ticket);
  const hint = disabled ? draft && whyNot(ticket) : 'Ctrl+Enter or ⌘+Enter sends';

  function sendOnShortcut(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  }

  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <textarea
        ref={boxRef}
        aria-label="Reply"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        rows={2}
        dir={draft ? 'auto' : undefined}
        value={draft}
        disabled={disabled}
        placeholder={disabled ? whyNot(ticket) : 'Write to the customer…'}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={sendOnShortcut}
      />
      <div class="row">
        {!disabled && <SendMenu onSend={onSendOther} />}
        <span class="hint">{hint}</span>
        <button type="submit" class="primary" disabled={disabled} aria-disabled={!draft.trim()}>
          Send reply
        </button>
      </div>
    </form>
  );
}

function whyNot({ active }: Ticket): string {
  return active ? 'Accept the chat to reply' : 'There is no live chat in this ticket';
}
