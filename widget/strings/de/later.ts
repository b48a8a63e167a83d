import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'de'> = {
  'person.edit': 'Bearbeiten',
  'person.share': 'Weitergeben und verbinden',
  'person.send': 'An das Team senden',
  'person.keep': 'Weiter mit {assistant} chatten',

  'email.title': 'E-Mail-Adresse hinterlassen',
  'email.instead': 'Lieber E-Mail-Adresse hinterlassen',
  'email.name': 'E-Mail-Adresse',
  'email.hint': 'damit wir antworten können, wenn Sie gehen',
  'email.lead': 'Das Team antwortet an diese Adresse.',
  'email.your-name': 'Name',

  'team.usual': {
    one: 'Eine Antwort dauert meist etwa {count} Minute.',
    other: 'Eine Antwort dauert meist etwa {count} Minuten.',
  },
  'team.back': 'Wieder da: {weekday}, {time}. Sie können eine Nachricht hinterlassen.',

  'queue.next': 'Sie sind als Nächstes dran',
  'queue.place': 'Sie sind Nummer {number} in der Warteschlange',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'Meist kommt in etwa {count} Minute jemand dazu. Sie können dieses Fenster schließen, Ihr Platz bleibt erhalten.',
    other:
      'Meist kommt in etwa {count} Minuten jemand dazu. Sie können dieses Fenster schließen, Ihr Platz bleibt erhalten.',
  },
  'queue.wait.range': {
    one: 'Meist kommt in {from} bis {count} Minute jemand dazu. Sie können dieses Fenster schließen, Ihr Platz bleibt erhalten.',
    other:
      'Meist kommt in {from} bis {count} Minuten jemand dazu. Sie können dieses Fenster schließen, Ihr Platz bleibt erhalten.',
  },
  'queue.wait.short': 'Meist kommt in weniger als einer Minute jemand dazu.',
  'queue.slow.email':
    'Bleiben Sie in der Warteschlange, oder hinterlassen Sie Ihre E-Mail-Adresse, dann antworten wir dort.',
  'queue.ticket': 'Ihre Anfrage ist beim Team',
  'queue.ticket.soon': 'Wir antworten an {email}.',
  'queue.ticket.soon.no-email': 'Hinterlassen Sie Ihre E-Mail-Adresse, um die Antwort zu bekommen.',
  'queue.ticket.email': 'Ticket #{id}. Wir antworten an {email}.',
  'queue.ticket.no-email':
    'Ticket #{id}. Hinterlassen Sie Ihre E-Mail-Adresse, um die Antwort zu bekommen.',

  'notice.ended.timeout.minutes': {
    one: 'Dieser Chat wurde nach {count} Minute ohne Nachricht geschlossen.',
    other: 'Dieser Chat wurde nach {count} Minuten ohne Nachricht geschlossen.',
  },

  'say.place': 'Sie sind Nummer {number} in der Warteschlange.',

  'files.attach': 'Datei anhängen',
  'files.drop': 'Dateien hier ablegen',
  'files.remove': '{file} entfernen',
  'files.cancel': 'Hochladen von {file} abbrechen',
  'files.uploading': '{file} wird hochgeladen',
  'files.too-big': '{file} ist zu groß. Das Limit ist {size}.',
  'files.refused': '{extension}-Dateien können nicht gesendet werden.',
  'files.failed': '{file} wurde nicht hochgeladen.',
  'files.too-many': {
    one: 'Sie können höchstens {count} Datei anhängen.',
    other: 'Sie können höchstens {count} Dateien anhängen.',
  },
  'files.ai':
    '{assistant} kann keine Dateien öffnen. Das Team bekommt sie, wenn Sie mit einem Menschen sprechen.',

  'say.file.added': '{file} hinzugefügt.',
  'say.file.uploaded': '{file} hochgeladen.',

  'rating.name': 'Diesen Chat bewerten',
  'rating.question': 'Wie war der Chat mit {firstName}?',
  'rating.question.team': 'Wie war der Chat mit uns?',
  'rating.bad': 'Schlecht',
  'rating.poor': 'Mäßig',
  'rating.okay': 'Okay',
  'rating.good': 'Gut',
  'rating.great': 'Sehr gut',
  'rating.send': 'Bewertung senden',
  'rating.thanks': 'Danke für die Bewertung.',
  'rating.failed': 'Ihre Bewertung wurde nicht gesendet.',

  'rich.unsupported': 'Diese Nachricht kann hier nicht angezeigt werden.',
  'rich.survey': 'Diesen Chat bewerten',

  'image.from': 'Bild von {name}',
  'image.title': 'Bild {file}',
  'image.close': 'Schließen',
  'file.unnamed': 'Datei',
  'file.download': '{file} herunterladen',
  'media.loading': 'Wird geladen\u00a0…',
  'media.failed': '{file} wurde nicht geladen.',
  'media.refused': '{file} kann hier nicht angezeigt werden.',

  'carousel.role': 'Karussell',
  'carousel.name': 'Auswahl',
  'carousel.item': '{number} von {total}',
  'carousel.previous': 'Vorheriges Element',
  'carousel.next': 'Nächstes Element',

  'form.name': 'Formular',
  'form.choose': 'Auswählen\u00a0…',
  'form.submit': 'Absenden',
  'form.sent': 'Gesendet',
  'form.required': 'Bitte ausfüllen: {field}.',
  'form.email': 'Bitte eine E-Mail-Adresse eingeben, etwa name@beispiel.de.',
  'form.number': 'Bitte eine Zahl eingeben.',
  'form.whole-number': 'Bitte eine ganze Zahl eingeben.',
  'form.too-short': {
    one: 'Bitte mindestens {count} Zeichen.',
    other: 'Bitte mindestens {count} Zeichen.',
  },
  'form.too-long': {
    one: 'Bitte höchstens {count} Zeichen.',
    other: 'Bitte höchstens {count} Zeichen.',
  },

  'location.name': 'Ort',
  'location.open': 'Karte öffnen',

  'hello.name': 'Nachricht von {assistant}, KI-Assistent',
  'hello.dismiss': 'Nachricht ausblenden',
  'attention.sound': 'Ton',
  'attention.tab': '({count}) {title}',
};
