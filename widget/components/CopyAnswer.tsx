import { useState } from 'preact/hooks';
import { copyIcon } from '../conversation-icons.tsx';
import { Icon, sentIcon } from '../icons.tsx';
import type { Block } from '../markdown/parse.ts';
import { plainText } from '../markdown/plain-text.ts';
import { t } from '../translate.ts';
import type { View } from './view.ts';

type CopyAnswerProps = { blocks: readonly Block[]; view: View };

/** Puts an answer on the clipboard, as plain text. */
export function CopyAnswer({ blocks, view }: CopyAnswerProps) {
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(plainText(blocks));
    setCopied(true);
    view.say(t('answer.copied'));
  }

  // Absent where the page may not use the clipboard.
  if (!navigator.clipboard) return null;
  return (
    <button
      type="button"
      class="icon-button copy"
      aria-label={t('answer.copy')}
      onClick={() => void copy().catch(() => setCopied(false))}
    >
      <Icon path={isCopied ? sentIcon : copyIcon} small />
    </button>
  );
}
