import { loadTexts } from '../../language.ts';
import { initials } from '../initials.ts';
import { lazy } from '../lazy.tsx';
import type { AvatarProps } from './Avatar.tsx';
import type { CarouselProps } from './Carousel.tsx';
import type { FormMessageProps } from './FormMessage.tsx';
import type { ItemListProps } from './ItemList.tsx';
import type { LightboxProps } from './Lightbox.tsx';
import type { RichMessageProps } from './RichMessage.tsx';

async function withTexts<Part>(part: Promise<Part>): Promise<Part> {
  await loadTexts('later');
  return part;
}

/** Messages that are more than words. Until they are there, the words that stand for them. */
export const RichMessage = lazy<RichMessageProps>(
  async () => (await withTexts(import('./RichMessage.tsx'))).RichMessage,
  ({ message }) => (
    <div class="bubble" dir="auto" data-message={message.id} data-answer="">
      {message.body}
    </div>
  ),
);

const cards = () => withTexts(import('./cards.ts'));
export const Carousel = lazy<CarouselProps>(async () => (await cards()).Carousel);
export const ItemList = lazy<ItemListProps>(async () => (await cards()).ItemList);

export const FormMessage = lazy<FormMessageProps>(
  async () => (await withTexts(import('./FormMessage.tsx'))).FormMessage,
);

export const Lightbox = lazy<LightboxProps>(
  async () => (await withTexts(import('./Lightbox.tsx'))).Lightbox,
);

/** The face of a person; initials say as much until it is there. */
export const Avatar = lazy<AvatarProps>(
  async () => (await import('./Avatar.tsx')).Avatar,
  ({ name }) => initials(name),
);
