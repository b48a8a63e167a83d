import { useId } from 'preact/hooks';
import { t } from '../translate.ts';
import type { ContactField } from './contact-form.ts';
import type { View } from './view.ts';

/** What opens the right keyboard, and as much as the proxy takes. */
const INPUTS = {
  name: { type: 'text', autoComplete: 'name', maxLength: 100 },
  email: { type: 'email', autoComplete: 'email', maxLength: 254 },
} as const;

type ContactInputProps = {
  view: View;
  field: ContactField;
  /** What is wrong with it, once somebody tried to send it. */
  problem: string | null;
  hint?: string;
  isFirstFocus?: boolean;
};

/** How the customer can be reached: a field with its name, and what is wrong with it. */
export function ContactInput({ view, field, problem, hint, isFirstFocus }: ContactInputProps) {
  const id = useId();
  const { name, isRequired } = field;
  const value = view.typed.value[name];
  return (
    <div class="contact">
      <p>
        <label htmlFor={id}>{t(name === 'email' ? 'email.name' : 'email.your-name')}</label>{' '}
        {hint && <span id={`${id}-hint`}>{hint}</span>}
      </p>
      <input
        {...INPUTS[name]}
        id={id}
        name={name}
        // An empty field has no direction of its own.
        dir={value ? 'auto' : undefined}
        value={value}
        data-first-focus={isFirstFocus ? '' : undefined}
        aria-required={isRequired}
        aria-invalid={problem !== null}
        aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`]
          .filter(Boolean)
          .join(' ')}
        onInput={({ currentTarget }) => {
          view.typed.value = { ...view.typed.value, [name]: currentTarget.value };
        }}
      />
      {problem !== null && (
        <p id={`${id}-problem`} class="contact-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
