import { describe, expect, test } from 'vitest';
import { wantsPerson } from '../../src/agent/wish.ts';

const WISHES: Record<string, string[]> = {
  en: [
    'agent',
    'Agent!',
    'human please',
    'HUMAN',
    'a real person please',
    'representative',
    'live agent',
    'customer service',
    'can I talk to someone?',
    'Can I speak to a human',
    'speak to a real person',
    'I want a human',
    'i want to talk to a person now',
    'Would you connect me with support staff',
    'please transfer me to an agent',
    'put me through to customer service',
    'I’d like to speak with a representative about my refund',
    'Id rather talk to a human',
    'I need to speak to somebody',
    'let me talk to your manager',
    'how do I talk to a real human being?',
    'is there a person I can talk to?',
    'is there anyone there?',
    'get me a human',
    'I don’t want to talk to a bot',
    'no bots please',
    'This is not helping. Give me an agent.',
    'my teapot arrived broken and I want to talk to someone',
    'hi, could you pass me on to a colleague',
    'I would prefer talking to a human',
    'can a human help me?',
    'can someone call me back?',
    'speak to agnet',
    'talk to humna',
    'I’m not happy with this and want to speak to a supervisor',
    'chat with an agent',
    'connect to a live person',
    'I need a human, not a robot',
    'Escalate this please',
    'who can I talk to about my order?',
    'I would like to be transferred to an agent',
    'can I get an agent please',
    'I need help from a real person',
    'this bot is useless, human!',
    'are you able to connect me with an agent',
    'please get someone to contact me',
  ],
  es: [
    'quiero hablar con una persona',
    '¿Puedo hablar con alguien?',
    'agente por favor',
    'necesito un agente humano',
    'pásame con un asesor',
    'no quiero hablar con un robot',
    'atención al cliente',
  ],
  fr: [
    'je veux parler à un humain',
    'Puis-je parler à quelqu’un ?',
    'un conseiller s’il vous plaît',
    'mettez-moi en relation avec le service client',
    'j’aimerais parler avec une vraie personne',
    'agent',
  ],
  de: [
    'Ich möchte mit einem Menschen sprechen',
    'Kann ich mit jemandem reden?',
    'Mitarbeiter bitte',
    'verbinden Sie mich mit dem Kundendienst',
    'Ich will einen echten Menschen',
    'ich will nicht mit einem Bot reden',
  ],
  'pt-BR': [
    'quero falar com um atendente',
    'posso falar com alguém?',
    'atendente',
    'me passa para um humano',
    'não quero falar com robô',
    'preciso de uma pessoa de verdade',
  ],
  it: [
    'voglio parlare con un operatore',
    'posso parlare con qualcuno?',
    'operatore',
    'passami una persona reale',
    'vorrei essere messo in contatto con il servizio clienti',
  ],
  nl: [
    'ik wil met een mens praten',
    'kan ik iemand spreken?',
    'medewerker alsjeblieft',
    'verbind me met de klantenservice',
    'ik wil een echt persoon spreken',
  ],
  pl: [
    'chcę rozmawiać z człowiekiem',
    'czy mogę porozmawiać z konsultantem?',
    'konsultant',
    'proszę połączyć mnie z pracownikiem',
    'nie chcę rozmawiać z botem',
  ],
  tr: [
    'bir insanla konuşmak istiyorum',
    'müşteri temsilcisine bağlanmak istiyorum',
    'temsilci',
    'Gerçek bir kişiyle görüşebilir miyim?',
    'beni bir yetkiliye bağlayın',
  ],
  ja: [
    '人間と話したいです',
    '担当者につないでください',
    'オペレーターお願いします',
    '人と話せますか？',
    '有人対応をお願いします',
  ],
  ko: [
    '상담원과 이야기하고 싶어요',
    '사람이랑 대화하고 싶습니다',
    '상담원 연결해 주세요',
    '상담원',
    '직원과 통화할 수 있나요?',
  ],
  'zh-Hans': ['转人工', '人工客服', '我想和真人说话', '请帮我转接人工客服', '不想跟机器人聊'],
  ar: [
    'أريد التحدث مع شخص حقيقي',
    'هل يمكنني التحدث إلى موظف؟',
    'موظف خدمة العملاء',
    'حولني إلى موظف من فضلك',
    'لا أريد التحدث مع روبوت',
  ],
  he: [
    'אני רוצה לדבר עם נציג',
    'אפשר לדבר עם מישהו?',
    'נציג אנושי',
    'תעביר אותי לנציג בבקשה',
    'אני לא רוצה לדבר עם בוט',
  ],
};

const QUESTIONS: Record<string, string[]> = {
  en: [
    'Can I book through a travel agent?',
    'How do I change the user agent?',
    'I am a real estate agent, is there a discount?',
    'Which cleaning agent is safe for cast iron?',
    'I need a cleaning agent for my kettle',
    'Is the wig made of human hair?',
    'I want a human hair wig',
    'Can you remove the person on the photo?',
    'Is there a limit per person?',
    'Can someone else pick up my parcel?',
    'Can I give the voucher to another person?',
    'How do I transfer my gift card to another person?',
    'How do I add an agent to my account?',
    'The agent told me to wait two days',
    'I spoke to an agent yesterday',
    'I talked to someone last week about my refund',
    'Do I have to talk to someone to cancel?',
    'I don’t want to talk to a person, just tell me the price',
    'please don’t transfer me to an agent',
    'Are you a human?',
    'Am I talking to a real person?',
    'When I talk to someone through the headset it crackles',
    'Does a person have to sign for the delivery?',
    'Is there someone at the shop on Sundays?',
    'Where is my order?',
    'How much does shipping cost?',
    'Do you have a store manager app?',
    'I need a password manager',
    'I want a personal discount',
    'What are the opening hours of customer service?',
    'Which anti-caking agent is in the tea?',
    'Is your staff vaccinated?',
    'Do you support Apple Pay?',
    'Help',
    'I want an agent jacket from the spy collection',
    'What does a sales representative earn?',
    'Tea for two people',
    'How do I connect my kettle to the app?',
    'My call was dropped',
    'I want to be a sales representative',
    'Can I ask someone to collect my parcel?',
    'your agent promised me a refund',
    'Can an agent of mine sign for it?',
    'Can I speak German with the voice remote?',
    '',
    '???',
  ],
  es: [
    '¿Puede otra persona recoger mi pedido?',
    '¿Qué agente de limpieza uso?',
    'Soy agente de viajes',
    '¿Cuánto cuesta el envío?',
    'no quiero hablar con nadie, solo cancelar',
  ],
  fr: [
    'Une autre personne peut-elle récupérer mon colis ?',
    'Quel agent nettoyant utiliser ?',
    'Je suis agent immobilier',
    'Combien coûte la livraison ?',
  ],
  de: [
    'Kann eine andere Person mein Paket abholen?',
    'Muss ich mit jemandem sprechen, um zu kündigen?',
    'Wie viele Personen passen in das Zelt?',
    'Wo ist meine Bestellung?',
  ],
  'pt-BR': [
    'Outra pessoa pode retirar meu pedido?',
    'Qual agente de limpeza devo usar?',
    'Qual o prazo de entrega?',
  ],
  it: [
    'Un’altra persona può ritirare il pacco?',
    'Sono un agente immobiliare',
    'Quanto costa la spedizione?',
  ],
  nl: ['Kan iemand anders mijn pakket ophalen?', 'Ik ben reisagent', 'Hoeveel kost verzending?'],
  pl: [
    'Czy inna osoba może odebrać paczkę?',
    'Ile osób może korzystać z konta?',
    'Gdzie jest moje zamówienie?',
  ],
  tr: ['Başka biri paketimi alabilir mi?', 'Kaç kişi kullanabilir?', 'Siparişim nerede?'],
  ja: ['二人で使えますか？', '注文はどこですか？', '他の人が受け取れますか？'],
  ko: ['다른 사람이 받을 수 있나요?', '주문은 어디에 있나요?', '몇 사람이 쓸 수 있나요?'],
  'zh-Hans': ['别人可以代我取件吗？', '我的订单在哪里？', '客服电话是多少？'],
  ar: ['هل يمكن لشخص آخر استلام الطرد؟', 'أين طلبي؟', 'كم تكلفة الشحن؟'],
  he: ['האם מישהו אחר יכול לאסוף את החבילה?', 'איפה ההזמנה שלי?', 'כמה עולה המשלוח?'],
};

describe.each(Object.entries(WISHES))('in %s', (_locale, sentences) => {
  test.each(sentences)('“%s” calls a person', (sentence) => {
    expect(wantsPerson(sentence)).toBe(true);
  });
});

describe.each(Object.entries(QUESTIONS))('in %s', (_locale, sentences) => {
  test.each(sentences)('“%s” calls nobody', (sentence) => {
    expect(wantsPerson(sentence)).toBe(false);
  });
});

test('a message made to be slow to read is read at once', () => {
  const messages = ['i want to ', 'customer service ', 'please just ', 'met een echt ', '人'].map(
    (piece) => piece.repeat(4000 / piece.length),
  );
  const started = performance.now();

  const heard = messages.map(wantsPerson);

  expect(heard).toHaveLength(messages.length);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a wish at the end of a long message is heard', () => {
  const story = 'The pot came with a crack and the lid does not fit. '.repeat(70);

  expect(wantsPerson(story)).toBe(false);
  expect(wantsPerson(`${story}I want to talk to a person.`)).toBe(true);
});
