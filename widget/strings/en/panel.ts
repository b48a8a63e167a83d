/** What an empty panel says, and what it says when nothing more can be loaded. */
export const texts = {
  'launcher.open': 'Open chat',

  'chat.title': 'Chat',
  'chat.close': 'Close chat',
  'chat.description.ai': {
    one: 'Chat with {assistant}, an AI assistant. {count} message.',
    other: 'Chat with {assistant}, an AI assistant. {count} messages.',
  },

  'role.ai': 'AI assistant',

  'handoff.request': 'Talk to a person',
  'handoff.connecting': 'Connecting…',

  'team.online': { one: 'One person is online', other: '{count} people are online' },
  'team.online.two': 'Two people are online',
  'team.away': 'The team is away',

  'welcome.title': 'Hi, I’m {assistant}. How can I help?',
  'welcome.lead':
    'I’m an AI assistant for {company}. I answer from our Help Center, and you can switch to a person at any time.',
  'welcome.lead.knowledge': 'I’m an AI assistant for {company}. I answer from our Help Center.',
  'welcome.suggestions': 'Suggested questions',

  'log.name': 'Conversation',

  'link.new-tab': '(opens in a new tab)',

  'composer.name': 'Message',
  'composer.send': 'Send',
  'composer.ask': 'Ask a question…',
  'composer.unavailable': 'Chat is unavailable',
  'composer.mistakes': 'AI answers can contain mistakes.',
  privacy: 'Privacy',

  'menu.name': 'More options',

  'problem.offline': 'You’re offline. Messages will send when you reconnect.',
  'problem.reconnecting': 'Reconnecting…',
  'problem.reconnect': 'Try now',
  'problem.back': 'Back online.',
  'problem.unavailable': 'Chat isn’t available right now.',
  'problem.retry': 'Try again',
};
