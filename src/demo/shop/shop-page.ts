const THEMES = ['light', 'dark'];

/**
 * The shop's page, ready to be served: `proxy` is the origin that serves `baton.js`, `request` the address asked for,
 * whose parameter `theme` (light or dark, anything else follows the system) colours the shop and its chat, and whose
 * `language` (a BCP 47 tag) is what the chat speaks.
 */
export function shopPage(template: string, proxy: string, request: URL): string {
  const asked = request.searchParams.get('theme') ?? '';
  const theme = THEMES.includes(asked) ? asked : 'auto';
  const tag = request.searchParams.get('language') ?? '';
  const language = /^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(tag) ? tag : 'en';
  return template
    .replaceAll('{{PROXY}}', proxy)
    .replaceAll('{{THEME}}', theme)
    .replaceAll('{{LANGUAGE}}', language);
}
