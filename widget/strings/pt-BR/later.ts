import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'pt'> = {
  'person.edit': 'Editar',
  'person.share': 'Compartilhar e conectar',
  'person.send': 'Enviar à equipe',
  'person.keep': 'Continuar com {assistant}',

  'email.title': 'Deixe seu e-mail',
  'email.instead': 'Prefiro deixar um e-mail',
  'email.name': 'E-mail',
  'email.hint': 'para respondermos se você sair',
  'email.lead': 'A equipe vai responder para este endereço.',
  'email.your-name': 'Nome',

  'team.usual': {
    one: 'Uma resposta costuma levar cerca de {count} minuto.',
    many: 'Uma resposta costuma levar cerca de {count} de minutos.',
    other: 'Uma resposta costuma levar cerca de {count} minutos.',
  },
  'team.back': 'Voltamos: {weekday}, {time}. Você pode deixar uma mensagem.',

  'queue.next': 'Você é a próxima pessoa da fila',
  'queue.place': 'Você é o número {number} da fila',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'Uma pessoa costuma entrar em cerca de {count} minuto. Você pode fechar esta janela; guardamos seu lugar.',
    many: 'Uma pessoa costuma entrar em cerca de {count} de minutos. Você pode fechar esta janela; guardamos seu lugar.',
    other:
      'Uma pessoa costuma entrar em cerca de {count} minutos. Você pode fechar esta janela; guardamos seu lugar.',
  },
  'queue.wait.range': {
    one: 'Uma pessoa costuma entrar em {from} a {count} minuto. Você pode fechar esta janela; guardamos seu lugar.',
    many: 'Uma pessoa costuma entrar em {from} a {count} de minutos. Você pode fechar esta janela; guardamos seu lugar.',
    other:
      'Uma pessoa costuma entrar em {from} a {count} minutos. Você pode fechar esta janela; guardamos seu lugar.',
  },
  'queue.wait.short': 'Uma pessoa costuma entrar em menos de um minuto.',
  'queue.slow.email': 'Continue na fila ou deixe seu e-mail, e responderemos por lá.',
  'queue.ticket': 'Seu pedido está com a equipe',
  'queue.ticket.soon': 'Responderemos para {email}.',
  'queue.ticket.soon.no-email': 'Deixe seu e-mail para receber a resposta.',
  'queue.ticket.email': 'Ticket nº {id}. Responderemos para {email}.',
  'queue.ticket.no-email': 'Ticket nº {id}. Deixe seu e-mail para receber a resposta.',

  'notice.ended.timeout.minutes': {
    one: 'Este chat foi encerrado após {count} minuto sem mensagens.',
    many: 'Este chat foi encerrado após {count} de minutos sem mensagens.',
    other: 'Este chat foi encerrado após {count} minutos sem mensagens.',
  },

  'say.place': 'Você é o número {number} da fila.',

  'files.attach': 'Anexar um arquivo',
  'files.drop': 'Solte os arquivos para anexar',
  'files.remove': 'Remover {file}',
  'files.cancel': 'Cancelar envio de {file}',
  'files.uploading': 'Enviando {file}',
  'files.too-big': '{file} é grande demais. O limite é {size}.',
  'files.refused': 'Não é possível enviar arquivos {extension}.',
  'files.failed': '{file} não foi enviado.',
  'files.too-many': {
    one: 'Você pode anexar até {count} arquivo.',
    many: 'Você pode anexar até {count} de arquivos.',
    other: 'Você pode anexar até {count} arquivos.',
  },
  'files.ai':
    '{assistant} não consegue abrir arquivos. A equipe os recebe quando você fala com uma pessoa.',

  'say.file.added': '{file} adicionado.',
  'say.file.uploaded': '{file} enviado.',

  'rating.name': 'Avaliar este chat',
  'rating.question': 'Como foi o atendimento de {firstName}?',
  'rating.question.team': 'Como foi nosso atendimento?',
  'rating.bad': 'Péssimo',
  'rating.poor': 'Ruim',
  'rating.okay': 'Regular',
  'rating.good': 'Bom',
  'rating.great': 'Ótimo',
  'rating.send': 'Enviar avaliação',
  'rating.thanks': 'Agradecemos a avaliação.',
  'rating.failed': 'Sua avaliação não foi enviada.',

  'rich.unsupported': 'Esta mensagem não pode ser exibida aqui.',
  'rich.survey': 'Avaliar este chat',

  'image.from': 'Imagem de {name}',
  'image.title': 'Imagem {file}',
  'image.close': 'Fechar',
  'file.unnamed': 'Arquivo',
  'file.download': 'Baixar {file}',
  'media.loading': 'Carregando…',
  'media.failed': '{file} não carregou.',
  'media.refused': '{file} não pode ser exibido aqui.',

  'carousel.role': 'carrossel',
  'carousel.name': 'Opções',
  'carousel.item': '{number} de {total}',
  'carousel.previous': 'Item anterior',
  'carousel.next': 'Próximo item',

  'form.name': 'Formulário',
  'form.choose': 'Escolher…',
  'form.submit': 'Enviar',
  'form.sent': 'Enviado',
  'form.required': 'Preencha: {field}.',
  'form.email': 'Informe um e-mail, como nome@exemplo.com.br.',
  'form.number': 'Informe um número.',
  'form.whole-number': 'Informe um número inteiro.',
  'form.too-short': {
    one: 'Use pelo menos {count} caractere.',
    many: 'Use pelo menos {count} de caracteres.',
    other: 'Use pelo menos {count} caracteres.',
  },
  'form.too-long': {
    one: 'Use no máximo {count} caractere.',
    many: 'Use no máximo {count} de caracteres.',
    other: 'Use no máximo {count} caracteres.',
  },

  'location.name': 'Local',
  'location.open': 'Abrir mapa',

  'hello.name': 'Mensagem de {assistant}, assistente de IA',
  'hello.dismiss': 'Dispensar mensagem',
  'attention.sound': 'Som',
  'attention.tab': '({count}) {title}',
};
