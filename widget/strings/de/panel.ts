import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'de'> = {
  'launcher.open': 'Chat öffnen',

  'chat.title': 'Chat',
  'chat.close': 'Chat schließen',
  'chat.description.ai': {
    one: 'Chat mit {assistant}, einem KI-Assistenten. {count} Nachricht.',
    other: 'Chat mit {assistant}, einem KI-Assistenten. {count} Nachrichten.',
  },

  'role.ai': 'KI-Assistent',

  'handoff.request': 'Mit Menschen sprechen',
  'handoff.connecting': 'Wird verbunden\u00a0…',

  'team.online': { one: 'Eine Person ist online', other: '{count} Personen sind online' },
  'team.online.two': 'Zwei Personen sind online',
  'team.away': 'Das Team ist gerade nicht da',

  'welcome.title': 'Hallo, ich bin {assistant}. Wie kann ich helfen?',
  'welcome.lead':
    'Ich bin ein KI-Assistent für {company}. Ich antworte mit Artikeln aus unserem Hilfe-Center, und Sie können jederzeit zu einem Menschen wechseln.',
  'welcome.lead.knowledge':
    'Ich bin ein KI-Assistent für {company}. Ich antworte mit Artikeln aus unserem Hilfe-Center.',
  'welcome.suggestions': 'Vorgeschlagene Fragen',

  'log.name': 'Unterhaltung',

  'link.new-tab': '(öffnet in neuem Tab)',

  'composer.name': 'Nachricht',
  'composer.send': 'Senden',
  'composer.ask': 'Frage stellen\u00a0…',
  'composer.unavailable': 'Der Chat ist nicht verfügbar',
  'composer.mistakes': 'KI-Antworten können Fehler enthalten.',
  privacy: 'Datenschutz',

  'menu.name': 'Weitere Optionen',

  'problem.offline':
    'Sie sind offline. Nachrichten werden gesendet, sobald die Verbindung wieder steht.',
  'problem.reconnecting': 'Verbindung wird wiederhergestellt\u00a0…',
  'problem.reconnect': 'Jetzt versuchen',
  'problem.back': 'Wieder online.',
  'problem.unavailable': 'Der Chat ist gerade nicht verfügbar.',
  'problem.retry': 'Erneut versuchen',
};
