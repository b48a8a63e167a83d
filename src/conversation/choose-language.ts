/** The old name of Hebrew, which some browsers and systems still use. */
const OLD_NAMES: Readonly<Record<string, string>> = { iw: 'he' };

/**
 * The first of the wanted languages (BCP 47 tags, best first) that is known, and the tag that asked for it. A region falls
 * back to its language: `de-AT` is answered with `de`.
 */
export function chooseLanguage<Known extends string>(
  wanted: readonly string[],
  known: readonly Known[],
): { language: Known; tag: string } | null {
  for (const tag of wanted) {
    const [, base = ''] = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag) ?? [];
    const names = [tag, OLD_NAMES[base.toLowerCase()] ?? base].map((name) => name.toLowerCase());
    const language = names.flatMap((name) => known.filter((one) => one.toLowerCase() === name))[0];
    if (language !== undefined) return { language, tag };
  }
  return null;
}
