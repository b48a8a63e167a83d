const THEMES = ['light', 'dark'];

/**
 * The shop's page, ready to be served: `proxy` is the origin that serves `baton.js`, `request` the address asked for,
 * whose parameter `theme` (light or dark, anything else follows the system) colours the shop and its chat.
 */
export function shopPage(template: string, proxy: string, request: URL): string {
  const asked = request.searchParams.get('theme') ?? '';
  const theme = THEMES.includes(asked) ? asked : 'auto';
  return template.replaceAll('{{PROXY}}', proxy).replaceAll('{{THEME}}', theme);
}
