import { useLayoutEffect, useRef } from 'preact/hooks';
import { closeIcon, Icon } from '../icons.tsx';
import styles from '../styles/hello.css?inline';
import { language, t } from '../translate.ts';
import { addStyle } from './stylesheets.ts';

type HelloProps = {
  assistant: string;
  message: string;
  position: 'left' | 'right';
  open(): void;
  dismiss(): void;
};

/** What the AI agent says first, beside the launcher. It takes no focus, and says who is speaking. */
export function Hello({ assistant, message, position, open, dismiss }: HelloProps) {
  const place = useRef<HTMLElement>(null);
  const { locale, isRightToLeft } = language.value;
  useLayoutEffect(() => {
    if (place.current) addStyle(place.current, styles);
  }, []);
  return (
    <section
      ref={place}
      class={`hello ${position}`}
      part="hello"
      aria-label={t('hello.name', { assistant })}
      lang={locale}
      dir={isRightToLeft ? 'rtl' : 'ltr'}
    >
      <p class="hello-name">
        <b>
          <bdi>{assistant}</bdi>
        </b>{' '}
        {t('role.ai')}
      </p>
      <p dir="auto">{message}</p>
      <button type="button" class="pill" onClick={open}>
        {t('composer.ask')}
      </button>
      <button type="button" class="icon-button" aria-label={t('hello.dismiss')} onClick={dismiss}>
        <Icon path={closeIcon} small />
      </button>
    </section>
  );
}
