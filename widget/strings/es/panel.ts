import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'es'> = {
  'launcher.open': 'Abrir el chat',

  'chat.title': 'Chat',
  'chat.close': 'Cerrar el chat',
  'chat.description.ai': {
    one: 'Chat con {assistant}, un asistente de IA. {count} mensaje.',
    many: 'Chat con {assistant}, un asistente de IA. {count} de mensajes.',
    other: 'Chat con {assistant}, un asistente de IA. {count} mensajes.',
  },

  'role.ai': 'Asistente de IA',

  'handoff.request': 'Hablar con una persona',
  'handoff.connecting': 'Conectando…',

  'team.online': {
    one: 'Hay una persona en línea',
    many: 'Hay {count} de personas en línea',
    other: 'Hay {count} personas en línea',
  },
  'team.online.two': 'Hay dos personas en línea',
  'team.away': 'El equipo no está disponible',

  'welcome.title': 'Hola, soy {assistant}. ¿En qué puedo ayudarle?',
  'welcome.lead':
    'Soy un asistente de IA de {company}. Respondo a partir de nuestro centro de ayuda y puede pasar a una persona cuando quiera.',
  'welcome.lead.knowledge':
    'Soy un asistente de IA de {company}. Respondo a partir de nuestro centro de ayuda.',
  'welcome.suggestions': 'Preguntas sugeridas',

  'log.name': 'Conversación',

  'link.new-tab': '(se abre en una pestaña nueva)',

  'composer.name': 'Mensaje',
  'composer.send': 'Enviar',
  'composer.ask': 'Haga una pregunta…',
  'composer.unavailable': 'El chat no está disponible',
  'composer.mistakes': 'Las respuestas de la IA pueden contener errores.',
  privacy: 'Privacidad',

  'menu.name': 'Más opciones',

  'problem.offline': 'No tiene conexión. Los mensajes se enviarán cuando vuelva.',
  'problem.reconnecting': 'Reconectando…',
  'problem.reconnect': 'Probar ahora',
  'problem.back': 'De nuevo en línea.',
  'problem.unavailable': 'El chat no está disponible en este momento.',
  'problem.retry': 'Reintentar',
};
