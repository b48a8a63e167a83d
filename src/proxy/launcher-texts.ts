import type { Language } from '../protocol/languages.ts';
import type { WidgetSettings } from '../protocol/routes.ts';

/** What the launcher is called before anything else of the chat is loaded: the same words as in the chat's own texts. */
export const LAUNCHER_TEXTS: Record<Language, WidgetSettings['launcher']> = {
  en: { open: 'Open chat', unavailable: 'Chat is unavailable' },
  es: { open: 'Abrir el chat', unavailable: 'El chat no está disponible' },
  fr: { open: 'Ouvrir le chat', unavailable: 'Le chat est indisponible' },
  de: { open: 'Chat öffnen', unavailable: 'Der Chat ist nicht verfügbar' },
  pt: { open: 'Abrir o chat', unavailable: 'O chat está indisponível' },
  it: { open: 'Apri la chat', unavailable: 'La chat non è disponibile' },
  nl: { open: 'Chat openen', unavailable: 'De chat is niet beschikbaar' },
  pl: { open: 'Otwórz czat', unavailable: 'Czat jest niedostępny' },
  tr: { open: 'Sohbeti aç', unavailable: 'Sohbet kullanılamıyor' },
  ja: { open: 'チャットを開く', unavailable: 'チャットを利用できません' },
  ko: { open: '채팅 열기', unavailable: '채팅을 사용할 수 없습니다' },
  zh: { open: '打开聊天', unavailable: '聊天不可用' },
  ar: { open: 'فتح الدردشة', unavailable: 'الدردشة غير متاحة' },
  he: { open: 'פתיחת הצ׳אט', unavailable: 'הצ׳אט לא זמין' },
};
