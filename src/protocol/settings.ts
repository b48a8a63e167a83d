import { z } from 'zod';
import { LANGUAGES } from './languages.ts';
import { OwnTexts } from './own-texts.ts';
import { Proactive } from './proactive.ts';

/**
 * Everything a site owner may choose that is neither a secret nor a place. Comes from `baton.config.json`;
 * unknown keys are refused, so that a typing mistake is not silently ignored.
 */
export const Settings = z.strictObject({
  assistant: z
    .strictObject({
      /** The AI agent's name, shown to customers. */
      name: z.string().trim().min(1).max(60).default('Finch'),
      /** The company it answers for. */
      company: z.string().trim().min(1).max(100).default('this website'),
      /** Further instructions for a language model, in plain words. */
      instructions: z.string().trim().max(4000).default(''),
      /** How a language model writes, such as `warm and brief`. */
      tone: z.string().trim().max(300).default(''),
      /** What is true of the company, a sentence each: a language model may answer from them as from articles. */
      facts: z.array(z.string().trim().min(1).max(500)).max(50).default([]),
      /** Topics that a language model does not talk about. */
      avoid: z.array(z.string().trim().min(1).max(100)).max(30).default([]),
    })
    .prefault({}),
  /** Only where a language model answers. */
  model: z
    .strictObject({
      /** Tokens of all conversations a day, by UTC; beyond them the built-in agent answers. */
      tokensPerDay: z.int().min(1).default(5_000_000),
      /** Tokens of one conversation in a day. */
      tokensPerConversation: z.int().min(1).default(200_000),
      /** What a million tokens cost, in any money: for the log and the metrics. */
      pricePerMillion: z
        .strictObject({ input: z.number().min(0), output: z.number().min(0) })
        .optional(),
      /** Keep card numbers, IBANs, e-mail addresses and telephone numbers from the model. */
      redact: z.boolean().default(false),
    })
    .prefault({}),
  widget: z
    .strictObject({
      /** Up to four questions offered before the first message. */
      suggestions: z.array(z.string().trim().min(1).max(80)).max(4).default([]),
      /** The brand's colour, such as `#0b6e46`; what could not be read on it or beside it is made darker or lighter. */
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0b6e46')
        .optional(),
      /** Whether customers can send files to the team. */
      files: z.boolean().default(true),
      /** Linked under the composer. */
      privacyUrl: z.url({ protocol: /^https?$/ }).optional(),
      /** The AI agent speaks to visitors first, once a session. */
      proactive: Proactive.optional(),
      /** Other words for texts of the chat, by language and key; the keys stand in `widget/strings/en`. */
      strings: z.partialRecord(z.enum(LANGUAGES), OwnTexts).default({}),
    })
    .prefault({}),
  handoff: z
    .strictObject({
      /** `off` removes every trace of a handoff: the assistant only answers. */
      to: z.enum(['zendesk', 'off']).default('zendesk'),
      /** Tags put on each ticket. Zendesk wants lower case and no spaces. */
      tags: z
        .array(z.string().regex(/^[a-z0-9_\-/.]+$/, 'must be lower case without spaces'))
        .default(['baton']),
      /** When customers see what will be shared before it is: `auto` while the team is away or something is asked. */
      preview: z.enum(['auto', 'always', 'never']).default('auto'),
      /** What customers are asked for before a person is. */
      ask: z
        .union([
          z.tuple([]),
          z.tuple([z.literal('email')]),
          z.tuple([z.literal('name'), z.literal('email')]),
        ])
        .default([]),
      /** While the team is away: a ticket that is answered by e-mail, or the line all the same. */
      offline: z.enum(['ticket', 'queue']).default('ticket'),
      /** Words and phrases, such as `legal action`, that hand a chat over whatever else is said. */
      words: z.array(z.string().trim().min(2).max(100)).max(200).default([]),
      /** Questions in a row without an answer that hand a chat over; without it the second puts the person first. */
      afterMisses: z.int().min(1).max(10).optional(),
      /** Minutes after which a waiting customer is told that it takes longer than usual. */
      waitMinutes: z.int().min(1).max(120).default(5),
    })
    .prefault({}),
  knowledge: z
    .strictObject({
      /** Help Center locales to read, the first is the fallback. Empty: the Help Center's default one. */
      locales: z.array(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/)).default([]),
      /** Minutes between two syncs of the articles. */
      minutesBetweenSyncs: z.int().min(1).max(1440).default(60),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** Longest message of a customer, in UTF-16 units. */
      messageCharacters: z.int().min(100).max(4000).default(4000),
      /** Largest file of a customer, in bytes. Zendesk takes up to 50 MB. */
      fileBytes: z.int().min(1_000).max(50_000_000).default(20_000_000),
      /** Files in one message. */
      filesPerMessage: z.int().min(1).max(20).default(10),
      /** Files an hour in one conversation; from one address ten times as many. */
      filesPerHour: z.int().min(1).default(60),
      /** Messages a minute in one conversation; from one address ten times as many. */
      messagesPerMinute: z.int().min(1).default(30),
      /** New conversations an hour from one address. */
      conversationsPerHour: z.int().min(1).default(200),
      /** Requests for a person an hour from one address; a conversation has one open at most. */
      handoffsPerHour: z.int().min(1).default(30),
      /** Streams and long polls open at the same time in one conversation. */
      streams: z.int().min(1).default(5),
      /** Streams and long polls open at the same time from one address. */
      streamsPerAddress: z.int().min(1).default(500),
      /** Streams and long polls begun a minute in one conversation; from one address ten times as many. */
      connectionsPerMinute: z.int().min(1).default(120),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof Settings>;
