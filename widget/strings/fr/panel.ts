import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'fr'> = {
  'launcher.open': 'Ouvrir le chat',

  'chat.title': 'Chat',
  'chat.close': 'Fermer le chat',
  'chat.description.ai': {
    one: 'Chat avec {assistant}, un assistant IA. {count} message.',
    many: 'Chat avec {assistant}, un assistant IA. {count} de messages.',
    other: 'Chat avec {assistant}, un assistant IA. {count} messages.',
  },

  'role.ai': 'Assistant IA',

  'handoff.request': 'Parler à une personne',
  'handoff.connecting': 'Connexion…',

  'team.online': {
    one: 'Une personne est en ligne',
    many: '{count} de personnes sont en ligne',
    other: '{count} personnes sont en ligne',
  },
  'team.online.two': 'Deux personnes sont en ligne',
  'team.away': 'L’équipe est absente',

  'welcome.title': 'Bonjour, je suis {assistant}. Comment puis-je vous aider\u202f?',
  'welcome.lead':
    'Je suis un assistant IA pour {company}. Je réponds à partir de notre centre d’aide, et vous pouvez à tout moment passer à une personne.',
  'welcome.lead.knowledge':
    'Je suis un assistant IA pour {company}. Je réponds à partir de notre centre d’aide.',
  'welcome.suggestions': 'Questions suggérées',

  'log.name': 'Conversation',

  'link.new-tab': '(s’ouvre dans un nouvel onglet)',

  'composer.name': 'Message',
  'composer.send': 'Envoyer',
  'composer.ask': 'Posez une question…',
  'composer.unavailable': 'Le chat est indisponible',
  'composer.mistakes': 'Les réponses de l’IA peuvent contenir des erreurs.',
  privacy: 'Confidentialité',

  'menu.name': 'Plus d’options',

  'problem.offline': 'Vous êtes hors ligne. Vos messages partiront dès le retour de la connexion.',
  'problem.reconnecting': 'Reconnexion…',
  'problem.reconnect': 'Réessayer maintenant',
  'problem.back': 'De nouveau en ligne.',
  'problem.unavailable': 'Le chat est indisponible pour le moment.',
  'problem.retry': 'Réessayer',
};
