import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'ko'> = {
  'person.edit': '수정',
  'person.share': '전달하고 연결하기',
  'person.send': '팀에 보내기',
  'person.keep': '{assistant}와(과) 계속 대화하기',

  'email.title': '이메일 남기기',
  'email.instead': '대신 이메일 남기기',
  'email.name': '이메일',
  'email.hint': '자리를 비우셔도 답장을 드릴 수 있도록',
  'email.lead': '팀에서 이 주소로 답장해 드립니다.',
  'email.your-name': '이름',

  'team.usual': { other: '보통 약 {count}분 안에 답변을 드립니다.' },
  'team.back': '{weekday} {time}에 돌아옵니다. 메시지를 남기실 수 있습니다.',

  'queue.next': '다음 차례입니다',
  'queue.place': '대기 순서: {number}번째',
  'queue.more': '+{count}',
  'queue.wait': {
    other: '보통 약 {count}분 후에 상담원이 들어옵니다. 이 창을 닫으셔도 순서는 유지됩니다.',
  },
  'queue.wait.range': {
    other: '보통 {from}~{count}분 후에 상담원이 들어옵니다. 이 창을 닫으셔도 순서는 유지됩니다.',
  },
  'queue.wait.short': '보통 1분 안에 상담원이 들어옵니다.',
  'queue.slow.email': '그대로 기다리시거나 이메일을 남겨 주시면 이메일로 답장해 드리겠습니다.',
  'queue.ticket': '팀이 요청을 받았습니다',
  'queue.ticket.soon': '{email}로 답장해 드리겠습니다.',
  'queue.ticket.soon.no-email': '답장을 받으려면 이메일을 남겨 주세요.',
  'queue.ticket.email': '티켓 번호 {id}. {email}로 답장해 드리겠습니다.',
  'queue.ticket.no-email': '티켓 번호 {id}. 답장을 받으려면 이메일을 남겨 주세요.',

  'notice.ended.timeout.minutes': {
    other: '{count}분 동안 메시지가 없어 이 채팅이 종료되었습니다.',
  },

  'say.place': '대기 순서: {number}번째.',

  'files.attach': '파일 첨부',
  'files.drop': '파일을 놓아 첨부하기',
  'files.remove': '{file} 제거',
  'files.cancel': '{file} 업로드 취소',
  'files.uploading': '{file} 업로드 중',
  'files.too-big': '{file} 파일이 너무 큽니다. 최대 {size}입니다.',
  'files.refused': '{extension} 파일은 보낼 수 없습니다.',
  'files.failed': '{file} 파일을 업로드하지 못했습니다.',
  'files.too-many': { other: '파일은 최대 {count}개까지 첨부할 수 있습니다.' },
  'files.ai': '{assistant}에서는 파일을 열 수 없습니다. 상담원과 대화하실 때 팀에 전달됩니다.',

  'say.file.added': '{file} 파일을 추가했습니다.',
  'say.file.uploaded': '{file} 파일을 업로드했습니다.',

  'rating.name': '이 채팅 평가하기',
  'rating.question': '{firstName}님의 상담은 어떠셨나요?',
  'rating.question.team': '상담은 어떠셨나요?',
  'rating.bad': '매우 나쁨',
  'rating.poor': '나쁨',
  'rating.okay': '보통',
  'rating.good': '좋음',
  'rating.great': '매우 좋음',
  'rating.send': '평가 보내기',
  'rating.thanks': '평가해 주셔서 감사합니다.',
  'rating.failed': '평가를 보내지 못했습니다.',

  'rich.unsupported': '이 메시지는 여기에서 표시할 수 없습니다.',
  'rich.survey': '이 채팅 평가하기',

  'image.from': '{name}님이 보낸 이미지',
  'image.title': '이미지 {file}',
  'image.close': '닫기',
  'file.unnamed': '파일',
  'file.download': '{file} 내려받기',
  'media.loading': '불러오는 중…',
  'media.failed': '{file} 파일을 불러오지 못했습니다.',
  'media.refused': '{file} 파일은 여기에서 표시할 수 없습니다.',

  'carousel.role': '캐러셀',
  'carousel.name': '선택 항목',
  'carousel.item': '{total}개 중 {number}번째',
  'carousel.previous': '이전 항목',
  'carousel.next': '다음 항목',

  'form.name': '양식',
  'form.choose': '선택하세요…',
  'form.submit': '제출',
  'form.sent': '제출됨',
  'form.required': '입력해 주세요: {field}.',
  'form.email': '이메일을 입력해 주세요. 예: name@example.kr',
  'form.number': '숫자를 입력해 주세요.',
  'form.whole-number': '정수를 입력해 주세요.',
  'form.too-short': { other: '{count}자 이상 입력해 주세요.' },
  'form.too-long': { other: '{count}자 이내로 입력해 주세요.' },

  'location.name': '위치',
  'location.open': '지도 열기',

  'hello.name': 'AI 어시스턴트 {assistant}의 메시지',
  'hello.dismiss': '메시지 닫기',
  'attention.sound': '소리',
  'attention.tab': '({count}) {title}',
};
