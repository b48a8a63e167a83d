import type { Question } from './domain.ts';

/** What customers of Brackwater Fibre ask. */
export const fibreQuestions: readonly Question[] = [
  ...asked('en', {
    setup: [
      'How do I install my router?',
      'where does the white cable go',
      'I just got the new box, how do I connect it?',
    ],
    lamps: [
      'Why is the light on my router red?',
      'router blinking orange',
      'what does a steady green lamp mean',
    ],
    slow: [
      'My internet is really slow',
      'wifi is slow in the bedroom',
      'how can I restart the router?',
    ],
    outage: [
      'is the internet down in my area?',
      'Do I get compensation for an outage?',
      'No internet since yesterday, when will it be repaired?',
    ],
    'wifi-name': [
      'How do I change my wifi password?',
      'rename my wireless network',
      'I want another name for my network',
    ],
    guest: ['Can my visitors use the internet?', 'how to switch on guest wifi'],
    port: [
      'How can I open a port?',
      'port forwarding for my camera',
      'do I get a public IP address?',
    ],
    bill: [
      'Why is my first bill so high?',
      'when do you take the direct debit',
      'where do I find my old bills?',
    ],
    'pay-late': [
      'I can’t pay my bill this month',
      'my direct debit bounced, what happens now?',
      'Will you cut me off if I pay late?',
    ],
    'change-bank': ['I have a new bank account', 'Can I pay by credit card?'],
    discount: [
      'Is there a discount for students?',
      'do you have a social tariff for people on universal credit',
    ],
    plans: [
      'How much does the River plan cost?',
      'what is your fastest plan?',
      'Will the price go up during the contract?',
    ],
    upgrade: ['Can I switch to a faster plan?', 'I want to downgrade to a slower plan'],
    moving: ['I am moving house next month', 'Can I take my contract to a new address?'],
    cancel: [
      'How do I cancel my contract?',
      'what does it cost to leave early',
      'Where do I send the router back to when I leave?',
    ],
    'cooling-off': ['Can I withdraw from my order?', 'right to withdraw within 14 days'],
    technician: [
      'How long does the technician’s visit take?',
      'Can I move my appointment?',
      'do I have to be at home for the engineer visit',
    ],
    'phone-number': ['Can I keep my phone number?', 'transfer my landline number to you'],
    'calls-abroad': ['What do calls to France cost?', 'how much is a call to america'],
    voicemail: ['How do I listen to my voicemail?', 'switch off voicemail'],
    nuisance: ['How do I block a number?', 'I get unwanted calls all the time'],
    tv: ['How many channels do I get?', 'can I record two programmes at the same time'],
    remote: ['My remote is not working', 'which batteries does the remote control need?'],
    login: ['I don’t get the code to sign in', 'Can my wife use my account as well?'],
    privacy: ['Do you record which websites I visit?', 'How can I delete my data?'],
    business: ['Do you have lines for companies?', 'fixed IP address for my office'],
    '': [
      'Do you sell mobile phones?',
      'Can I get satellite internet on my boat?',
      'What is the capital of Portugal?',
      'Who won the football match?',
      'Do you offer car insurance?',
      'How do I bake sourdough bread?',
      'Can I pay with bitcoin?',
      'Which solar panels do you install?',
      'Is there parking at your office?',
      'What is the share price of your company?',
      'How do I install a heat pump?',
      'Do you repair laptops?',
      'Can you recommend a restaurant?',
      'When is the next train to London?',
      'translate hello to Swahili',
      'What’s the meaning of life?',
      'Write me an essay about Shakespeare',
      'Where can I buy stamps?',
    ],
  }),
  ...asked('de', {
    setup: ['Wie schließe ich den neuen Router an?', 'Wohin kommt das weiße Kabel?'],
    slow: ['Warum ist mein Internet so langsam?', 'Wie starte ich den Router neu?'],
    bill: ['Warum ist die erste Rechnung so hoch?', 'Wann wird abgebucht?'],
    moving: [
      'Ich ziehe um, was muss ich tun?',
      'Kann ich den Vertrag zur neuen Adresse mitnehmen?',
    ],
    cancel: ['Wie kann ich kündigen?', 'Muss ich den Router zurückschicken?'],
    technician: ['Wie lange dauert der Besuch des Technikers?', 'Kann ich den Termin verschieben?'],
    '': [
      'Verkaufen Sie Fahrräder?',
      'Wie wird das Wetter morgen?',
      'Wie viele Einwohner hat Berlin?',
      'Kann ich bei Ihnen einen Kredit aufnehmen?',
    ],
  }),
  ...asked('es', {
    setup: ['¿Cómo instalo el router?', '¿dónde conecto el cable blanco?'],
    outage: ['¿Hay una avería en mi barrio?', 'me he quedado sin internet, ¿recibo compensación?'],
    plans: ['¿Cuánto cuesta la tarifa River?', '¿El primer mes es gratis?'],
    cancel: ['¿Cómo me doy de baja?', '¿Tengo que devolver el router?'],
    'phone-number': ['¿Puedo conservar mi número de teléfono?', 'cuánto tarda la portabilidad'],
    '': ['¿Venden bicicletas?', '¿Qué tiempo hará mañana?', '¿Quién ganó el partido de fútbol?'],
  }),
  ...asked('nl', {
    lamps: ['Waarom is het lampje rood?', 'lampje knippert groen'],
    moving: ['Ik ga verhuizen, wat nu?'],
    guest: ['Kan ik een gastennetwerk aanzetten?', 'netwerk voor bezoekers'],
    '': ['Verkopen jullie fietsen?', 'Wat voor weer wordt het morgen?'],
  }),
  ...asked('pl', {
    slow: ['Dlaczego internet jest wolny?', 'jak uruchomić router ponownie'],
    bill: ['Dlaczego pierwszy rachunek jest wyższy?'],
    cancel: ['Jak rozwiązać umowę?', 'czy muszę odesłać router'],
    '': ['Czy sprzedajecie rowery?', 'Jaka będzie jutro pogoda?'],
  }),
  ...asked('ja', {
    setup: ['ルーターの設定方法を教えてください', '白いケーブルはどこに差し込みますか？'],
    slow: ['インターネットが遅いです', 'ルーターを再起動したい'],
    bill: ['最初の請求書が高いのはなぜですか？'],
    moving: ['引っ越しをします', '新しい住所に契約を移せますか？'],
    '': ['自転車を売っていますか？', '明日の天気は？'],
  }),
  ...asked('tr', {
    outage: ['Bölgemde arıza mı var?', 'internet kesildi, tazminat alır mıyım?'],
    cancel: ['Sözleşmemi nasıl iptal ederim?', 'modemi geri göndermem gerekiyor mu'],
    '': ['Bisiklet satıyor musunuz?', 'Yarın hava nasıl olacak?'],
  }),
];

/** Questions by the key of the article that answers them; those under no key have no answer. */
function asked(locale: string, byKey: Record<string, readonly string[]>): Question[] {
  return Object.entries(byKey).flatMap(([key, questions]) =>
    questions.map((question) => ({ locale, question, answers: key ? [key] : [] })),
  );
}
