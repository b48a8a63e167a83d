import { useRef, useState } from 'preact/hooks';
import type { FormField } from '../../../src/protocol/message-content.ts';
import type { Chat } from '../../chat-type.ts';
import styles from '../../styles/form.css?inline';
import { Icon, sentIcon } from '../../icons.tsx';
import { t } from '../../translate.ts';
import { fieldProblem } from './field-problem.ts';
import { FieldInput } from './FieldInput.tsx';
import { formText, formValues } from './form-text.ts';
import { useAsked } from './use-asked.ts';
import { usePart } from './use-part.ts';

export type FormMessageProps = { chat: Chat; messageId: string; fields: readonly FormField[] };

/** Questions to fill in. Once sent, the answers stand there to be read. */
export function FormMessage({ chat, messageId, fields }: FormMessageProps) {
  const asked = useAsked(chat, messageId);
  const place = useRef<HTMLDivElement>(null);
  usePart(place, styles);
  return (
    <div ref={place} class="form-place">
      {asked.state === 'open' || asked.state === 'over' ? (
        <OpenForm
          chat={chat}
          messageId={messageId}
          fields={fields}
          isOver={asked.state === 'over'}
        />
      ) : (
        <SentForm fields={fields} answer={asked.answer} isSent={asked.state === 'answered'} />
      )}
    </div>
  );
}

function OpenForm({ chat, messageId, fields, isOver }: FormMessageProps & { isOver: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<readonly string[]>(() => fields.map(() => ''));
  const [hasTried, setTried] = useState(false);
  const trimmed = values.map((value) => value.trim());
  const problems = fields.map((field, index) => fieldProblem(field, trimmed[index] ?? ''));

  function submit() {
    if (isOver) return;
    const wrong = problems.findIndex(Boolean);
    if (wrong === -1) {
      chat.send(formText(fields, trimmed), { messageId });
      return;
    }
    setTried(true);
    form.current?.querySelectorAll<HTMLElement>('input, select')[wrong]?.focus();
  }

  return (
    <form
      ref={form}
      class="form"
      noValidate
      aria-label={t('form.name')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {fields.map((field, index) => (
        <FieldInput
          key={index}
          field={field}
          value={values[index] ?? ''}
          problem={hasTried ? (problems[index] ?? null) : null}
          isOver={isOver}
          onInput={(value) => setValues(values.with(index, value))}
        />
      ))}
      <button type="submit" class="button small primary" aria-disabled={isOver}>
        {t('form.submit')}
      </button>
    </form>
  );
}

type SentFormProps = { fields: readonly FormField[]; answer: string; isSent: boolean };

function SentForm({ fields, answer, isSent }: SentFormProps) {
  const values = formValues(fields, answer);
  return (
    <div class="form">
      <dl>
        {fields.map(({ label }, index) => (
          <div key={index}>
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>
              <bdi>{values[index]}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {isSent && (
        <p class="form-sent">
          <Icon path={sentIcon} small />
          {t('form.sent')}
        </p>
      )}
    </div>
  );
}
