import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'es'> = {
  'person.edit': 'Editar',
  'person.share': 'Compartir y conectar',
  'person.send': 'Enviar al equipo',
  'person.keep': 'Seguir hablando con {assistant}',

  'email.title': 'Dejar su correo electrónico',
  'email.instead': 'Dejar un correo electrónico',
  'email.name': 'Correo electrónico',
  'email.hint': 'para responderle si se va',
  'email.lead': 'El equipo responderá a esta dirección.',
  'email.your-name': 'Nombre',

  'team.usual': {
    one: 'Una respuesta suele tardar alrededor de {count} minuto.',
    many: 'Una respuesta suele tardar alrededor de {count} de minutos.',
    other: 'Una respuesta suele tardar alrededor de {count} minutos.',
  },
  'team.back': 'Volvemos el {weekday}, {time}. Puede dejar un mensaje.',

  'queue.next': 'Es la siguiente persona en la cola',
  'queue.place': 'Es el número {number} en la cola',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'Una persona suele unirse en alrededor de {count} minuto. Puede cerrar esta ventana; le guardamos el lugar.',
    many: 'Una persona suele unirse en alrededor de {count} de minutos. Puede cerrar esta ventana; le guardamos el lugar.',
    other:
      'Una persona suele unirse en alrededor de {count} minutos. Puede cerrar esta ventana; le guardamos el lugar.',
  },
  'queue.wait.range': {
    one: 'Una persona suele unirse en {from} a {count} minuto. Puede cerrar esta ventana; le guardamos el lugar.',
    many: 'Una persona suele unirse en {from} a {count} de minutos. Puede cerrar esta ventana; le guardamos el lugar.',
    other:
      'Una persona suele unirse en {from} a {count} minutos. Puede cerrar esta ventana; le guardamos el lugar.',
  },
  'queue.wait.short': 'Una persona suele unirse en menos de un minuto.',
  'queue.slow.email': 'Siga en la cola, o deje su correo electrónico y le responderemos ahí.',
  'queue.ticket': 'Su solicitud está en manos del equipo',
  'queue.ticket.soon': 'Responderemos a {email}.',
  'queue.ticket.soon.no-email': 'Deje su correo electrónico para recibir la respuesta.',
  'queue.ticket.email': 'Ticket n.º {id}. Responderemos a {email}.',
  'queue.ticket.no-email': 'Ticket n.º {id}. Deje su correo electrónico para recibir la respuesta.',

  'notice.ended.timeout.minutes': {
    one: 'Este chat se ha cerrado tras {count} minuto sin mensajes.',
    many: 'Este chat se ha cerrado tras {count} de minutos sin mensajes.',
    other: 'Este chat se ha cerrado tras {count} minutos sin mensajes.',
  },

  'say.place': 'Es el número {number} en la cola.',

  'files.attach': 'Adjuntar un archivo',
  'files.drop': 'Suelte los archivos para adjuntarlos',
  'files.remove': 'Quitar {file}',
  'files.cancel': 'Cancelar la subida de {file}',
  'files.uploading': 'Subiendo {file}',
  'files.too-big': '{file} es demasiado grande. El límite es {size}.',
  'files.refused': 'No se pueden enviar archivos {extension}.',
  'files.failed': '{file} no se ha subido.',
  'files.too-many': {
    one: 'Puede adjuntar hasta {count} archivo.',
    many: 'Puede adjuntar hasta {count} de archivos.',
    other: 'Puede adjuntar hasta {count} archivos.',
  },
  'files.ai':
    '{assistant} no puede abrir archivos. El equipo los recibe cuando habla con una persona.',

  'say.file.added': '{file} añadido.',
  'say.file.uploaded': '{file} subido.',

  'rating.name': 'Valorar este chat',
  'rating.question': '¿Qué tal le ha atendido {firstName}?',
  'rating.question.team': '¿Qué tal le hemos atendido?',
  'rating.bad': 'Mal',
  'rating.poor': 'Regular',
  'rating.okay': 'Aceptable',
  'rating.good': 'Bien',
  'rating.great': 'Muy bien',
  'rating.send': 'Enviar valoración',
  'rating.thanks': 'Gracias por la valoración.',
  'rating.failed': 'Su valoración no se ha enviado.',

  'rich.unsupported': 'Este mensaje no se puede mostrar aquí.',
  'rich.survey': 'Valorar este chat',

  'image.from': 'Imagen de {name}',
  'image.title': 'Imagen {file}',
  'image.close': 'Cerrar',
  'file.unnamed': 'Archivo',
  'file.download': 'Descargar {file}',
  'media.loading': 'Cargando…',
  'media.failed': '{file} no se ha cargado.',
  'media.refused': '{file} no se puede mostrar aquí.',

  'carousel.role': 'carrusel',
  'carousel.name': 'Opciones',
  'carousel.item': '{number} de {total}',
  'carousel.previous': 'Elemento anterior',
  'carousel.next': 'Elemento siguiente',

  'form.name': 'Formulario',
  'form.choose': 'Elegir…',
  'form.submit': 'Enviar',
  'form.sent': 'Enviado',
  'form.required': 'Falta por rellenar: {field}.',
  'form.email': 'Escriba un correo electrónico, como nombre@ejemplo.com.',
  'form.number': 'Escriba un número.',
  'form.whole-number': 'Escriba un número entero.',
  'form.too-short': {
    one: 'Use al menos {count} carácter.',
    many: 'Use al menos {count} de caracteres.',
    other: 'Use al menos {count} caracteres.',
  },
  'form.too-long': {
    one: 'Use {count} carácter como máximo.',
    many: 'Use {count} de caracteres como máximo.',
    other: 'Use {count} caracteres como máximo.',
  },

  'location.name': 'Ubicación',
  'location.open': 'Abrir el mapa',

  'hello.name': 'Mensaje de {assistant}, asistente de IA',
  'hello.dismiss': 'Descartar el mensaje',
  'attention.sound': 'Sonido',
  'attention.tab': '({count}) {title}',
};
