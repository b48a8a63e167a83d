import type { Phrases } from './phrases.ts';

export const hebrew: Phrases = {
  miss: 'לא מצאתי את זה במרכז העזרה. אפשר לנסות במילים אחרות, או לדבר עם אדם.',
  missWithoutPerson: 'לא מצאתי את זה במרכז העזרה. אפשר לנסות במילים אחרות.',
  nobodyHere: (company) =>
    `אין כאן מישהו שאפשר להעביר אליו את השיחה. אפשר לשאול אותי על ${company}, והתשובות הן ממרכז העזרה.`,
  cannotOpenFiles: 'אין לי אפשרות לפתוח קבצים. הצוות יקבל אותם בשיחה עם אדם.',
  pressForPerson: 'אפשר להעביר אותך לצוות. כדי להמשיך, יש ללחוץ על הכפתור למטה.',
  greeting: (assistant, company) =>
    `שלום, אני ${assistant}, עוזר בינה מלאכותית של ${company}. איך אפשר לעזור?`,
  thanks: 'בשמחה. אפשר לעזור בעוד משהו?',
  goodbye: 'להתראות. אפשר לכתוב כאן בכל זמן.',
  aboutItself: (assistant, company) =>
    `אני ${assistant}, עוזר בינה מלאכותית ולא אדם. אני עונה על שאלות על ${company} ממרכז העזרה, ואפשר לדבר עם אדם מתי שרוצים.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `אני ${assistant}, עוזר בינה מלאכותית ולא אדם. אני עונה על שאלות על ${company} ממרכז העזרה.`,
};
