import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'it'> = {
  'person.edit': 'Modifica',
  'person.share': 'Condividi e connetti',
  'person.send': 'Invia al team',
  'person.keep': 'Continua con {assistant}',

  'email.title': 'Lascia la tua email',
  'email.instead': 'Lascia invece un’email',
  'email.name': 'Email',
  'email.hint': 'per risponderti se vai via',
  'email.lead': 'Il team risponderà a questo indirizzo.',
  'email.your-name': 'Nome',

  'team.usual': {
    one: 'Di solito la risposta arriva in circa {count} minuto.',
    many: 'Di solito la risposta arriva in circa {count} di minuti.',
    other: 'Di solito la risposta arriva in circa {count} minuti.',
  },
  'team.back': 'Torniamo {weekday} alle {time}. Puoi lasciare un messaggio.',

  'queue.next': 'Tra poco tocca a te',
  'queue.place': 'Sei al numero {number} in coda',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'Di solito una persona arriva in circa {count} minuto. Puoi chiudere questa finestra: ti teniamo il posto.',
    many: 'Di solito una persona arriva in circa {count} di minuti. Puoi chiudere questa finestra: ti teniamo il posto.',
    other:
      'Di solito una persona arriva in circa {count} minuti. Puoi chiudere questa finestra: ti teniamo il posto.',
  },
  'queue.wait.range': {
    one: 'Di solito una persona arriva in {from}-{count} minuto. Puoi chiudere questa finestra: ti teniamo il posto.',
    many: 'Di solito una persona arriva in {from}-{count} di minuti. Puoi chiudere questa finestra: ti teniamo il posto.',
    other:
      'Di solito una persona arriva in {from}-{count} minuti. Puoi chiudere questa finestra: ti teniamo il posto.',
  },
  'queue.wait.short': 'Di solito una persona arriva in meno di un minuto.',
  'queue.slow.email': 'Resta in coda, oppure lascia la tua email e ti risponderemo lì.',
  'queue.ticket': 'La richiesta è nelle mani del team',
  'queue.ticket.soon': 'Risponderemo a {email}.',
  'queue.ticket.soon.no-email': 'Lascia la tua email per ricevere la risposta.',
  'queue.ticket.email': 'Ticket n. {id}. Risponderemo a {email}.',
  'queue.ticket.no-email': 'Ticket n. {id}. Lascia la tua email per ricevere la risposta.',

  'notice.ended.timeout.minutes': {
    one: 'Questa chat si è chiusa dopo {count} minuto senza messaggi.',
    many: 'Questa chat si è chiusa dopo {count} di minuti senza messaggi.',
    other: 'Questa chat si è chiusa dopo {count} minuti senza messaggi.',
  },

  'say.place': 'Sei al numero {number} in coda.',

  'files.attach': 'Allega un file',
  'files.drop': 'Rilascia i file per allegarli',
  'files.remove': 'Rimuovi {file}',
  'files.cancel': 'Annulla il caricamento di {file}',
  'files.uploading': 'Caricamento di {file}',
  'files.too-big': '{file} è troppo grande. Il limite è {size}.',
  'files.refused': 'I file {extension} non si possono inviare.',
  'files.failed': '{file} non è stato caricato.',
  'files.too-many': {
    one: 'Puoi allegare al massimo {count} file.',
    many: 'Puoi allegare al massimo {count} di file.',
    other: 'Puoi allegare al massimo {count} file.',
  },
  'files.ai': '{assistant} non può aprire file. Il team li riceve quando parli con una persona.',

  'say.file.added': '{file} aggiunto.',
  'say.file.uploaded': '{file} caricato.',

  'rating.name': 'Valuta questa chat',
  'rating.question': 'Come è andata con {firstName}?',
  'rating.question.team': 'Come è andata con noi?',
  'rating.bad': 'Male',
  'rating.poor': 'Così così',
  'rating.okay': 'Discreto',
  'rating.good': 'Bene',
  'rating.great': 'Benissimo',
  'rating.send': 'Invia valutazione',
  'rating.thanks': 'Grazie per la valutazione.',
  'rating.failed': 'La valutazione non è stata inviata.',

  'rich.unsupported': 'Questo messaggio non può essere mostrato qui.',
  'rich.survey': 'Valuta questa chat',

  'image.from': 'Immagine di {name}',
  'image.title': 'Immagine {file}',
  'image.close': 'Chiudi',
  'file.unnamed': 'File',
  'file.download': 'Scarica {file}',
  'media.loading': 'Caricamento…',
  'media.failed': '{file} non è stato caricato.',
  'media.refused': '{file} non può essere mostrato qui.',

  'carousel.role': 'carosello',
  'carousel.name': 'Scelte',
  'carousel.item': '{number} di {total}',
  'carousel.previous': 'Elemento precedente',
  'carousel.next': 'Elemento successivo',

  'form.name': 'Modulo',
  'form.choose': 'Scegli…',
  'form.submit': 'Invia',
  'form.sent': 'Inviato',
  'form.required': 'Da compilare: {field}.',
  'form.email': 'Inserisci un’email, come nome@esempio.it.',
  'form.number': 'Inserisci un numero.',
  'form.whole-number': 'Inserisci un numero intero.',
  'form.too-short': {
    one: 'Usa almeno {count} carattere.',
    many: 'Usa almeno {count} di caratteri.',
    other: 'Usa almeno {count} caratteri.',
  },
  'form.too-long': {
    one: 'Usa al massimo {count} carattere.',
    many: 'Usa al massimo {count} di caratteri.',
    other: 'Usa al massimo {count} caratteri.',
  },

  'location.name': 'Luogo',
  'location.open': 'Apri mappa',

  'hello.name': 'Messaggio di {assistant}, assistente IA',
  'hello.dismiss': 'Nascondi messaggio',
  'attention.sound': 'Suono',
  'attention.tab': '({count}) {title}',
};
