import type { LinkSettings } from '../../markdown/ExternalLink.tsx';
import { t } from '../../translate.ts';

/** How links of people are shown: with the host they lead to, unless it is the page's own. */
export function linkSettings(): LinkSettings {
  return { newTabLabel: t('link.new-tab'), plainHosts: [location.host] };
}
