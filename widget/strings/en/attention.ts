/** What calls for attention while the panel is closed or the tab is hidden. */
export const attentionTexts = {
  'hello.name': 'Message from {assistant}, AI assistant',
  'hello.dismiss': 'Dismiss message',
  'attention.sound': 'Sound',
  'attention.tab': '({count}) {title}',
};
