import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'pl'> = {
  'person.edit': 'Edytuj',
  'person.share': 'Przekaż i\u00a0połącz',
  'person.send': 'Wyślij do zespołu',
  'person.keep': 'Rozmawiaj dalej ({assistant})',

  'email.title': 'Zostaw adres e-mail',
  'email.instead': 'Wolę zostawić e-mail',
  'email.name': 'E-mail',
  'email.hint': 'żebyśmy mogli odpisać po zamknięciu okna',
  'email.lead': 'Zespół odpowie na ten adres.',
  'email.your-name': 'Imię i\u00a0nazwisko',

  'team.usual': {
    one: 'Odpowiedź przychodzi zwykle po około {count} minucie.',
    few: 'Odpowiedź przychodzi zwykle po około {count} minutach.',
    many: 'Odpowiedź przychodzi zwykle po około {count} minutach.',
    other: 'Odpowiedź przychodzi zwykle po około {count} minuty.',
  },
  'team.back': 'Wracamy: {weekday}, {time}. Można zostawić wiadomość.',

  'queue.next': 'Następna kolej jest Twoja',
  'queue.place': 'Twoje miejsce w\u00a0kolejce: {number}',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'Zwykle ktoś dołącza po około {count} minucie. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
    few: 'Zwykle ktoś dołącza po około {count} minutach. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
    many: 'Zwykle ktoś dołącza po około {count} minutach. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
    other:
      'Zwykle ktoś dołącza po około {count} minuty. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
  },
  'queue.wait.range': {
    one: 'Zwykle ktoś dołącza po {from}–{count} minucie. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
    few: 'Zwykle ktoś dołącza po {from}–{count} minutach. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
    many: 'Zwykle ktoś dołącza po {from}–{count} minutach. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
    other:
      'Zwykle ktoś dołącza po {from}–{count} minuty. Można zamknąć to okno, miejsce w\u00a0kolejce zostanie.',
  },
  'queue.wait.short': 'Zwykle ktoś dołącza w\u00a0niecałą minutę.',
  'queue.slow.email': 'Zostań w\u00a0kolejce albo zostaw adres e-mail, a\u00a0odpiszemy na niego.',
  'queue.ticket': 'Zgłoszenie jest u\u00a0zespołu',
  'queue.ticket.soon': 'Odpowiemy na adres {email}.',
  'queue.ticket.soon.no-email': 'Zostaw adres e-mail, żeby dostać odpowiedź.',
  'queue.ticket.email': 'Zgłoszenie nr {id}. Odpowiemy na adres {email}.',
  'queue.ticket.no-email': 'Zgłoszenie nr {id}. Zostaw adres e-mail, żeby dostać odpowiedź.',

  'notice.ended.timeout.minutes': {
    one: 'Ten czat został zamknięty po {count} minucie bez wiadomości.',
    few: 'Ten czat został zamknięty po {count} minutach bez wiadomości.',
    many: 'Ten czat został zamknięty po {count} minutach bez wiadomości.',
    other: 'Ten czat został zamknięty po {count} minuty bez wiadomości.',
  },

  'say.place': 'Twoje miejsce w\u00a0kolejce: {number}.',

  'files.attach': 'Dołącz plik',
  'files.drop': 'Upuść pliki, żeby je dołączyć',
  'files.remove': 'Usuń {file}',
  'files.cancel': 'Anuluj przesyłanie {file}',
  'files.uploading': 'Przesyłanie {file}',
  'files.too-big': '{file} jest za duży. Limit to {size}.',
  'files.refused': 'Plików {extension} nie można wysyłać.',
  'files.failed': 'Nie udało się przesłać {file}.',
  'files.too-many': {
    one: 'Można dołączyć najwyżej {count} plik.',
    few: 'Można dołączyć najwyżej {count} pliki.',
    many: 'Można dołączyć najwyżej {count} plików.',
    other: 'Można dołączyć najwyżej {count} pliku.',
  },
  'files.ai':
    '{assistant} nie otwiera plików. Zespół dostanie je podczas rozmowy z\u00a0człowiekiem.',

  'say.file.added': 'Dodano {file}.',
  'say.file.uploaded': 'Przesłano {file}.',

  'rating.name': 'Oceń ten czat',
  'rating.question': 'Jak oceniasz tę rozmowę ({firstName})?',
  'rating.question.team': 'Jak oceniasz rozmowę z\u00a0nami?',
  'rating.bad': 'Źle',
  'rating.poor': 'Słabo',
  'rating.okay': 'W\u00a0porządku',
  'rating.good': 'Dobrze',
  'rating.great': 'Świetnie',
  'rating.send': 'Wyślij ocenę',
  'rating.thanks': 'Dziękujemy za ocenę.',
  'rating.failed': 'Ocena nie została wysłana.',

  'rich.unsupported': 'Tej wiadomości nie można tu wyświetlić.',
  'rich.survey': 'Oceń ten czat',

  'image.from': 'Obraz od: {name}',
  'image.title': 'Obraz {file}',
  'image.close': 'Zamknij',
  'file.unnamed': 'Plik',
  'file.download': 'Pobierz {file}',
  'media.loading': 'Ładowanie…',
  'media.failed': 'Nie udało się załadować {file}.',
  'media.refused': 'Nie można tu wyświetlić {file}.',

  'carousel.role': 'karuzela',
  'carousel.name': 'Do wyboru',
  'carousel.item': '{number} z\u00a0{total}',
  'carousel.previous': 'Poprzedni element',
  'carousel.next': 'Następny element',

  'form.name': 'Formularz',
  'form.choose': 'Wybierz…',
  'form.submit': 'Wyślij',
  'form.sent': 'Wysłano',
  'form.required': 'Uzupełnij: {field}.',
  'form.email': 'Podaj adres e-mail, na przykład imie@przyklad.pl.',
  'form.number': 'Podaj liczbę.',
  'form.whole-number': 'Podaj liczbę całkowitą.',
  'form.too-short': {
    one: 'Co najmniej {count} znak.',
    few: 'Co najmniej {count} znaki.',
    many: 'Co najmniej {count} znaków.',
    other: 'Co najmniej {count} znaku.',
  },
  'form.too-long': {
    one: 'Maksymalnie {count} znak.',
    few: 'Maksymalnie {count} znaki.',
    many: 'Maksymalnie {count} znaków.',
    other: 'Maksymalnie {count} znaku.',
  },

  'location.name': 'Miejsce',
  'location.open': 'Otwórz mapę',

  'hello.name': 'Wiadomość od asystenta AI ({assistant})',
  'hello.dismiss': 'Ukryj wiadomość',
  'attention.sound': 'Dźwięk',
  'attention.tab': '({count}) {title}',
};
