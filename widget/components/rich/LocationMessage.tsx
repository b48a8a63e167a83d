import type { Content } from '../../../src/protocol/message-content.ts';
import { Icon } from '../../icons.tsx';
import { ExternalLink } from '../../markdown/ExternalLink.tsx';
import { t } from '../../translate.ts';
import { placeIcon } from './icons.ts';
import { linkSettings } from './link-settings.ts';

/** Where something is: what it is called, and a map for whoever wants one. No map is loaded unasked. */
export function LocationMessage({ content }: { content: Extract<Content, { type: 'location' }> }) {
  const { latitude, longitude, name, address } = content;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <div class="place">
      <Icon path={placeIcon} />
      <div>
        <p>
          <b>
            <bdi>{name ?? t('location.name')}</bdi>
          </b>
        </p>
        {address && (
          <p>
            <bdi>{address}</bdi>
          </p>
        )}
        <p class="rich-link">
          <ExternalLink href={map} text={t('location.open')} link={linkSettings()} />
        </p>
      </div>
    </div>
  );
}
