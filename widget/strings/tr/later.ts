import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'tr'> = {
  'person.edit': 'Düzenle',
  'person.share': 'Paylaş ve bağlan',
  'person.send': 'Ekibe gönder',
  'person.keep': '{assistant} ile devam et',

  'email.title': 'E-posta adresinizi bırakın',
  'email.instead': 'Bunun yerine e-posta bırak',
  'email.name': 'E-posta',
  'email.hint': 'ayrılırsanız size yanıt verebilmemiz için',
  'email.lead': 'Ekip bu adrese yanıt verecek.',
  'email.your-name': 'Ad',

  'team.usual': {
    one: 'Yanıt genellikle yaklaşık {count} dakika sürer.',
    other: 'Yanıt genellikle yaklaşık {count} dakika sürer.',
  },
  'team.back': 'Dönüş: {weekday}, {time}. Mesaj bırakabilirsiniz.',

  'queue.next': 'Sıra sizde',
  'queue.place': 'Sıranız: {number}',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'Genellikle yaklaşık {count} dakika içinde biri katılır. Bu pencereyi kapatabilirsiniz; sıranızı koruruz.',
    other:
      'Genellikle yaklaşık {count} dakika içinde biri katılır. Bu pencereyi kapatabilirsiniz; sıranızı koruruz.',
  },
  'queue.wait.range': {
    one: 'Genellikle {from}–{count} dakika içinde biri katılır. Bu pencereyi kapatabilirsiniz; sıranızı koruruz.',
    other:
      'Genellikle {from}–{count} dakika içinde biri katılır. Bu pencereyi kapatabilirsiniz; sıranızı koruruz.',
  },
  'queue.wait.short': 'Genellikle bir dakikadan kısa sürede biri katılır.',
  'queue.slow.email': 'Sırada kalın ya da e-posta adresinizi bırakın, oradan yanıtlayalım.',
  'queue.ticket': 'Talebiniz ekipte',
  'queue.ticket.soon': '{email} adresine yanıt vereceğiz.',
  'queue.ticket.soon.no-email': 'Yanıtı almak için e-posta adresinizi bırakın.',
  'queue.ticket.email': 'Talep no {id}. {email} adresine yanıt vereceğiz.',
  'queue.ticket.no-email': 'Talep no {id}. Yanıtı almak için e-posta adresinizi bırakın.',

  'notice.ended.timeout.minutes': {
    one: 'Bu sohbet {count} dakika mesaj gelmeyince kapandı.',
    other: 'Bu sohbet {count} dakika mesaj gelmeyince kapandı.',
  },

  'say.place': 'Sıranız: {number}.',

  'files.attach': 'Dosya ekle',
  'files.drop': 'Eklemek için dosyaları bırakın',
  'files.remove': 'Kaldır: {file}',
  'files.cancel': 'Yüklemeyi iptal et: {file}',
  'files.uploading': 'Yükleniyor: {file}',
  'files.too-big': '{file} çok büyük. Sınır {size}.',
  'files.refused': '{extension} dosyaları gönderilemez.',
  'files.failed': '{file} yüklenemedi.',
  'files.too-many': {
    one: 'En fazla {count} dosya ekleyebilirsiniz.',
    other: 'En fazla {count} dosya ekleyebilirsiniz.',
  },
  'files.ai': '{assistant} dosya açamaz. Bir kişiyle görüştüğünüzde dosyalar ekibe ulaşır.',

  'say.file.added': '{file} eklendi.',
  'say.file.uploaded': '{file} yüklendi.',

  'rating.name': 'Bu sohbeti değerlendirin',
  'rating.question': '{firstName} ile görüşmeniz nasıldı?',
  'rating.question.team': 'Bizimle görüşmeniz nasıldı?',
  'rating.bad': 'Kötü',
  'rating.poor': 'Zayıf',
  'rating.okay': 'İdare eder',
  'rating.good': 'İyi',
  'rating.great': 'Çok iyi',
  'rating.send': 'Değerlendirmeyi gönder',
  'rating.thanks': 'Değerlendirmeniz için teşekkürler.',
  'rating.failed': 'Değerlendirmeniz gönderilemedi.',

  'rich.unsupported': 'Bu mesaj burada gösterilemiyor.',
  'rich.survey': 'Bu sohbeti değerlendirin',

  'image.from': 'Görsel, gönderen: {name}',
  'image.title': 'Görsel {file}',
  'image.close': 'Kapat',
  'file.unnamed': 'Dosya',
  'file.download': 'İndir: {file}',
  'media.loading': 'Yükleniyor…',
  'media.failed': '{file} yüklenemedi.',
  'media.refused': '{file} burada gösterilemiyor.',

  'carousel.role': 'döner liste',
  'carousel.name': 'Seçenekler',
  'carousel.item': '{number} / {total}',
  'carousel.previous': 'Önceki öğe',
  'carousel.next': 'Sonraki öğe',

  'form.name': 'Form',
  'form.choose': 'Seçin…',
  'form.submit': 'Gönder',
  'form.sent': 'Gönderildi',
  'form.required': 'Doldurun: {field}.',
  'form.email': 'Bir e-posta adresi girin, örneğin ad@ornek.com.',
  'form.number': 'Bir sayı girin.',
  'form.whole-number': 'Bir tam sayı girin.',
  'form.too-short': {
    one: 'En az {count} karakter kullanın.',
    other: 'En az {count} karakter kullanın.',
  },
  'form.too-long': {
    one: 'En fazla {count} karakter kullanın.',
    other: 'En fazla {count} karakter kullanın.',
  },

  'location.name': 'Konum',
  'location.open': 'Haritayı aç',

  'hello.name': 'Yapay zekâ asistanı {assistant} bir mesaj gönderdi',
  'hello.dismiss': 'Mesajı kapat',
  'attention.sound': 'Ses',
  'attention.tab': '({count}) {title}',
};
