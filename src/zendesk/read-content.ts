import type { Message } from '../protocol/message.ts';
import type { Content } from '../protocol/message-content.ts';
import type { ZendeskContent } from './content.ts';
import { fieldOf, formAnswer } from './form.ts';
import { htmlMarkdown } from './html-markdown.ts';
import { mediaOf } from './media.ts';
import { buttonsOf, spokenActions } from './buttons.ts';
import type { ZendeskMessage } from './message.ts';

/** What a message says and shows, in our words. */
export type ReadMessage = Pick<Message, 'body' | 'format' | 'content' | 'buttons'>;

const UNSUPPORTED = 'This message can’t be shown here.';

/**
 * Reads what a message says and shows, whatever its type: none is dropped. The body stands for the whole where nothing
 * more can be shown; it is plain text, or markdown where an agent wrote with emphasis, lists or links.
 */
export function readContent(message: ZendeskMessage): ReadMessage {
  const { content: unread } = message;
  const content = contentOf(message);
  const buttons = buttonsOf(unread.actions);
  const words = wordsOf(unread, content);
  return {
    ...words,
    ...(words.body === UNSUPPORTED && !content && buttons.length === 0
      ? { content: { type: 'unsupported' } }
      : content && { content }),
    ...(buttons.length > 0 && { buttons }),
  };
}

function contentOf(message: ZendeskMessage): Content | undefined {
  const { id, content, source, metadata, activity, author } = message;
  if (activity !== undefined || author.subtypes.includes('activity')) {
    return { type: 'activity', activity: ACTIVITIES[activity?.type ?? ''] ?? 'other' };
  }
  if (source.type === 'zd:surveys' || metadata['type'] === 'csat') return { type: 'survey' };
  switch (content.type) {
    case 'image':
    case 'file':
      return attachment(id, content, content.type);
    case 'carousel':
      return {
        type: 'carousel',
        ...filled({ title: content.text }),
        shape: content.displaySettings?.imageAspectRatio === 'square' ? 'square' : 'horizontal',
        items: itemsOf(id, content),
      };
    case 'list':
      return { type: 'list', items: itemsOf(id, content) };
    case 'form': {
      const fields = content.fields.flatMap((field) => fieldOf(field) ?? []);
      return fields.length > 0 ? { type: 'form', fields } : undefined;
    }
    case 'location': {
      const { coordinates, location = {} } = content;
      if (!coordinates) return undefined;
      const { lat: latitude, long: longitude } = coordinates;
      return { type: 'location', latitude, longitude, ...filled(location) };
    }
    default:
      return undefined;
  }
}

/** The three that the Conversations API's OpenAPI 17.0.0 names. */
const ACTIVITIES: Record<string, 'ticket-closed' | 'continues-by-email' | 'ended-by-customer'> = {
  'ticket:closed': 'ticket-closed',
  'ticket:transfer:email': 'continues-by-email',
  'conversation:endedByUser': 'ended-by-customer',
};

function attachment(
  id: string,
  content: ZendeskContent,
  type: 'image' | 'file',
): Content | undefined {
  const media = mediaOf(id, content);
  if (!media) return undefined;
  const hasCaption = Boolean(content.text?.trim() || content.htmlText?.trim());
  return type === 'file'
    ? { type, media, hasCaption }
    : { type, media, ...filled({ alt: content.altText }), hasCaption };
}

function itemsOf(id: string, { items }: ZendeskContent) {
  return items.flatMap((item, index) => {
    const title = item.title?.trim();
    if (!title) return [];
    const media = item.mediaUrl ? mediaOf(`${id}.${index}`, item) : undefined;
    return [
      {
        title,
        ...filled({ description: item.description }),
        ...(media && { media }),
        buttons: buttonsOf(item.actions, `${index}.`),
      },
    ];
  });
}

function wordsOf(unread: ZendeskContent, content: Content | undefined): ReadMessage {
  const { text = '', htmlText = '', textFallback = '' } = unread;
  const markdown = htmlText.trim() && htmlMarkdown(htmlText);
  const extra = spokenActions(unread.actions);
  if (markdown && markdown !== text.trim()) {
    return { body: [markdown, ...extra].join('\n\n'), format: 'markdown' };
  }
  const texts = [textFallback, text, markdown, contentWords(unread, content), extra.join('\n')];
  const found = texts.find((each) => each.trim());
  if (found === undefined) return { body: UNSUPPORTED, format: 'plain' };
  const isExtra = found === texts.at(-1);
  return { body: [found, ...(isExtra ? [] : extra)].join('\n'), format: 'plain' };
}

/** What stands for content that has no text of its own. */
function contentWords(unread: ZendeskContent, content: Content | undefined): string {
  switch (content?.type) {
    case 'image':
      return content.alt ?? content.media.name;
    case 'file':
      return content.media.name;
    case 'carousel':
    case 'list':
      return content.items
        .map(({ title, description }) => [title, description].filter(Boolean).join(': '))
        .join('\n');
    case 'form':
      return content.fields.map(({ label }) => label).join('\n');
    case 'location': {
      const { name, address, latitude, longitude } = content;
      return [name, address].filter(Boolean).join(', ') || `${latitude}, ${longitude}`;
    }
    default:
      return unread.type === 'formResponse' ? formAnswer(unread.fields) : '';
  }
}

/** Only what has words in it. */
function filled<Key extends string>(
  words: Partial<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  const kept: Partial<Record<Key, string>> = {};
  for (const key in words) {
    const text = words[key]?.trim();
    if (text) kept[key] = text;
  }
  return kept;
}
