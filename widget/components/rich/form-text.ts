import type { FormField } from '../../../src/protocol/message-content.ts';

/** What was filled in, as an agent reads it: a line for each field. */
export function formText(fields: readonly FormField[], values: readonly string[]): string {
  return fields.map(({ label }, index) => `${label}: ${values[index] ?? ''}`).join('\n');
}

/** Reads back what `formText` wrote; a value that is not found is empty. */
export function formValues(fields: readonly FormField[], text: string): string[] {
  const lines = text.split('\n');
  return fields.map(({ label }, index) => {
    const line = lines[index] ?? '';
    return line.startsWith(`${label}: `) ? line.slice(label.length + 2) : '';
  });
}
