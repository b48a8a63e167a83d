import type { Chat } from '../chat-type.ts';
import { Icon, goIcon } from '../icons.tsx';
import { rich, t } from '../translate.ts';
import { TeamStrip } from './TeamStrip.tsx';

/** Before the first message: who this is, what it can do, what others ask. */
export function Welcome({ chat }: { chat: Chat }) {
  const settings = chat.settings.value;
  if (!settings) return null;
  const { assistant, company, suggestions } = settings;
  return (
    <div class="welcome">
      <h3>{rich('welcome.title', { assistant })}</h3>
      <p class="lead">
        {rich(settings.handoff ? 'welcome.lead' : 'welcome.lead.knowledge', { company })}
      </p>
      {suggestions.length > 0 && (
        <fieldset
          class="suggestions"
          onPointerEnter={() => chat.prepare()}
          onFocusIn={() => chat.prepare()}
          aria-label={t('welcome.suggestions')}
        >
          <h4 aria-hidden="true">{t('welcome.suggestions')}</h4>
          {suggestions.map((text) => (
            <button key={text} type="button" onClick={() => chat.send(text)}>
              <span dir="auto">{text}</span>
              <Icon path={goIcon} small />
            </button>
          ))}
        </fieldset>
      )}
      <TeamStrip settings={settings} />
    </div>
  );
}
