import type { RefObject } from 'preact';
import type { Chat } from '../chat-type.ts';
import { loadTexts } from '../language.ts';
import { t } from '../translate.ts';
import { lazy } from './lazy.tsx';
import type { MenuItemsProps } from './MenuItems.tsx';
import type { View } from './view.ts';

type Parts = { chat: Chat; view: View };

/** A part that speaks of the conversation comes with its words. */
async function withTexts<Part>(part: Promise<Part>): Promise<Part> {
  await loadTexts('conversation');
  return part;
}

const conversationPart = () => withTexts(import('./conversation-part.ts'));

export const teamPart = () => withTexts(import('./team-part.ts'));

/** The first message is to leave before anything is fetched that only shows it better. */
const whenUnderWay = ({ chat }: { chat: Chat }) => chat.isUnderWay.value;

/** The rows of the log. Until they are there, the words that the customer has just sent. */
export const Thread = lazy<Parts & { log: RefObject<HTMLDivElement | null> }>(
  async () => (await conversationPart()).Thread,
  ({ chat }) =>
    chat.unsent.value.map(({ id, text }) => (
      <p key={id} class="first-words" dir="auto">
        {text}
      </p>
    )),
  whenUnderWay,
);

/** What floats over the end of the log. */
export const LogButtons = lazy<Parts>(
  async () => (await conversationPart()).LogButtons,
  undefined,
  whenUnderWay,
);

/** What stands above the text field. */
export const Cards = lazy<Parts>(
  async () => (await conversationPart()).Cards,
  undefined,
  whenUnderWay,
);

/** The person in the header. */
export const PersonSpeaker = lazy<{ chat: Chat }>(async () => (await teamPart()).PersonSpeaker);

/** What the handoff button says while the request is on its way. */
export const Connecting = lazy<{ chat: Chat }>(
  async () => (await teamPart()).Connecting,
  () => t('handoff.connecting'),
);

export const MenuItems = lazy<MenuItemsProps>(async () => {
  const [part] = await Promise.all([withTexts(import('./MenuItems.tsx')), loadTexts('later')]);
  return part.MenuItems;
});

/** What opens over the panel, on request only. */
export const Dialogs = lazy<Parts>(async () => {
  const [part] = await Promise.all([withTexts(import('./Dialogs.tsx')), loadTexts('later')]);
  return part.Dialogs;
});

/** On a phone: keeps the page behind the panel out of the way. What is seen does not wait for it. */
export const PageCover = lazy<{ panel: RefObject<HTMLElement | null> }>(
  async () => (await import('./PageCover.tsx')).PageCover,
);
