import type { Phrases } from './phrases.ts';

export const portuguese: Phrases = {
  miss: 'Não encontrei isso na Central de Ajuda. Tente outras palavras ou fale com uma pessoa.',
  missWithoutPerson: 'Não encontrei isso na Central de Ajuda. Tente outras palavras.',
  nobodyHere: (company) =>
    `Aqui não há ninguém para quem eu possa passar você. Posso responder perguntas sobre ${company} com base na Central de Ajuda.`,
  cannotOpenFiles:
    'Não consigo abrir arquivos. A equipe os recebe quando você fala com uma pessoa.',
  pressForPerson: 'Posso passar você para a equipe. Pressione o botão abaixo para continuar.',
  greeting: (assistant, company) =>
    `Olá, eu sou ${assistant}, assistente de IA da empresa ${company}. Como posso ajudar?`,
  thanks: 'De nada. Posso ajudar em mais alguma coisa?',
  goodbye: 'Até logo. Escreva aqui quando quiser.',
  aboutItself: (assistant, company) =>
    `Sou ${assistant}, assistente de IA, não uma pessoa. Respondo perguntas sobre ${company} com base na Central de Ajuda, e você pode falar com uma pessoa quando quiser.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Sou ${assistant}, assistente de IA, não uma pessoa. Respondo perguntas sobre ${company} com base na Central de Ajuda.`,
};
