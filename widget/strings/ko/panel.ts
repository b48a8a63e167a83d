import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'ko'> = {
  'launcher.open': '채팅 열기',

  'chat.title': '채팅',
  'chat.close': '채팅 닫기',
  'chat.description.ai': { other: 'AI 어시스턴트 {assistant}와(과)의 채팅. 메시지 {count}개.' },

  'role.ai': 'AI 어시스턴트',

  'handoff.request': '상담원과 대화하기',
  'handoff.connecting': '연결 중…',

  'team.online': { other: '상담원 {count}명이 온라인입니다' },
  'team.online.two': '상담원 두 명이 온라인입니다',
  'team.away': '지금은 상담원이 없습니다',

  'welcome.title': '안녕하세요, {assistant}입니다. 무엇을 도와드릴까요?',
  'welcome.lead':
    '저는 {company}의 AI 어시스턴트입니다. 고객센터 문서를 바탕으로 답변하며, 언제든지 상담원으로 전환하실 수 있습니다.',
  'welcome.lead.knowledge':
    '저는 {company}의 AI 어시스턴트입니다. 고객센터 문서를 바탕으로 답변합니다.',
  'welcome.suggestions': '추천 질문',

  'log.name': '대화',

  'link.new-tab': '(새 탭에서 열림)',

  'composer.name': '메시지',
  'composer.send': '보내기',
  'composer.ask': '질문을 입력하세요…',
  'composer.unavailable': '채팅을 사용할 수 없습니다',
  'composer.mistakes': 'AI 답변에는 오류가 있을 수 있습니다.',
  privacy: '개인정보 보호',

  'menu.name': '더 보기',

  'problem.offline': '오프라인입니다. 다시 연결되면 메시지가 전송됩니다.',
  'problem.reconnecting': '다시 연결하는 중…',
  'problem.reconnect': '지금 시도',
  'problem.back': '다시 온라인입니다.',
  'problem.unavailable': '지금은 채팅을 사용할 수 없습니다.',
  'problem.retry': '다시 시도',
};
