import type { FormField } from '../protocol/message-content.ts';
import type { ZendeskField } from './content.ts';

// Conversations API, OpenAPI 17.0.0: the sizes of a field that names none, and the largest.
const LEAST = 1;
const MOST = 128;
const LARGEST = 256;

/** A field to fill in; null for one that nobody could. */
export function fieldOf(field: ZendeskField): FormField | null {
  const { type, name = '', format, options } = field;
  const label = field.label?.trim() || name;
  if (!label) return null;
  if (type === 'select') {
    const labels = options.flatMap((option) => option.label?.trim() || option.name || []);
    return labels.length > 0 ? { type, name, label, options: labels } : null;
  }
  const most = Math.min(Math.max(Math.trunc(field.maxSize ?? MOST), 1), LARGEST);
  const least = Math.min(Math.max(Math.trunc(field.minSize ?? LEAST), 1), most);
  const line = {
    name,
    label,
    ...(field.placeholder && { placeholder: field.placeholder }),
    least,
    most,
  };
  if (type === 'email') return { type, ...line };
  if (format === 'integer' || format === 'decimal') {
    return { type: 'number', whole: format === 'integer', ...line };
  }
  return { type: 'text', ...line };
}

/** What somebody filled in elsewhere, a line for each field. */
export function formAnswer(fields: readonly ZendeskField[]): string {
  return fields
    .map(({ name = '', label, text, email, select }) => {
      const chosen = select.flatMap((option) => option.label ?? option.name ?? []).join(', ');
      return `${label ?? name}: ${text ?? email ?? chosen}`;
    })
    .join('\n');
}
