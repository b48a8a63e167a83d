import { useState } from 'preact/hooks';
import type { Citation } from '../../src/protocol/message.ts';
import { outsideIcon } from '../conversation-icons.tsx';
import { Icon } from '../icons.tsx';
import { t } from '../translate.ts';

const SHOWN_AT_FIRST = 3;

/** The articles that an answer rests on. */
export function Sources({ citations }: { citations: readonly Citation[] }) {
  const [showsAll, showAll] = useState(false);
  const shown = showsAll ? citations : citations.slice(0, SHOWN_AT_FIRST);
  const more = citations.length - shown.length;
  return (
    <>
      <ul class="sources" aria-label={t('source.list')}>
        {shown.map(({ number, title, url }) => (
          <li key={number}>
            <span class="citation" aria-hidden="true">
              {number}
            </span>
            <span class="source">
              <a href={url} target="_blank" rel="noopener noreferrer">
                <span dir="auto">{title}</span>{' '}
                <span class="visually-hidden">{t('link.new-tab')}</span>
              </a>
              <small>{t('source.place')}</small>
            </span>
            <Icon path={outsideIcon} small />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link" onClick={() => showAll(true)}>
          {t('source.more', { count: more })}
        </button>
      )}
    </>
  );
}
