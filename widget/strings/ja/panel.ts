import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'ja'> = {
  'launcher.open': 'チャットを開く',

  'chat.title': 'チャット',
  'chat.close': 'チャットを閉じる',
  'chat.description.ai': {
    other: 'AIアシスタント「{assistant}」とのチャット。メッセージ{count}件。',
  },

  'role.ai': 'AIアシスタント',

  'handoff.request': '担当者と話す',
  'handoff.connecting': '接続中…',

  'team.online': { other: '担当者が{count}人オンラインです' },
  'team.online.two': '担当者が2人オンラインです',
  'team.away': 'ただいま担当者は不在です',

  'welcome.title': 'こんにちは、{assistant}です。ご用件をお聞かせください。',
  'welcome.lead':
    '{company}のAIアシスタントです。ヘルプセンターの内容をもとにお答えします。いつでも担当者に切り替えられます。',
  'welcome.lead.knowledge':
    '{company}のAIアシスタントです。ヘルプセンターの内容をもとにお答えします。',
  'welcome.suggestions': 'おすすめの質問',

  'log.name': '会話',

  'link.new-tab': '（新しいタブで開きます）',

  'composer.name': 'メッセージ',
  'composer.send': '送信',
  'composer.ask': '質問を入力…',
  'composer.unavailable': 'チャットを利用できません',
  'composer.mistakes': 'AIの回答には誤りが含まれることがあります。',
  privacy: 'プライバシー',

  'menu.name': 'その他のオプション',

  'problem.offline': 'オフラインです。接続が戻ると、メッセージが送信されます。',
  'problem.reconnecting': '再接続中…',
  'problem.reconnect': '今すぐ試す',
  'problem.back': 'オンラインに戻りました。',
  'problem.unavailable': 'ただいまチャットをご利用いただけません。',
  'problem.retry': 'もう一度試す',
};
