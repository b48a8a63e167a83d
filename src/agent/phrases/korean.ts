import type { Phrases } from './phrases.ts';

export const korean: Phrases = {
  miss: '고객센터에서 찾지 못했습니다. 다른 말로 물어보시거나 상담원과 대화해 주세요.',
  missWithoutPerson: '고객센터에서 찾지 못했습니다. 다른 말로 물어봐 주세요.',
  nobodyHere: (company) =>
    `여기에는 연결해 드릴 상담원이 없습니다. ${company}에 관한 질문은 고객센터 문서를 바탕으로 답변해 드릴 수 있습니다.`,
  cannotOpenFiles: '파일은 열 수 없습니다. 상담원과 연결되면 팀에 전달됩니다.',
  pressForPerson: '담당 팀에 연결해 드릴 수 있습니다. 계속하시려면 아래 버튼을 눌러 주세요.',
  greeting: (assistant, company) =>
    `안녕하세요, ${company}의 AI 어시스턴트 ${assistant}입니다. 무엇을 도와드릴까요?`,
  thanks: '천만에요. 더 도와드릴 일이 있을까요?',
  goodbye: '안녕히 가세요. 언제든지 여기에 남겨 주세요.',
  aboutItself: (assistant, company) =>
    `저는 사람이 아니라 AI 어시스턴트 ${assistant}입니다. ${company}에 관한 질문에 고객센터 문서를 바탕으로 답변하며, 원하실 때 언제든지 상담원과 대화하실 수 있습니다.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `저는 사람이 아니라 AI 어시스턴트 ${assistant}입니다. ${company}에 관한 질문에 고객센터 문서를 바탕으로 답변합니다.`,
};
