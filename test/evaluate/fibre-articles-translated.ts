import type { WrittenArticle } from './domain.ts';

/** Brackwater Fibre’s articles in other languages: fewer than in English, as in most Help Centers. */
export const fibreTranslated: Readonly<Record<string, readonly WrittenArticle[]>> = {
  de: [
    {
      key: 'setup',
      title: 'Den neuen Router anschließen',
      text: `Der Router kommt zwei Tage vor der Freischaltung.

1. Stecken Sie das weiße Kabel in die Glasfaserdose an der Wand.
2. Schließen Sie das Netzteil an und warten Sie, bis die Lampe dauerhaft grün leuchtet. Das dauert etwa fünf Minuten.
3. Verbinden Sie sich mit dem WLAN, das auf dem Aufkleber steht.`,
    },
    {
      key: 'slow',
      title: 'Langsames Internet zu Hause',
      text: `Messen Sie zuerst mit einem Kabel. Stellen Sie den Router frei auf, weg von Fernseher und Mikrowelle, und starten Sie ihn neu: Stecker 30 Sekunden ziehen. Kommt weniger als die Hälfte der vereinbarten Geschwindigkeit an, dürfen Sie vorzeitig kündigen oder die Rechnung mindern.`,
    },
    {
      key: 'bill',
      title: 'So lesen Sie Ihre Rechnung',
      text: `Die erste Rechnung ist höher: Sie enthält die Tage bis zum Monatsende und den ganzen folgenden Monat. Abgebucht wird am Achten per Lastschrift. Alle Rechnungen liegen sieben Jahre in der App unter Konto.`,
    },
    {
      key: 'moving',
      title: 'Umzug',
      text: `Nennen Sie uns die neue Adresse vier Wochen vorher. Gibt es dort Glasfaser, nehmen wir den Vertrag kostenlos mit. Sonst können Sie mit einem Monat Frist kündigen.`,
    },
    {
      key: 'cancel',
      title: 'Vertrag kündigen',
      text: `Verträge laufen 12 Monate und danach von Monat zu Monat. Kündigen Sie in der App unter Tarif oder per Brief, einen Monat im Voraus. Den Router schicken Sie innerhalb von 14 Tagen zurück, sonst berechnen wir 60 £.`,
    },
    {
      key: 'technician',
      title: 'Wenn der Techniker kommt',
      text: `Jemand über 18 muss zu Hause sein, vormittags (8 bis 13 Uhr) oder nachmittags (12 bis 17 Uhr). Der Besuch dauert etwa 90 Minuten. Den Termin können Sie bis zum Mittag des Vortags in der App verschieben. Ein versäumter kostet 25 £.`,
    },
  ],
  es: [
    {
      key: 'setup',
      title: 'Instalar el router nuevo',
      text: `El router llega dos días antes del alta.

1. Conecte el cable blanco a la roseta de fibra de la pared.
2. Enchufe la corriente y espere a que la luz verde quede fija, unos cinco minutos.
3. Únase a la red inalámbrica que figura en la pegatina.`,
    },
    {
      key: 'outage',
      title: '¿Hay una avería en mi zona?',
      text: `La página de estado muestra todas las averías conocidas por código postal. Si se queda sin internet más de 24 horas recibe 8 £ de compensación por cada día más, que aparece en la siguiente factura.`,
    },
    {
      key: 'plans',
      title: 'Tarifas y precios',
      text: `Brook: 100 Mbit/s por 24 £ al mes. River: 500 Mbit/s por 34 £. Sea: 1000 Mbit/s por 49 £. El primer mes es gratis y el precio no cambia durante todo el contrato.`,
    },
    {
      key: 'cancel',
      title: 'Dar de baja el contrato',
      text: `Los contratos duran 12 meses y después siguen mes a mes. Puede darse de baja en la aplicación, en Tarifa, o por carta, con un mes de antelación. Devuelva el router en 14 días o cobraremos 60 £.`,
    },
    {
      key: 'phone-number',
      title: 'Conservar su número de teléfono',
      text: `Traemos su número fijo de la compañía anterior. No lo dé de baja usted mismo: se perdería el número. La portabilidad tarda unos diez días laborables.`,
    },
  ],
  nl: [
    {
      key: 'lamps',
      title: 'Wat de lampjes op de router betekenen',
      text: `Groen en stil: alles werkt. Groen knipperend: de router start op. Oranje: er is nog niemand aangemeld. Rood: geen signaal uit de straat. Is het langer dan tien minuten rood, meld dan een storing.`,
    },
    {
      key: 'moving',
      title: 'Verhuizen',
      text: `Geef ons het nieuwe adres vier weken voor de verhuizing. Ligt daar glasvezel, dan gaat uw contract gratis mee. Anders kunt u met een maand opzegtermijn opzeggen.`,
    },
    {
      key: 'guest',
      title: 'Een netwerk voor gasten',
      text: `Bezoekers krijgen een eigen netwerk, zonder uw printer of bestanden te zien. Zet het aan in de app onder Thuis, Gasten. Na 12 uur gaat het vanzelf uit.`,
    },
  ],
  pl: [
    {
      key: 'slow',
      title: 'Wolny internet w domu',
      text: `Najpierw zmierz prędkość przez kabel. Postaw router z dala od telewizora i mikrofalówki, a potem uruchom go ponownie: wyjmij wtyczkę na 30 sekund.`,
    },
    {
      key: 'bill',
      title: 'Jak czytać rachunek',
      text: `Pierwszy rachunek jest wyższy: obejmuje dni do końca miesiąca i cały następny miesiąc. Opłatę pobieramy ósmego dnia miesiąca poleceniem zapłaty.`,
    },
    {
      key: 'cancel',
      title: 'Rozwiązanie umowy',
      text: `Umowa trwa 12 miesięcy, potem z miesiąca na miesiąc. Wypowiedzenie złożysz w aplikacji albo listem, z miesięcznym wyprzedzeniem. Router trzeba odesłać w ciągu 14 dni.`,
    },
  ],
  ja: [
    {
      key: 'setup',
      title: '新しいルーターの設定',
      text: `ルーターは開通の二日前に届きます。白いケーブルを壁の光コンセントに差し込み、電源をつないでください。ランプが緑に点灯するまで約五分かかります。`,
    },
    {
      key: 'slow',
      title: 'インターネットが遅いとき',
      text: `まずケーブルで速度を測ってください。ルーターをテレビや電子レンジから離し、電源プラグを三十秒抜いて再起動します。`,
    },
    {
      key: 'bill',
      title: '請求書の見方',
      text: `最初の請求書は高くなります。月末までの日数と翌月分が含まれるためです。口座振替は毎月八日です。`,
    },
    {
      key: 'moving',
      title: '引っ越し',
      text: `引っ越しの四週間前に新しい住所をお知らせください。光回線があれば契約は無料で移せます。`,
    },
  ],
  tr: [
    {
      key: 'outage',
      title: 'Bölgemde arıza var mı?',
      text: `Durum sayfası bilinen bütün arızaları posta koduna göre gösterir. İnternet 24 saatten uzun süre kesilirse her gün için 8 £ tazminat alırsınız.`,
    },
    {
      key: 'cancel',
      title: 'Sözleşmeyi sona erdirme',
      text: `Sözleşmeler 12 ay sürer. Uygulamada Tarife bölümünden veya mektupla bir ay önceden iptal edebilirsiniz. Modemi 14 gün içinde geri gönderin.`,
    },
  ],
};
