import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'pl'> = {
  'launcher.open': 'Otwórz czat',

  'chat.title': 'Czat',
  'chat.close': 'Zamknij czat',
  'chat.description.ai': {
    one: 'Czat z\u00a0asystentem AI ({assistant}). {count} wiadomość.',
    few: 'Czat z\u00a0asystentem AI ({assistant}). {count} wiadomości.',
    many: 'Czat z\u00a0asystentem AI ({assistant}). {count} wiadomości.',
    other: 'Czat z\u00a0asystentem AI ({assistant}). {count} wiadomości.',
  },

  'role.ai': 'Asystent AI',

  'handoff.request': 'Porozmawiaj z\u00a0człowiekiem',
  'handoff.connecting': 'Łączenie…',

  'team.online': {
    one: 'Jedna osoba jest online',
    few: '{count} osoby są online',
    many: '{count} osób jest online',
    other: '{count} osoby jest online',
  },
  'team.online.two': 'Dwie osoby są online',
  'team.away': 'Zespół jest teraz niedostępny',

  'welcome.title': 'Cześć, tu {assistant}. W\u00a0czym mogę pomóc?',
  'welcome.lead':
    'Jestem asystentem AI firmy {company}. Odpowiadam na podstawie naszego centrum pomocy, a\u00a0w każdej chwili można przejść do rozmowy z\u00a0człowiekiem.',
  'welcome.lead.knowledge':
    'Jestem asystentem AI firmy {company}. Odpowiadam na podstawie naszego centrum pomocy.',
  'welcome.suggestions': 'Proponowane pytania',

  'log.name': 'Rozmowa',

  'link.new-tab': '(otwiera się w\u00a0nowej karcie)',

  'composer.name': 'Wiadomość',
  'composer.send': 'Wyślij',
  'composer.ask': 'Zadaj pytanie…',
  'composer.unavailable': 'Czat jest niedostępny',
  'composer.mistakes': 'Odpowiedzi AI mogą zawierać błędy.',
  privacy: 'Prywatność',

  'menu.name': 'Więcej opcji',

  'problem.offline': 'Brak połączenia. Wiadomości zostaną wysłane, gdy wróci.',
  'problem.reconnecting': 'Ponowne łączenie…',
  'problem.reconnect': 'Spróbuj teraz',
  'problem.back': 'Znów online.',
  'problem.unavailable': 'Czat jest w\u00a0tej chwili niedostępny.',
  'problem.retry': 'Spróbuj ponownie',
};
