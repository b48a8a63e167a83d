import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'pt'> = {
  'launcher.open': 'Abrir o chat',

  'chat.title': 'Chat',
  'chat.close': 'Fechar o chat',
  'chat.description.ai': {
    one: 'Chat com {assistant}, assistente de IA. {count} mensagem.',
    many: 'Chat com {assistant}, assistente de IA. {count} de mensagens.',
    other: 'Chat com {assistant}, assistente de IA. {count} mensagens.',
  },

  'role.ai': 'Assistente de IA',

  'handoff.request': 'Falar com uma pessoa',
  'handoff.connecting': 'Conectando…',

  'team.online': {
    one: 'Uma pessoa está on-line',
    many: '{count} de pessoas estão on-line',
    other: '{count} pessoas estão on-line',
  },
  'team.online.two': 'Duas pessoas estão on-line',
  'team.away': 'A equipe não está disponível',

  'welcome.title': 'Olá, eu sou {assistant}. Como posso ajudar?',
  'welcome.lead':
    'Sou assistente de IA da empresa {company}. Respondo com base na nossa Central de Ajuda, e você pode falar com uma pessoa quando quiser.',
  'welcome.lead.knowledge':
    'Sou assistente de IA da empresa {company}. Respondo com base na nossa Central de Ajuda.',
  'welcome.suggestions': 'Perguntas sugeridas',

  'log.name': 'Conversa',

  'link.new-tab': '(abre em uma nova guia)',

  'composer.name': 'Mensagem',
  'composer.send': 'Enviar',
  'composer.ask': 'Faça uma pergunta…',
  'composer.unavailable': 'O chat está indisponível',
  'composer.mistakes': 'As respostas da IA podem conter erros.',
  privacy: 'Privacidade',

  'menu.name': 'Mais opções',

  'problem.offline': 'Você está sem conexão. As mensagens serão enviadas quando ela voltar.',
  'problem.reconnecting': 'Reconectando…',
  'problem.reconnect': 'Tentar agora',
  'problem.back': 'Conexão restabelecida.',
  'problem.unavailable': 'O chat não está disponível no momento.',
  'problem.retry': 'Tentar novamente',
};
