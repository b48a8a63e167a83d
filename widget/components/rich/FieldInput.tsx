import { useId } from 'preact/hooks';
import type { FormField } from '../../../src/protocol/message-content.ts';
import { t } from '../../translate.ts';

type FieldInputProps = {
  field: FormField;
  value: string;
  /** What is wrong with it, once somebody tried to send it. */
  problem: string | null;
  /** Nobody waits for the answer any more. */
  isOver: boolean;
  onInput(value: string): void;
};

/** A question of a form with its name, its answer, and what is wrong with it. */
export function FieldInput({ field, value, problem, isOver, onInput }: FieldInputProps) {
  const id = useId();
  const common = {
    id,
    value,
    'aria-required': true,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
  };
  return (
    <div class="field">
      <label htmlFor={id}>
        <bdi>{field.label}</bdi>
      </label>
      {field.type === 'select' ? (
        <select
          {...common}
          aria-disabled={isOver}
          disabled={isOver}
          onChange={({ currentTarget }) => onInput(currentTarget.value)}
        >
          <option value="">{t('form.choose')}</option>
          {field.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          {...INPUTS[field.type]}
          dir={value ? 'auto' : undefined}
          readOnly={isOver}
          placeholder={field.placeholder}
          maxLength={field.most}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
      {problem !== null && (
        <p id={`${id}-problem`} class="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What opens the right keyboard; whether it is right is said in our own words. */
const INPUTS = {
  text: { type: 'text' },
  email: { type: 'email', autoComplete: 'email' },
  number: { type: 'text', inputMode: 'decimal' },
} as const;
