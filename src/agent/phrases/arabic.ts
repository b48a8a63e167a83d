import type { Phrases } from './phrases.ts';

export const arabic: Phrases = {
  miss: 'لم أجد ذلك في مركز المساعدة. جرّب كلمات أخرى، أو تحدث إلى شخص.',
  missWithoutPerson: 'لم أجد ذلك في مركز المساعدة. جرّب كلمات أخرى.',
  nobodyHere: (company) =>
    `لا يوجد هنا من أحوّلك إليه. يمكنني الإجابة عن الأسئلة حول ${company} من مركز المساعدة.`,
  cannotOpenFiles: 'لا يمكنني فتح الملفات. تصل إلى الفريق عند التحدث إلى شخص.',
  pressForPerson: 'يمكنني تحويلك إلى الفريق. اضغط على الزر أدناه للمتابعة.',
  greeting: (assistant, company) =>
    `مرحبًا، أنا ${assistant}، مساعد ذكاء اصطناعي لدى ${company}. كيف يمكنني المساعدة؟`,
  thanks: 'على الرحب والسعة. هل من شيء آخر؟',
  goodbye: 'مع السلامة. يمكنك الكتابة هنا في أي وقت.',
  aboutItself: (assistant, company) =>
    `أنا ${assistant}، مساعد ذكاء اصطناعي ولست شخصًا. أجيب عن الأسئلة حول ${company} من مركز المساعدة، ويمكنك التحدث إلى شخص متى شئت.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `أنا ${assistant}، مساعد ذكاء اصطناعي ولست شخصًا. أجيب عن الأسئلة حول ${company} من مركز المساعدة.`,
};
