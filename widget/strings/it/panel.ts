import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'it'> = {
  'launcher.open': 'Apri la chat',

  'chat.title': 'Chat',
  'chat.close': 'Chiudi la chat',
  'chat.description.ai': {
    one: 'Chat con {assistant}, un assistente IA. {count} messaggio.',
    many: 'Chat con {assistant}, un assistente IA. {count} di messaggi.',
    other: 'Chat con {assistant}, un assistente IA. {count} messaggi.',
  },

  'role.ai': 'Assistente IA',

  'handoff.request': 'Parla con una persona',
  'handoff.connecting': 'Connessione…',

  'team.online': {
    one: 'Una persona è online',
    many: '{count} di persone sono online',
    other: '{count} persone sono online',
  },
  'team.online.two': 'Due persone sono online',
  'team.away': 'Il team non è disponibile',

  'welcome.title': 'Ciao, sono {assistant}. Come posso aiutarti?',
  'welcome.lead':
    'Sono un assistente IA per {company}. Rispondo in base al nostro Centro assistenza e puoi passare a una persona in qualsiasi momento.',
  'welcome.lead.knowledge':
    'Sono un assistente IA per {company}. Rispondo in base al nostro Centro assistenza.',
  'welcome.suggestions': 'Domande suggerite',

  'log.name': 'Conversazione',

  'link.new-tab': '(si apre in una nuova scheda)',

  'composer.name': 'Messaggio',
  'composer.send': 'Invia',
  'composer.ask': 'Fai una domanda…',
  'composer.unavailable': 'La chat non è disponibile',
  'composer.mistakes': 'Le risposte dell’IA possono contenere errori.',
  privacy: 'Privacy',

  'menu.name': 'Altre opzioni',

  'problem.offline': 'Non c’è connessione. I messaggi partiranno appena torna.',
  'problem.reconnecting': 'Riconnessione…',
  'problem.reconnect': 'Prova ora',
  'problem.back': 'Di nuovo online.',
  'problem.unavailable': 'La chat non è disponibile in questo momento.',
  'problem.retry': 'Riprova',
};
