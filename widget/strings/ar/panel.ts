import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'ar'> = {
  'launcher.open': 'فتح الدردشة',

  'chat.title': 'الدردشة',
  'chat.close': 'إغلاق الدردشة',
  'chat.description.ai': {
    zero: 'دردشة مع {assistant}، مساعد ذكاء اصطناعي. لا رسائل.',
    one: 'دردشة مع {assistant}، مساعد ذكاء اصطناعي. رسالة واحدة.',
    two: 'دردشة مع {assistant}، مساعد ذكاء اصطناعي. رسالتان.',
    few: 'دردشة مع {assistant}، مساعد ذكاء اصطناعي. {count} رسائل.',
    many: 'دردشة مع {assistant}، مساعد ذكاء اصطناعي. {count} رسالة.',
    other: 'دردشة مع {assistant}، مساعد ذكاء اصطناعي. {count} رسالة.',
  },

  'role.ai': 'مساعد ذكاء اصطناعي',

  'handoff.request': 'التحدث إلى شخص',
  'handoff.connecting': 'جارٍ الاتصال…',

  'team.online': {
    zero: 'لا أحد متصل الآن',
    one: 'شخص واحد متصل الآن',
    two: 'شخصان متصلان الآن',
    few: '{count} أشخاص متصلون الآن',
    many: '{count} شخصًا متصلًا الآن',
    other: '{count} شخص متصل الآن',
  },
  'team.online.two': 'شخصان متصلان الآن',
  'team.away': 'الفريق غير متاح الآن',

  'welcome.title': 'مرحبًا، أنا {assistant}. كيف يمكنني المساعدة؟',
  'welcome.lead':
    'أنا مساعد ذكاء اصطناعي لدى {company}. أجيب من مركز المساعدة لدينا، ويمكنك التحدث إلى شخص في أي وقت.',
  'welcome.lead.knowledge': 'أنا مساعد ذكاء اصطناعي لدى {company}. أجيب من مركز المساعدة لدينا.',
  'welcome.suggestions': 'أسئلة مقترحة',

  'log.name': 'المحادثة',

  'link.new-tab': '(يفتح في علامة تبويب جديدة)',

  'composer.name': 'الرسالة',
  'composer.send': 'إرسال',
  'composer.ask': 'اطرح سؤالًا…',
  'composer.unavailable': 'الدردشة غير متاحة',
  'composer.mistakes': 'قد تحتوي إجابات الذكاء الاصطناعي على أخطاء.',
  privacy: 'الخصوصية',

  'menu.name': 'خيارات أخرى',

  'problem.offline': 'لا يوجد اتصال. ستُرسل الرسائل عند عودته.',
  'problem.reconnecting': 'جارٍ إعادة الاتصال…',
  'problem.reconnect': 'المحاولة الآن',
  'problem.back': 'عاد الاتصال.',
  'problem.unavailable': 'الدردشة غير متاحة حاليًا.',
  'problem.retry': 'إعادة المحاولة',
};
