import type { Phrases } from './phrases.ts';

export const spanish: Phrases = {
  miss: 'No lo he encontrado en el centro de ayuda. Pruebe con otras palabras o hable con una persona.',
  missWithoutPerson: 'No lo he encontrado en el centro de ayuda. Pruebe con otras palabras.',
  nobodyHere: (company) =>
    `Aquí no hay nadie a quien pueda pasarle. Puedo responder preguntas sobre ${company} a partir del centro de ayuda.`,
  cannotOpenFiles: 'No puedo abrir archivos. El equipo los recibe cuando habla con una persona.',
  pressForPerson:
    'Puedo ponerle en contacto con el equipo. Pulse el botón de abajo para continuar.',
  greeting: (assistant, company) =>
    `Hola, soy ${assistant}, un asistente de IA de ${company}. ¿En qué puedo ayudarle?`,
  thanks: 'De nada. ¿Puedo ayudarle en algo más?',
  goodbye: 'Hasta luego. Escriba aquí cuando quiera.',
  aboutItself: (assistant, company) =>
    `Soy ${assistant}, un asistente de IA, no una persona. Respondo preguntas sobre ${company} a partir del centro de ayuda, y puede hablar con una persona cuando quiera.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Soy ${assistant}, un asistente de IA, no una persona. Respondo preguntas sobre ${company} a partir del centro de ayuda.`,
};
