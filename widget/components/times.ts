import { language, t } from '../translate.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than a thousand uses of it. */
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { locale } = language.value;
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** `10:42`, as the language writes it. */
export function clockTime(at: string): string {
  return format({ timeStyle: 'short' }).format(new Date(at));
}

/** `Monday, 23 November 2026 at 10:42` */
export function fullTime(at: string): string {
  return format({ dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));
}

/** `Today`, `Yesterday`, or the date with its year if it is another one. */
export function dayName(at: string, now: Date): string {
  const date = new Date(at);
  if (sameDay(date, now)) return t('log.today');
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (sameDay(date, yesterday)) return t('log.yesterday');
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return format({ weekday: 'long', day: 'numeric', month: 'long', year }).format(date);
}

/** `Monday`; with its date where that would be the Monday of another week. */
export function weekdayName(at: string, now: Date): string {
  const date = new Date(at);
  const isSoon = date.getTime() - now.getTime() < 6 * 86_400_000;
  return format(
    isSoon ? { weekday: 'long' } : { weekday: 'long', day: 'numeric', month: 'long' },
  ).format(date);
}

export function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}
