import type { FormField } from '../../../src/protocol/message-content.ts';
import { t } from '../../translate.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const WHOLE = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/** What is wrong with what was filled in, as a sentence; null if nothing is. */
export function fieldProblem(field: FormField, value: string): string | null {
  if (!value) return t('form.required', { field: field.label });
  if (field.type === 'select') return null;
  if (field.type === 'email' && !EMAIL.test(value)) return t('form.email');
  if (field.type === 'number') {
    const isNumber = (field.whole ? WHOLE : NUMBER).test(value);
    if (!isNumber) return t(field.whole ? 'form.whole-number' : 'form.number');
  }
  if (value.length < field.least) return t('form.too-short', { count: field.least });
  if (value.length > field.most) return t('form.too-long', { count: field.most });
  return null;
}
