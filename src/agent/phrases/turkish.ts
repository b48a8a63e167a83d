import type { Phrases } from './phrases.ts';

export const turkish: Phrases = {
  miss: 'Bunu Yardım Merkezinde bulamadım. Başka sözcüklerle deneyin ya da bir kişiyle görüşün.',
  missWithoutPerson: 'Bunu Yardım Merkezinde bulamadım. Başka sözcüklerle deneyin.',
  nobodyHere: (company) =>
    `Burada sizi aktarabileceğim kimse yok. ${company} hakkındaki soruları Yardım Merkezinden yanıtlayabilirim.`,
  cannotOpenFiles: 'Dosyaları açamıyorum. Bir kişiyle görüştüğünüzde ekip dosyaları alır.',
  pressForPerson: 'Sizi ekibe yönlendirebilirim. Devam etmek için aşağıdaki düğmeye basın.',
  greeting: (assistant, company) =>
    `Merhaba, ben ${assistant}, ${company} için çalışan bir yapay zekâ asistanıyım. Nasıl yardımcı olabilirim?`,
  thanks: 'Rica ederim. Başka bir konuda yardımcı olabilir miyim?',
  goodbye: 'Hoşça kalın. Dilediğiniz zaman buraya yazabilirsiniz.',
  aboutItself: (assistant, company) =>
    `Ben ${assistant}; bir kişi değil, yapay zekâ asistanıyım. ${company} hakkındaki soruları Yardım Merkezinden yanıtlarım; dilediğiniz zaman bir kişiyle görüşebilirsiniz.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Ben ${assistant}; bir kişi değil, yapay zekâ asistanıyım. ${company} hakkındaki soruları Yardım Merkezinden yanıtlarım.`,
};
