import type { Phrases } from './phrases.ts';

export const chinese: Phrases = {
  miss: '帮助中心里没有找到相关内容。请换个说法，或转人工客服。',
  missWithoutPerson: '帮助中心里没有找到相关内容。请换个说法。',
  nobodyHere: (company) =>
    `这里没有可以转接的人工客服。我可以根据帮助中心回答有关${company}的问题。`,
  cannotOpenFiles: '我无法打开文件。转人工客服后，客服团队会收到这些文件。',
  pressForPerson: '我可以为您转接团队。请点击下方按钮继续。',
  greeting: (assistant, company) => `您好，我是${company}的 AI 助理${assistant}。有什么可以帮您？`,
  thanks: '不客气。还有其他可以帮您的吗？',
  goodbye: '再见。您可以随时在这里留言。',
  aboutItself: (assistant, company) =>
    `我是${assistant}，是 AI 助理，不是真人。我根据帮助中心回答有关${company}的问题，您也可以随时转接人工客服。`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `我是${assistant}，是 AI 助理，不是真人。我根据帮助中心回答有关${company}的问题。`,
};
