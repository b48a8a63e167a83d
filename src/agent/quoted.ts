/** A text of an article as markdown that shows it as it stands: nothing in it becomes a link, a mark or emphasis. */
export function quoted(text: string): string {
  return text
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,32};)/g, '\\&');
}
