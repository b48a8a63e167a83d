const SHORT = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/** A time of day (`at` in ms since 1970), with the date in its tooltip. */
export function ClockTime({ at }: { at: number }) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={FULL.format(date)}>
      {SHORT.format(date)}
    </time>
  );
}
