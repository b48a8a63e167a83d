import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'he'> = {
  'launcher.open': 'פתיחת הצ׳אט',

  'chat.title': 'צ׳אט',
  'chat.close': 'סגירת הצ׳אט',
  'chat.description.ai': {
    one: 'צ׳אט עם {assistant}, עוזר בינה מלאכותית. הודעה אחת.',
    two: 'צ׳אט עם {assistant}, עוזר בינה מלאכותית. שתי הודעות.',
    other: 'צ׳אט עם {assistant}, עוזר בינה מלאכותית. {count} הודעות.',
  },

  'role.ai': 'עוזר בינה מלאכותית',

  'handoff.request': 'לדבר עם אדם',
  'handoff.connecting': 'מתחבר…',

  'team.online': {
    one: 'אדם אחד מחובר עכשיו',
    two: 'שני אנשים מחוברים עכשיו',
    other: '{count} אנשים מחוברים עכשיו',
  },
  'team.online.two': 'שני אנשים מחוברים עכשיו',
  'team.away': 'הצוות לא זמין כרגע',

  'welcome.title': 'שלום, אני {assistant}. איך אפשר לעזור?',
  'welcome.lead':
    'אני עוזר בינה מלאכותית של {company}. התשובות שלי מבוססות על מרכז העזרה, ואפשר לעבור לאדם בכל רגע.',
  'welcome.lead.knowledge':
    'אני עוזר בינה מלאכותית של {company}. התשובות שלי מבוססות על מרכז העזרה.',
  'welcome.suggestions': 'שאלות מוצעות',

  'log.name': 'שיחה',

  'link.new-tab': '(נפתח בכרטיסייה חדשה)',

  'composer.name': 'הודעה',
  'composer.send': 'שליחה',
  'composer.ask': 'מה השאלה?',
  'composer.unavailable': 'הצ׳אט לא זמין',
  'composer.mistakes': 'תשובות של בינה מלאכותית עלולות להכיל טעויות.',
  privacy: 'פרטיות',

  'menu.name': 'אפשרויות נוספות',

  'problem.offline': 'אין חיבור. ההודעות יישלחו כשהחיבור יחזור.',
  'problem.reconnecting': 'מתחבר מחדש…',
  'problem.reconnect': 'לנסות עכשיו',
  'problem.back': 'החיבור חזר.',
  'problem.unavailable': 'הצ׳אט לא זמין כרגע.',
  'problem.retry': 'לנסות שוב',
};
