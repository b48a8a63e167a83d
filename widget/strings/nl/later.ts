import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'nl'> = {
  'person.edit': 'Bewerken',
  'person.share': 'Delen en verbinden',
  'person.send': 'Naar het team sturen',
  'person.keep': 'Verder met {assistant}',

  'email.title': 'Laat je e-mailadres achter',
  'email.instead': 'Liever een e-mailadres achterlaten',
  'email.name': 'E-mailadres',
  'email.hint': 'zodat we kunnen antwoorden als je weggaat',
  'email.lead': 'Het team antwoordt naar dit adres.',
  'email.your-name': 'Naam',

  'team.usual': {
    one: 'Een antwoord duurt meestal ongeveer {count} minuut.',
    other: 'Een antwoord duurt meestal ongeveer {count} minuten.',
  },
  'team.back': 'We zijn er weer {weekday} om {time}. Je kunt een bericht achterlaten.',

  'queue.next': 'Je bent de volgende',
  'queue.place': 'Je bent nummer {number} in de wachtrij',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'Meestal is er over ongeveer {count} minuut iemand. Je kunt dit venster sluiten; we houden je plek vast.',
    other:
      'Meestal is er over ongeveer {count} minuten iemand. Je kunt dit venster sluiten; we houden je plek vast.',
  },
  'queue.wait.range': {
    one: 'Meestal is er over {from} tot {count} minuut iemand. Je kunt dit venster sluiten; we houden je plek vast.',
    other:
      'Meestal is er over {from} tot {count} minuten iemand. Je kunt dit venster sluiten; we houden je plek vast.',
  },
  'queue.wait.short': 'Meestal is er binnen een minuut iemand.',
  'queue.slow.email': 'Blijf in de wachtrij, of laat je e-mailadres achter en we antwoorden daar.',
  'queue.ticket': 'Je verzoek ligt bij het team',
  'queue.ticket.soon': 'We antwoorden naar {email}.',
  'queue.ticket.soon.no-email': 'Laat je e-mailadres achter om het antwoord te krijgen.',
  'queue.ticket.email': 'Ticket #{id}. We antwoorden naar {email}.',
  'queue.ticket.no-email': 'Ticket #{id}. Laat je e-mailadres achter om het antwoord te krijgen.',

  'notice.ended.timeout.minutes': {
    one: 'Deze chat is gesloten na {count} minuut zonder bericht.',
    other: 'Deze chat is gesloten na {count} minuten zonder bericht.',
  },

  'say.place': 'Je bent nummer {number} in de wachtrij.',

  'files.attach': 'Bestand toevoegen',
  'files.drop': 'Laat bestanden los om ze toe te voegen',
  'files.remove': '{file} weghalen',
  'files.cancel': 'Uploaden van {file} annuleren',
  'files.uploading': '{file} uploaden',
  'files.too-big': '{file} is te groot. De limiet is {size}.',
  'files.refused': '{extension}-bestanden kun je niet versturen.',
  'files.failed': '{file} is niet geüpload.',
  'files.too-many': {
    one: 'Je kunt hoogstens {count} bestand toevoegen.',
    other: 'Je kunt hoogstens {count} bestanden toevoegen.',
  },
  'files.ai':
    '{assistant} kan geen bestanden openen. Het team krijgt ze als je met een medewerker praat.',

  'say.file.added': '{file} toegevoegd.',
  'say.file.uploaded': '{file} geüpload.',

  'rating.name': 'Beoordeel deze chat',
  'rating.question': 'Hoe deed {firstName} het?',
  'rating.question.team': 'Hoe deden we het?',
  'rating.bad': 'Slecht',
  'rating.poor': 'Matig',
  'rating.okay': 'Oké',
  'rating.good': 'Goed',
  'rating.great': 'Geweldig',
  'rating.send': 'Beoordeling versturen',
  'rating.thanks': 'Bedankt voor je beoordeling.',
  'rating.failed': 'Je beoordeling is niet verstuurd.',

  'rich.unsupported': 'Dit bericht kan hier niet worden getoond.',
  'rich.survey': 'Beoordeel deze chat',

  'image.from': 'Afbeelding van {name}',
  'image.title': 'Afbeelding {file}',
  'image.close': 'Sluiten',
  'file.unnamed': 'Bestand',
  'file.download': '{file} downloaden',
  'media.loading': 'Laden…',
  'media.failed': '{file} is niet geladen.',
  'media.refused': '{file} kan hier niet worden getoond.',

  'carousel.role': 'carrousel',
  'carousel.name': 'Keuzes',
  'carousel.item': '{number} van {total}',
  'carousel.previous': 'Vorig item',
  'carousel.next': 'Volgend item',

  'form.name': 'Formulier',
  'form.choose': 'Kies…',
  'form.submit': 'Versturen',
  'form.sent': 'Verstuurd',
  'form.required': 'Vul in: {field}.',
  'form.email': 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
  'form.number': 'Vul een getal in.',
  'form.whole-number': 'Vul een heel getal in.',
  'form.too-short': {
    one: 'Gebruik minstens {count} teken.',
    other: 'Gebruik minstens {count} tekens.',
  },
  'form.too-long': {
    one: 'Gebruik hoogstens {count} teken.',
    other: 'Gebruik hoogstens {count} tekens.',
  },

  'location.name': 'Locatie',
  'location.open': 'Kaart openen',

  'hello.name': 'Bericht van {assistant}, AI-assistent',
  'hello.dismiss': 'Bericht sluiten',
  'attention.sound': 'Geluid',
  'attention.tab': '({count}) {title}',
};
