import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'he'> = {
  'person.edit': 'עריכה',
  'person.share': 'שיתוף וחיבור',
  'person.send': 'שליחה לצוות',
  'person.keep': 'המשך הצ׳אט עם {assistant}',

  'email.title': 'השארת אימייל',
  'email.instead': 'להשאיר אימייל במקום',
  'email.name': 'אימייל',
  'email.hint': 'כדי שנוכל לענות אם תעזבו',
  'email.lead': 'הצוות יענה לכתובת הזו.',
  'email.your-name': 'שם',

  'team.usual': {
    one: 'תשובה מגיעה בדרך כלל תוך דקה בערך.',
    two: 'תשובה מגיעה בדרך כלל תוך שתי דקות בערך.',
    other: 'תשובה מגיעה בדרך כלל תוך {count} דקות בערך.',
  },
  'team.back': 'נחזור ב{weekday} בשעה {time}. אפשר להשאיר הודעה.',

  'queue.next': 'אתם הבאים בתור',
  'queue.place': 'המקום שלכם בתור: {number}',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'מישהו מצטרף בדרך כלל תוך דקה בערך. אפשר לסגור את החלון, המקום בתור נשמר.',
    two: 'מישהו מצטרף בדרך כלל תוך שתי דקות בערך. אפשר לסגור את החלון, המקום בתור נשמר.',
    other: 'מישהו מצטרף בדרך כלל תוך {count} דקות בערך. אפשר לסגור את החלון, המקום בתור נשמר.',
  },
  'queue.wait.range': {
    one: 'מישהו מצטרף בדרך כלל תוך {from}–{count} דקות. אפשר לסגור את החלון, המקום בתור נשמר.',
    two: 'מישהו מצטרף בדרך כלל תוך {from}–{count} דקות. אפשר לסגור את החלון, המקום בתור נשמר.',
    other: 'מישהו מצטרף בדרך כלל תוך {from}–{count} דקות. אפשר לסגור את החלון, המקום בתור נשמר.',
  },
  'queue.wait.short': 'מישהו מצטרף בדרך כלל תוך פחות מדקה.',
  'queue.slow.email': 'אפשר להישאר בתור, או להשאיר אימייל ונענה שם.',
  'queue.ticket': 'הפנייה אצל הצוות',
  'queue.ticket.soon': 'נענה אל {email}.',
  'queue.ticket.soon.no-email': 'השאירו אימייל כדי לקבל את התשובה.',
  'queue.ticket.email': 'פנייה מספר {id}. נענה אל {email}.',
  'queue.ticket.no-email': 'פנייה מספר {id}. השאירו אימייל כדי לקבל את התשובה.',

  'notice.ended.timeout.minutes': {
    one: 'הצ׳אט נסגר אחרי דקה בלי הודעה.',
    two: 'הצ׳אט נסגר אחרי שתי דקות בלי הודעה.',
    other: 'הצ׳אט נסגר אחרי {count} דקות בלי הודעה.',
  },

  'say.place': 'המקום שלכם בתור: {number}.',

  'files.attach': 'צירוף קובץ',
  'files.drop': 'שחררו קבצים כדי לצרף',
  'files.remove': 'הסרת {file}',
  'files.cancel': 'ביטול ההעלאה של {file}',
  'files.uploading': 'העלאת {file}',
  'files.too-big': 'הקובץ {file} גדול מדי. המגבלה היא {size}.',
  'files.refused': 'אי אפשר לשלוח קובצי {extension}.',
  'files.failed': 'הקובץ {file} לא הועלה.',
  'files.too-many': {
    one: 'אפשר לצרף קובץ אחד.',
    two: 'אפשר לצרף עד שני קבצים.',
    other: 'אפשר לצרף עד {count} קבצים.',
  },
  'files.ai': '{assistant} לא פותח קבצים. הצוות יקבל אותם בשיחה עם אדם.',

  'say.file.added': 'הקובץ {file} נוסף.',
  'say.file.uploaded': 'הקובץ {file} הועלה.',

  'rating.name': 'דירוג הצ׳אט',
  'rating.question': 'איך היה השירות של {firstName}?',
  'rating.question.team': 'איך היה השירות שלנו?',
  'rating.bad': 'גרוע',
  'rating.poor': 'חלש',
  'rating.okay': 'בסדר',
  'rating.good': 'טוב',
  'rating.great': 'מצוין',
  'rating.send': 'שליחת הדירוג',
  'rating.thanks': 'תודה על הדירוג.',
  'rating.failed': 'הדירוג לא נשלח.',

  'rich.unsupported': 'אי אפשר להציג כאן את ההודעה הזו.',
  'rich.survey': 'דירוג הצ׳אט',

  'image.from': 'תמונה מאת {name}',
  'image.title': 'תמונה {file}',
  'image.close': 'סגירה',
  'file.unnamed': 'קובץ',
  'file.download': 'הורדת {file}',
  'media.loading': 'בטעינה…',
  'media.failed': 'הקובץ {file} לא נטען.',
  'media.refused': 'אי אפשר להציג כאן את {file}.',

  'carousel.role': 'קרוסלה',
  'carousel.name': 'אפשרויות',
  'carousel.item': '{number} מתוך {total}',
  'carousel.previous': 'הפריט הקודם',
  'carousel.next': 'הפריט הבא',

  'form.name': 'טופס',
  'form.choose': 'בחירה…',
  'form.submit': 'שליחה',
  'form.sent': 'נשלח',
  'form.required': 'יש למלא: {field}.',
  'form.email': 'יש להזין אימייל, למשל name@example.com.',
  'form.number': 'יש להזין מספר.',
  'form.whole-number': 'יש להזין מספר שלם.',
  'form.too-short': {
    one: 'לפחות תו אחד.',
    two: 'לפחות שני תווים.',
    other: 'לפחות {count} תווים.',
  },
  'form.too-long': {
    one: 'לכל היותר תו אחד.',
    two: 'לכל היותר שני תווים.',
    other: 'לכל היותר {count} תווים.',
  },

  'location.name': 'מיקום',
  'location.open': 'פתיחת המפה',

  'hello.name': 'הודעה מאת {assistant}, עוזר בינה מלאכותית',
  'hello.dismiss': 'הסתרת ההודעה',
  'attention.sound': 'צליל',
  'attention.tab': '({count}) {title}',
};
