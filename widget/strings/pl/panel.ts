import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'pl'> = {
  'launcher.open': 'Otwórz czat',
  'launcher.unread': {
    one: 'Otwórz czat, {count} nieprzeczytana wiadomość',
    few: 'Otwórz czat, {count} nieprzeczytane wiadomości',
    many: 'Otwórz czat, {count} nieprzeczytanych wiadomości',
    other: 'Otwórz czat, {count} nieprzeczytanej wiadomości',
  },

  'chat.title': 'Czat',
  'chat.close': 'Zamknij czat',
  'chat.description.ai': {
    one: 'Czat z asystentem AI ({assistant}). {count} wiadomość.',
    few: 'Czat z asystentem AI ({assistant}). {count} wiadomości.',
    many: 'Czat z asystentem AI ({assistant}). {count} wiadomości.',
    other: 'Czat z asystentem AI ({assistant}). {count} wiadomości.',
  },

  'role.ai': 'Asystent AI',

  'handoff.request': 'Porozmawiaj z człowiekiem',
  'handoff.connecting': 'Łączenie…',

  'team.online': {
    one: 'Jedna osoba jest online',
    few: '{count} osoby są online',
    many: '{count} osób jest online',
    other: '{count} osoby jest online',
  },
  'team.online.two': 'Dwie osoby są online',
  'team.away': 'Zespół jest teraz niedostępny',

  'welcome.title': 'Cześć, tu {assistant}. W czym mogę pomóc?',
  'welcome.lead':
    'Jestem asystentem AI firmy {company}. Odpowiadam na podstawie naszego centrum pomocy, a w każdej chwili można przejść do rozmowy z człowiekiem.',
  'welcome.lead.knowledge':
    'Jestem asystentem AI firmy {company}. Odpowiadam na podstawie naszego centrum pomocy.',
  'welcome.suggestions': 'Proponowane pytania',

  'log.name': 'Rozmowa',

  'link.new-tab': '(otwiera się w nowej karcie)',

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
  'problem.unavailable': 'Czat jest w tej chwili niedostępny.',
  'problem.retry': 'Spróbuj ponownie',
};
