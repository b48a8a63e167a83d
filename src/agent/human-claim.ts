import { fold } from './fold.ts';

/**
 * How somebody says to be a person, in any language we ship, as regular expressions over folded text. “I am not a
 * human” and “a human will help” are no such thing.
 */
const CLAIMS = [
  /\b(?:i am|im|i m|my name is \w+ and i am) (?:(?:really|actually|indeed|definitely|of course|yes|also|just|in fact) )*(?:an? )?(?:(?:real|live|actual|living|flesh and blood) )*(?:human|person|man|woman|human being|support agent|employee|member of (?:the|our) (?:team|staff))\b/,
  /\b(?:i am|im|i m) (?:not|no) (?:an? )?(?:ai|bot|robot|chatbot|machine|computer|program|virtual assistant|ai assistant)\b/,
  /\byou are (?:talking|speaking|chatting|writing) (?:to|with) (?:an? )?(?:real |live |actual )?(?:human|person|man|woman)\b/,
  /\bsoy (?:realmente )?(?:una? )?(?:persona|humano|humana|ser humano|empleado|empleada)\b|\bno soy (?:un |una )?(?:bot|robot|ia|maquina)\b/,
  /\bje suis (?:vraiment |bien )?(?:une? )?(?:vraie? )?(?:personne|humaine?|etre humain|employee?)\b|\bje ne suis pas (?:une? )?(?:ia|robot|bot|machine)\b/,
  /\bich bin (?:wirklich |tatsachlich |naturlich )?(?:ein |eine )?(?:echter |echte |richtiger )?(?:mensch|person|mitarbeiter|mitarbeiterin)\b|\bich bin (?:keine?) (?:ki|bot|roboter|maschine)\b/,
  /\b(?:eu )?sou (?:mesmo )?(?:uma? )?(?:pessoa|humano|humana|ser humano|funcionari[oa])\b|\bnao sou (?:uma? )?(?:robo|bot|ia|maquina)\b/,
  /\bsono (?:davvero )?(?:una? )?(?:vera )?(?:persona|umano|umana|essere umano|dipendente)\b|\bnon sono (?:una? )?(?:bot|robot|ia|macchina)\b/,
  /\bik ben (?:echt |wel )?(?:een )?(?:echt |echte )?(?:mens|persoon|medewerker)\b|\bik ben geen (?:ai|bot|robot|machine)\b/,
  /\bjestem (?:naprawde )?(?:prawdziwym |zywym )?(?:czlowiekiem|osoba|konsultantem|konsultantka|pracownikiem)\b|\bnie jestem (?:botem|robotem|sztuczna inteligencja|maszyna)\b/,
  /\bben (?:gercek |gercekten )?(?:bir )?insanim\b|\bgercek bir insanim\b|\bbot degilim\b|\brobot degilim\b/,
  /私は(?:本物の|生身の)?人間です|(?:ai|ボット|ロボット)ではありません/,
  /저는 (?:진짜 |실제 )?사람입니다|저는 (?:진짜 |실제 )?사람이에요|(?:봇|로봇|ai)이? ?아닙니다/,
  /我是(?:一个|一個)?(?:真正的|真实的|真實的)?(?:真人|人类|人類|活人|客服人员)|我不是(?:机器人|機器人|ai|人工智能)/,
  /(?:^| )انا (?:حقا )?(?:شخص|انسان|بشر|موظف)(?: |$)|لست (?:روبوتا?|اله|برنامجا?)/,
  /(?:^| )אני (?:באמת )?(?:בן אדם|אדם|אנושי|אנושית|נציג|נציגה)(?: |$)|אני לא (?:בוט|רובוט|מכונה)/,
];

/** Whether a text says that its speaker is a person, or is no AI. */
export function claimsToBeHuman(text: string): boolean {
  const said = fold(text);
  return CLAIMS.some((claim) => claim.test(said));
}
