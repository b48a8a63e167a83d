import type { Phrases } from './phrases.ts';

export const japanese: Phrases = {
  miss: 'ヘルプセンターには見つかりませんでした。別の言葉で試すか、担当者にご相談ください。',
  missWithoutPerson: 'ヘルプセンターには見つかりませんでした。別の言葉でお試しください。',
  nobodyHere: (company) =>
    `ここにはおつなぎできる担当者がいません。${company}に関するご質問には、ヘルプセンターの内容をもとにお答えできます。`,
  cannotOpenFiles: 'ファイルを開くことはできません。担当者におつなぎすると、チームに届きます。',
  pressForPerson: '担当者におつなぎできます。下のボタンを押してお進みください。',
  greeting: (assistant, company) =>
    `こんにちは。${company}のAIアシスタント、${assistant}です。ご用件をお聞かせください。`,
  thanks: 'どういたしまして。ほかにご用件はありますか？',
  goodbye: 'ご利用ありがとうございました。またいつでもご連絡ください。',
  aboutItself: (assistant, company) =>
    `私は${assistant}、人間ではなくAIアシスタントです。${company}に関するご質問に、ヘルプセンターの内容をもとにお答えします。担当者とはいつでもお話しいただけます。`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `私は${assistant}、人間ではなくAIアシスタントです。${company}に関するご質問に、ヘルプセンターの内容をもとにお答えします。`,
};
