import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'fr'> = {
  'person.edit': 'Modifier',
  'person.share': 'Transmettre et se connecter',
  'person.send': 'Envoyer à l’équipe',
  'person.keep': 'Continuer avec {assistant}',

  'email.title': 'Laisser votre e-mail',
  'email.instead': 'Laisser plutôt un e-mail',
  'email.name': 'E-mail',
  'email.hint': 'pour vous répondre si vous partez',
  'email.lead': 'L’équipe répondra à cette adresse.',
  'email.your-name': 'Nom',

  'team.usual': {
    one: 'Une réponse prend en général environ {count} minute.',
    many: 'Une réponse prend en général environ {count} de minutes.',
    other: 'Une réponse prend en général environ {count} minutes.',
  },
  'team.back': 'De retour {weekday} à {time}. Vous pouvez laisser un message.',

  'queue.next': 'C’est bientôt votre tour',
  'queue.place': 'Vous êtes au numéro {number} dans la file',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'En général, une personne arrive dans environ {count} minute. Vous pouvez fermer cette fenêtre, nous gardons votre place.',
    many: 'En général, une personne arrive dans environ {count} de minutes. Vous pouvez fermer cette fenêtre, nous gardons votre place.',
    other:
      'En général, une personne arrive dans environ {count} minutes. Vous pouvez fermer cette fenêtre, nous gardons votre place.',
  },
  'queue.wait.range': {
    one: 'En général, une personne arrive d’ici {from} à {count} minute. Vous pouvez fermer cette fenêtre, nous gardons votre place.',
    many: 'En général, une personne arrive d’ici {from} à {count} de minutes. Vous pouvez fermer cette fenêtre, nous gardons votre place.',
    other:
      'En général, une personne arrive d’ici {from} à {count} minutes. Vous pouvez fermer cette fenêtre, nous gardons votre place.',
  },
  'queue.wait.short': 'En général, une personne arrive en moins d’une minute.',
  'queue.slow.email': 'Restez dans la file, ou laissez votre e-mail et nous vous y répondrons.',
  'queue.ticket': 'Votre demande est entre les mains de l’équipe',
  'queue.ticket.soon': 'Nous répondrons à {email}.',
  'queue.ticket.soon.no-email': 'Laissez votre e-mail pour recevoir la réponse.',
  'queue.ticket.email': 'Ticket n°\u202f{id}. Nous répondrons à {email}.',
  'queue.ticket.no-email': 'Ticket n°\u202f{id}. Laissez votre e-mail pour recevoir la réponse.',

  'notice.ended.timeout.minutes': {
    one: 'Ce chat s’est fermé après {count} minute sans message.',
    many: 'Ce chat s’est fermé après {count} de minutes sans message.',
    other: 'Ce chat s’est fermé après {count} minutes sans message.',
  },

  'say.place': 'Vous êtes au numéro {number} dans la file.',

  'files.attach': 'Joindre un fichier',
  'files.drop': 'Déposez vos fichiers pour les joindre',
  'files.remove': 'Retirer {file}',
  'files.cancel': 'Annuler l’envoi de {file}',
  'files.uploading': 'Envoi de {file}',
  'files.too-big': '{file} est trop volumineux. La limite est de {size}.',
  'files.refused': 'Les fichiers {extension} ne peuvent pas être envoyés.',
  'files.failed': '{file} n’a pas été envoyé.',
  'files.too-many': {
    one: 'Vous pouvez joindre {count} fichier au maximum.',
    many: 'Vous pouvez joindre {count} de fichiers au maximum.',
    other: 'Vous pouvez joindre {count} fichiers au maximum.',
  },
  'files.ai':
    '{assistant} ne peut pas ouvrir de fichiers. L’équipe les reçoit quand vous parlez à une personne.',

  'say.file.added': '{file} ajouté.',
  'say.file.uploaded': '{file} envoyé.',

  'rating.name': 'Évaluer ce chat',
  'rating.question': 'Comment s’est passé le chat avec {firstName}\u202f?',
  'rating.question.team': 'Comment s’est passé le chat avec nous\u202f?',
  'rating.bad': 'Mauvais',
  'rating.poor': 'Médiocre',
  'rating.okay': 'Correct',
  'rating.good': 'Bien',
  'rating.great': 'Très bien',
  'rating.send': 'Envoyer l’avis',
  'rating.thanks': 'Merci pour votre avis.',
  'rating.failed': 'Votre avis n’a pas été envoyé.',

  'rich.unsupported': 'Ce message ne peut pas s’afficher ici.',
  'rich.survey': 'Évaluer ce chat',

  'image.from': 'Image de {name}',
  'image.title': 'Image {file}',
  'image.close': 'Fermer',
  'file.unnamed': 'Fichier',
  'file.download': 'Télécharger {file}',
  'media.loading': 'Chargement…',
  'media.failed': '{file} n’a pas pu être chargé.',
  'media.refused': '{file} ne peut pas s’afficher ici.',

  'carousel.role': 'carrousel',
  'carousel.name': 'Choix',
  'carousel.item': '{number} sur {total}',
  'carousel.previous': 'Élément précédent',
  'carousel.next': 'Élément suivant',

  'form.name': 'Formulaire',
  'form.choose': 'Choisir…',
  'form.submit': 'Envoyer',
  'form.sent': 'Envoyé',
  'form.required': 'À remplir\u202f: {field}.',
  'form.email': 'Indiquez un e-mail, par exemple nom@exemple.fr.',
  'form.number': 'Indiquez un nombre.',
  'form.whole-number': 'Indiquez un nombre entier.',
  'form.too-short': {
    one: 'Au moins {count} caractère.',
    many: 'Au moins {count} de caractères.',
    other: 'Au moins {count} caractères.',
  },
  'form.too-long': {
    one: '{count} caractère au maximum.',
    many: '{count} de caractères au maximum.',
    other: '{count} caractères au maximum.',
  },

  'location.name': 'Lieu',
  'location.open': 'Ouvrir la carte',

  'hello.name': 'Message de {assistant}, assistant IA',
  'hello.dismiss': 'Masquer le message',
  'attention.sound': 'Son',
  'attention.tab': '({count}) {title}',
};
