import { fold } from './fold.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'about-itself';

const GREETING = `
  hi|hi there|hi all|hello|hello there|hey|hey there|hiya|heya|yo|howdy|greetings|good morning|good afternoon|good evening|
  good day|morning|hi how are you|hello how are you|how are you|hows it going|whats up|
  hola|buenas|buenos dias|buenas tardes|buenas noches|bonjour|bonsoir|salut|coucou|hallo|guten tag|guten morgen|guten abend|
  moin|servus|gruss gott|oi|ola|bom dia|boa tarde|boa noite|ciao|salve|buongiorno|buonasera|hoi|goedemorgen|goedemiddag|
  goedenavond|goedendag|czesc|dzien dobry|witam|hej|merhaba|selam|gunaydin|iyi gunler|こんにちは|こんばんは|おはよう|
  おはようございます|안녕|안녕하세요|你好|您好|嗨|早上好|مرحبا|اهلا|السلام عليكم|صباح الخير|مساء الخير|שלום|היי|בוקר טוב|ערב טוב`;

const THANKS = `
  thanks|thank you|thank you very much|thank you so much|thanks a lot|thanks so much|many thanks|thx|ty|cheers|
  ok thanks|ok thank you|okay thanks|great thanks|perfect thanks|perfect thank you|thanks that helps|thanks that helped|
  that helps|that helped|that helps thanks|that helped thanks|got it|got it thanks|great|perfect|awesome|cool|ok|okay|
  no thanks|no thank you|
  gracias|muchas gracias|mil gracias|merci|merci beaucoup|danke|danke schon|vielen dank|danke sehr|obrigado|obrigada|
  muito obrigado|muito obrigada|valeu|grazie|grazie mille|molte grazie|bedankt|dank je|dank je wel|dank u|dank u wel|
  hartelijk dank|dzieki|dziekuje|dziekuje bardzo|tesekkurler|tesekkur ederim|sagol|cok tesekkurler|ありがとう|
  ありがとうございます|감사합니다|고마워요|고맙습니다|谢谢|谢谢你|多谢|شكرا|شكرا جزيلا|תודה|תודה רבה`;

const GOODBYE = `
  bye|bye bye|goodbye|good bye|see you|see ya|see you later|have a nice day|have a good day|good night|thats all|
  thats all thanks|thanks bye|ok bye|
  adios|hasta luego|au revoir|a bientot|tschuss|auf wiedersehen|tchau|ate logo|arrivederci|a presto|doei|tot ziens|
  do widzenia|gule gule|hosca kal|gorusuruz|さようなら|바이|안녕히 계세요|再见|拜拜|مع السلامه|להתראות|ביי`;

/** Asked what it is, it says so: never a word that leaves it open. */
const ABOUT_ITSELF = [
  /^(?:wait |so |but |hey |hi |hello |sorry )*(?:are|r) (?:you|u) (?:(?:really|actually|just|even|like) )*(?:a |an )?(?:(?:real|live|actual) )?(?:human|person|human being|people|bot|robot|chatbot|chat bot|machine|ai|a i|ai agent|ai assistant|computer|program|real)(?: or (?:not|(?:a |an )?(?:real |live )?(?:human|person|bot|robot|machine|ai|computer)))?$/,
  /^(?:is this|am i (?:talking|speaking|chatting|writing) (?:to|with)) (?:a |an )?(?:(?:real|live|actual) )?(?:human|person|human being|bot|robot|chatbot|machine|ai|computer)(?: or (?:not|(?:a |an )?(?:real |live )?(?:human|person|bot|robot|machine|ai|computer)))?$/,
  /^(?:who|what) (?:are|r) (?:you|u)(?: exactly)?$/,
  /^(?:what can you do|what do you do|how can you help(?: me)?|whats your name|what is your name|do you have a name)$/,
  /^(?:eres|es usted) (?:una |un )?(?:persona(?: real)?|humano|humana|robot|bot)$/,
  /^(?:es tu|etes vous|tu es|vous etes) (?:une? )?(?:vraie? )?(?:personne(?: reelle)?|humaine?|robot|bot)$/,
  /^(?:bist du|sind sie|rede ich mit|spreche ich mit) (?:ein |eine |einem |einer )?(?:echter |echte |echten )?(?:mensch|menschen|person|roboter|bot|ki|maschine)$/,
  /^(?:voce e|es) (?:uma |um )?(?:pessoa(?: real)?|humano|humana|robo|bot)$/,
  /^sei (?:una |un )?(?:vera )?(?:persona(?: reale)?|umano|umana|robot|bot)$/,
  /^(?:rozmawiam z|czy rozmawiam z|jestes|czy jestes) (?:prawdziwym |zywym )?(?:czlowiekiem|osoba|botem|robotem|ai|sztuczna inteligencja)$/,
  /^(?:sen |siz )?(?:gercek |bir )*(?:insan|robot|bot|yapay zeka) ?(?:misin|misiniz|musun|musunuz)$/,
  /^(?:あなたは)?(?:人間|ロボット|ボット|ai|本物の人) ?(?:です|なの|なん)(?:ですか|か)?$/,
  /^(?:당신은 |너는 )?(?:사람|로봇|봇|ai|인공지능) ?(?:인가요|이에요|입니까|이세요|이야|예요)$/,
  /^(?:你|您)(?:是|是不是)(?:一个|一個)?(?:真人|人|人类|人類|机器人|機器人|ai|人工智能)(?:吗|嗎|还是.*|還是.*)?$/,
  /^(?:هل )?(?:انت|انتي) (?:حقا )?(?:انسان|شخص|شخص حقيقي|روبوت|بوت|بشر|ذكاء اصطناعي)$/,
  /^(?:האם )?(?:אתה|את) (?:באמת )?(?:בן אדם|אדם|אנושי|אנושית|רובוט|בוט|אדם אמיתי)$/,
  /^(?:ben je|ben jij|bent u) (?:een )?(?:echt |echte )?(?:mens|persoon|robot|bot)$/,
];

const KINDS: readonly (readonly [SmallTalk, ReadonlySet<string>])[] = [
  ['greeting', listed(GREETING)],
  ['thanks', listed(THANKS)],
  ['goodbye', listed(GOODBYE)],
];

/** What a message is when all of it is small talk, but for the assistant's name; one word more, and it is a question. */
export function smallTalk(text: string, assistant: string): SmallTalk | null {
  const name = fold(assistant);
  const said = name ? fold(text).replace(` ${name}`, '') : fold(text);
  if (ABOUT_ITSELF.some((pattern) => pattern.test(said))) return 'about-itself';
  return KINDS.find(([, phrases]) => phrases.has(said))?.[0] ?? null;
}

function listed(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split('|').map((phrase) => phrase.trim()));
}
