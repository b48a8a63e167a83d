/** Longer names are cut in front of their ending. */
const MOST_CHARACTERS = 100;

// oxlint-disable-next-line no-control-regex -- they are what is to be found
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
// What has no width or reorders text: `gpj.exe` must not read as `exe.jpg`.
const INVISIBLE = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const NOT_IN_A_NAME = /[<>:"|?*]/g;

/** A file's name as it may be shown and saved: no path, nothing invisible, at most 100 characters; '' if nothing is left. */
export function fileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(NOT_IN_A_NAME, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return name.length <= MOST_CHARACTERS
    ? name
    : name.slice(0, MOST_CHARACTERS - ending.length).toWellFormed() + ending;
}
