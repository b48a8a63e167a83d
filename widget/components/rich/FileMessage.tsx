import { useState } from 'preact/hooks';
import type { Media } from '../../../src/protocol/message-content.ts';
import type { Chat } from '../../chat-type.ts';
import { pageIcon } from '../../conversation-icons.tsx';
import { Icon } from '../../icons.tsx';
import { language, t } from '../../translate.ts';
import { saveFile } from '../save-file.ts';
import { downloadIcon } from './icons.ts';
import { MediaTrouble } from './MediaTrouble.tsx';
import { troubleOf, type FileTrouble } from './pictures.ts';

type FileState =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'missing'; trouble: FileTrouble };

/** A file to save. It is fetched when it is asked for. */
export function FileMessage({ chat, media }: { chat: Chat; media: Media }) {
  const [file, setFile] = useState<FileState>({ state: 'idle' });
  const isLoading = file.state === 'loading';

  async function download() {
    if (isLoading) return;
    setFile({ state: 'loading' });
    try {
      saveFile(media.name, await chat.fetchFile(media.file));
      setFile({ state: 'idle' });
    } catch (error) {
      setFile({ state: 'missing', trouble: troubleOf(error) });
    }
  }

  return (
    <div class="file">
      <div class="file-row">
        <Icon path={pageIcon} />
        <div class="file-name">
          <button
            type="button"
            class="file-button"
            aria-label={t('file.download', { file: media.name })}
            aria-disabled={isLoading}
            onClick={() => void download()}
          >
            <bdi>{media.name}</bdi>
          </button>
          <small>
            {isLoading ? t('media.loading') : media.size !== undefined && size(media.size)}
          </small>
        </div>
        <Icon path={downloadIcon} small />
      </div>
      {file.state === 'missing' && (
        <MediaTrouble media={media} trouble={file.trouble} retry={() => void download()} />
      )}
    </div>
  );
}

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** `1,234,567` → `1.2 MB`, as the language writes it. */
function size(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(language.value.locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
