import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'tr'> = {
  'launcher.open': 'Sohbeti aç',

  'chat.title': 'Sohbet',
  'chat.close': 'Sohbeti kapat',
  'chat.description.ai': {
    one: 'Yapay zekâ asistanı {assistant} ile sohbet. {count} mesaj.',
    other: 'Yapay zekâ asistanı {assistant} ile sohbet. {count} mesaj.',
  },

  'role.ai': 'Yapay zekâ asistanı',

  'handoff.request': 'Bir kişiyle görüşün',
  'handoff.connecting': 'Bağlanıyor…',

  'team.online': { one: 'Bir kişi çevrimiçi', other: '{count} kişi çevrimiçi' },
  'team.online.two': 'İki kişi çevrimiçi',
  'team.away': 'Ekip şu anda burada değil',

  'welcome.title': 'Merhaba, ben {assistant}. Nasıl yardımcı olabilirim?',
  'welcome.lead':
    '{company} için çalışan bir yapay zekâ asistanıyım. Yardım Merkezimizden yanıt veriyorum; dilediğiniz zaman bir kişiye geçebilirsiniz.',
  'welcome.lead.knowledge':
    '{company} için çalışan bir yapay zekâ asistanıyım. Yardım Merkezimizden yanıt veriyorum.',
  'welcome.suggestions': 'Önerilen sorular',

  'log.name': 'Konuşma',

  'link.new-tab': '(yeni sekmede açılır)',

  'composer.name': 'Mesaj',
  'composer.send': 'Gönder',
  'composer.ask': 'Bir soru sorun…',
  'composer.unavailable': 'Sohbet kullanılamıyor',
  'composer.mistakes': 'Yapay zekâ yanıtları hata içerebilir.',
  privacy: 'Gizlilik',

  'menu.name': 'Diğer seçenekler',

  'problem.offline': 'Çevrimdışısınız. Bağlantı gelince mesajlar gönderilecek.',
  'problem.reconnecting': 'Yeniden bağlanıyor…',
  'problem.reconnect': 'Şimdi dene',
  'problem.back': 'Yeniden çevrimiçi.',
  'problem.unavailable': 'Sohbet şu anda kullanılamıyor.',
  'problem.retry': 'Tekrar dene',
};
