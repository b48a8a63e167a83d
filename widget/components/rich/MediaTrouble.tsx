import type { Media } from '../../../src/protocol/message-content.ts';
import { Icon, warningIcon } from '../../icons.tsx';
import { ExternalLink } from '../../markdown/ExternalLink.tsx';
import { rich, t } from '../../translate.ts';
import { linkSettings } from './link-settings.ts';
import type { FileTrouble } from './pictures.ts';

type MediaTroubleProps = { media: Media; trouble: FileTrouble; retry(): void };

/** Why a picture or file is not there, and what can be done about it. */
export function MediaTrouble({ media, trouble, retry }: MediaTroubleProps) {
  if (trouble === 'elsewhere') {
    return (
      <p class="media-trouble">
        <ExternalLink href={media.url} text={media.name} link={linkSettings()} />
      </p>
    );
  }
  const isFinal = trouble === 'refused';
  return (
    <p class="media-trouble">
      <Icon path={warningIcon} small />
      <span>{rich(isFinal ? 'media.refused' : 'media.failed', { file: media.name })}</span>
      {!isFinal && (
        <button type="button" class="link" onClick={retry}>
          {t('status.retry')}
        </button>
      )}
    </p>
  );
}
