import { chooseLanguage } from '../conversation/choose-language.ts';
import { LANGUAGES } from '../protocol/languages.ts';
import type { Team, WidgetSettings } from '../protocol/routes.ts';
import type { Settings } from '../protocol/settings.ts';
import { brandRules } from './brand-colour.ts';
import { LAUNCHER_TEXTS } from './launcher-texts.ts';

type Facts = {
  settings: Settings;
  canHandOff: boolean;
  canLeaveTicket: boolean;
  team: Team;
  /** How long customers wait for a person, where that can be told. */
  usualWaitMinutes?: number | undefined;
  /** What the page is in, a BCP 47 tag; undefined or unknown: what its reader reads counts. */
  locale: string | undefined;
  /** The header `Accept-Language`. */
  acceptLanguage: string | undefined;
};

/** The public part of the settings, for a page in some language. */
export function widgetSettings(facts: Facts): WidgetSettings {
  const {
    settings,
    canHandOff,
    canLeaveTicket,
    team,
    usualWaitMinutes,
    locale = '',
    acceptLanguage = '',
  } = facts;
  const wanted = [locale, ...preferred(acceptLanguage)];
  const { language } = chooseLanguage(wanted, LANGUAGES) ?? { language: 'en' };
  const strings = settings.widget.strings[language];
  return {
    assistant: settings.assistant.name,
    company: settings.assistant.company,
    suggestions: settings.widget.suggestions,
    ...(settings.widget.accent && { look: brandRules(settings.widget.accent) }),
    ...(settings.widget.privacyUrl && { privacyUrl: settings.widget.privacyUrl }),
    handoff: canHandOff,
    tickets: canLeaveTicket,
    offline: canLeaveTicket ? settings.handoff.offline : 'queue',
    preview: settings.handoff.preview,
    ask: [...settings.handoff.ask],
    team,
    ...(usualWaitMinutes !== undefined && { usualWaitMinutes }),
    waitMinutes: settings.handoff.waitMinutes,
    messageCharacters: settings.limits.messageCharacters,
    launcher: { ...LAUNCHER_TEXTS[language], ...ownName(strings?.['launcher.open']) },
    ...(canHandOff && settings.widget.files && { files: filesOf(settings.limits) }),
    ...(settings.widget.proactive && { proactive: settings.widget.proactive }),
    ...(strings && { strings }),
  };
}

function filesOf({ filesPerMessage, fileBytes }: Settings['limits']) {
  return { most: filesPerMessage, bytes: fileBytes };
}

/** The tags of an `Accept-Language` header, best first. Browsers send them in order, each with a weight that falls. */
function preferred(acceptLanguage: string): string[] {
  return acceptLanguage.split(',').map((one) => one.split(';')[0]?.trim() ?? '');
}

function ownName(text: unknown): { open?: string } {
  return typeof text === 'string' ? { open: text } : {};
}
