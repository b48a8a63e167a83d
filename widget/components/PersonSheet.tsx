import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isOpen } from '../../src/conversation/status.ts';
import type { Chat } from '../chat-type.ts';
import styles from '../styles/person-sheet.css?inline';
import { rich, t } from '../translate.ts';
import { contactFields, contactOf, contactProblem } from './contact-form.ts';
import { ContactInput } from './ContactInput.tsx';
import { ownSummary, SharePreview } from './SharePreview.tsx';
import { Sheet } from './Sheet.tsx';
import { addStyle } from './stylesheets.ts';
import { TeamStrip } from './TeamStrip.tsx';
import type { View } from './view.ts';

type PersonSheetProps = {
  /** `handoff` is the way to a person, `email` leaves a request that is answered by e-mail. */
  kind: 'handoff' | 'email';
  chat: Chat;
  view: View;
  close(): void;
};

/** Shows what the team will get, and asks how the customer can be reached. What is typed stays until it is sent. */
export function PersonSheet({ kind, chat, view, close }: PersonSheetProps) {
  const form = useRef<HTMLFormElement>(null);
  const [hasTried, setTried] = useState(false);
  const [sending, setSending] = useState<'not-yet' | 'under-way' | 'failed'>('not-yet');
  const settings = chat.settings.value;
  useWhilePossible(chat, kind, close);
  useLayoutEffect(() => {
    if (form.current) addStyle(form.current, styles);
  }, []);
  // Who is there may have changed since the panel was loaded.
  useEffect(() => chat.boot(), []);
  if (!settings) return null;

  const isAway = settings.team.state === 'away';
  const fields = contactFields(settings, kind === 'email');
  const problems = fields.map((field) => contactProblem(field, view.typed.value));
  const isShared = isOpen(chat.conversation.value.handoff);

  async function submit() {
    const wrong = problems.findIndex(Boolean);
    if (sending === 'under-way' || !settings) return;
    if (wrong !== -1) {
      setTried(true);
      view.alert(problems[wrong] ?? '');
      form.current?.querySelectorAll('input')[wrong]?.focus();
      return;
    }
    const contact = contactOf(fields, view.typed.value);
    const summary = ownSummary(chat, view)?.trim() || undefined;
    const { email } = contact;
    view.contact.value = contact;
    if (email && (kind === 'email' || (isAway && settings.offline === 'ticket'))) {
      setSending('under-way');
      try {
        await chat.leaveTicket({ contact: { ...contact, email }, summary });
      } catch {
        setSending('failed');
        view.alert(t('handoff.failed'));
        return;
      }
      // Whoever went back to the chat meanwhile may be somewhere else by now.
      if (form.current) close();
    } else {
      close();
      chat.requestHandoff({ contact, summary });
    }
    view.typed.value = { ...view.typed.value, summary: null };
  }

  return (
    <Sheet
      view={view}
      title={t(kind === 'email' ? 'email.title' : 'handoff.request')}
      close={close}
    >
      <form
        ref={form}
        class="person-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {kind === 'email' ? <p>{t('email.lead')}</p> : <TeamStrip settings={settings} />}
        {settings.preview !== 'never' && !isShared && <SharePreview chat={chat} view={view} />}
        {fields.map((field, index) => (
          <ContactInput
            key={field.name}
            view={view}
            field={field}
            problem={hasTried ? (problems[index] ?? null) : null}
            hint={kind === 'handoff' && field.name === 'email' ? t('email.hint') : undefined}
            isFirstFocus={kind === 'email' && index === 0}
          />
        ))}
        {sending === 'failed' && <p class="contact-problem">{t('handoff.failed')}</p>}
        <button
          type="submit"
          class="button primary"
          aria-disabled={sending === 'under-way' ? 'true' : undefined}
        >
          {sending === 'under-way'
            ? t('status.sending')
            : sending === 'failed'
              ? t('answer.again')
              : t(kind === 'email' || isAway ? 'person.send' : 'person.share')}
        </button>
        {kind === 'handoff' && (
          <button type="button" class="button quiet" onClick={close}>
            {rich('person.keep', { assistant: settings.assistant })}
          </button>
        )}
      </form>
    </Sheet>
  );
}

/** Somebody came, or another tab has asked already: there is nothing left to ask for. */
function useWhilePossible(chat: Chat, kind: PersonSheetProps['kind'], close: () => void): void {
  const isPossible = kind === 'email' ? chat.state.value !== 'human' : chat.canHandOff.value;
  useLayoutEffect(() => {
    if (!isPossible) close();
  }, [isPossible]);
}
