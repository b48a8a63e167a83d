import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Content } from '../../../src/protocol/message-content.ts';
import type { Message } from '../../../src/protocol/message.ts';
import type { Chat } from '../../chat-type.ts';
import styles from '../../styles/cards-of-items.css?inline';
import { Icon } from '../../icons.tsx';
import { t } from '../../translate.ts';
import { backIcon, onIcon } from './icons.ts';
import { ItemCard } from './ItemCard.tsx';
import { usePart } from './use-part.ts';

export type CarouselProps = {
  chat: Chat;
  message: Message;
  content: Extract<Content, { type: 'carousel' }>;
};

/** Things side by side: scrolled by hand, or one by one with the buttons. */
export function Carousel({ chat, message, content }: CarouselProps) {
  const { title, items, shape } = content;
  const track = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLFieldSetElement>(null);
  usePart(place, styles);
  const [at, setAt] = useState(0);
  const last = items.length - 1;

  function show(index: number) {
    const card = track.current?.children[index];
    if (!card) return;
    setAt(index);
    card.scrollIntoView?.({ block: 'nearest', inline: 'start' });
  }

  // Whoever scrolls by hand has gone on as well.
  useLayoutEffect(() => {
    const box = track.current;
    if (!box || typeof IntersectionObserver === 'undefined') return undefined;
    const cards = [...box.children];
    const inView = new Set<Element>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) inView.add(target);
          else inView.delete(target);
        }
        const first = cards.findIndex((card) => inView.has(card));
        if (first !== -1) setAt(first);
      },
      { root: box, threshold: 0.9 },
    );
    for (const card of cards) observer.observe(card);
    return () => observer.disconnect();
  }, [items]);

  return (
    <fieldset
      ref={place}
      class={`carousel ${shape}`}
      aria-roledescription={t('carousel.role')}
      aria-label={title ?? t('carousel.name')}
    >
      <div ref={track} class="carousel-track">
        {items.map((item, index) => (
          <article
            key={index}
            class="item-card"
            aria-label={t('carousel.item', { number: index + 1, total: items.length })}
          >
            <ItemCard chat={chat} messageId={message.id} item={item} />
          </article>
        ))}
      </div>
      {items.length > 1 && (
        <div class="carousel-buttons">
          <Step
            label={t('carousel.previous')}
            icon={backIcon}
            isEnd={at === 0}
            go={() => show(at - 1)}
          />
          <span aria-hidden="true">
            {t('carousel.item', { number: at + 1, total: items.length })}
          </span>
          <Step
            label={t('carousel.next')}
            icon={onIcon}
            isEnd={at === last}
            go={() => show(at + 1)}
          />
        </div>
      )}
    </fieldset>
  );
}

type StepProps = { label: string; icon: string; isEnd: boolean; go(): void };

function Step({ label, icon, isEnd, go }: StepProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-disabled={isEnd}
      onClick={() => {
        if (!isEnd) go();
      }}
    >
      <Icon path={icon} />
    </button>
  );
}
