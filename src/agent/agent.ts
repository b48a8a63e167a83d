import { messagesOf, missesInARow } from '../conversation/status.ts';
import type { Passage } from '../knowledge/passages.ts';
import type { Found, SearchOptions } from '../knowledge/search.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Action, Citation, Message } from '../protocol/message.ts';
import type { Settings } from '../protocol/settings.ts';
import { checkCitations } from './citations.ts';
import { checkClaims } from './claims.ts';
import { callsPerson } from './handoff-rules.ts';
import { rules } from './instructions.ts';
import type { Model, Prompt, Usage } from './model.ts';
import { phrasesOf } from './phrases.ts';
import type { Phrases } from './phrases/phrases.ts';
import { smallTalk, type SmallTalk } from './small-talk.ts';
import { untilAborted } from './until-aborted.ts';
import { wantsPerson } from './wish.ts';

export type AnswerPart =
  /** The next piece of the answer, markdown. */
  | { type: 'text'; text: string }
  /** What the answer has cost at the provider of a model. */
  | ({ type: 'usage' } & Usage)
  /** A person is wanted. Nothing follows. */
  | { type: 'hand-off' }
  /** The answer is complete: what it rests on, by the marks in it, and the buttons under it. */
  | { type: 'done'; citations: Citation[]; actions: Action[] };

export interface Agent {
  /**
   * Answers the customer's message `question`, whether or not the conversation holds it yet. Ends without a `done` when
   * `signal` aborts; throws what the model throws.
   */
  answer(
    conversation: Conversation,
    question: Message,
    signal: AbortSignal,
  ): AsyncIterable<AnswerPart>;
}

/** What the agent needs to know articles. Never throws. */
export interface ArticleSearch {
  search(question: string, options: SearchOptions): Promise<Found[]>;
}

type AgentDeps = {
  knowledge: ArticleSearch;
  model: Model;
  settings: Pick<Settings, 'assistant' | 'handoff'>;
};

/** An answer is not read further than this, in UTF-16 units: no honest one is longer. */
const MAX_ANSWER = 8000;

/** How often a model may look further for one answer. */
const MOST_SEARCHES = 3;

/**
 * The AI that answers first. A wish for a person goes before everything else; what it says comes from articles it cites,
 * and where none helps it says so.
 */
export function createAgent({ knowledge, model, settings }: AgentDeps): Agent {
  const { assistant, handoff } = settings;
  const canHandOff = handoff.to !== 'off';

  async function* answer(
    conversation: Conversation,
    question: Message,
    signal: AbortSignal,
  ): AsyncGenerator<AnswerPart> {
    const phrases = phrasesOf(conversation.locale);
    const turns = before(messagesOf(conversation), question);

    // Their names are no question.
    if (question.content?.type === 'files' && !question.content.hasCaption) {
      return yield* saying(phrases.cannotOpenFiles, canHandOff ? [{ type: 'hand-off' }] : []);
    }
    if (canHandOff && callsPerson(question.body, handoff.words)) return yield { type: 'hand-off' };
    if (wantsPerson(question.body)) {
      if (canHandOff) return yield { type: 'hand-off' };
      return yield* saying(phrases.nobodyHere(assistant.company));
    }
    const chat = smallTalk(question.body, assistant.name);
    if (chat) return yield* saying(reply(chat, phrases));

    const found = await knowledge.search(question.body, {
      locale: conversation.locale,
      context: turns.findLast(({ author }) => author.kind === 'customer')?.body,
    });
    if (signal.aborted) return;

    const passages = [...found];
    const prompt: Prompt = {
      conversationId: conversation.id,
      question: question.body,
      turns,
      passages,
      assistant: assistant.name,
      company: assistant.company,
      locale: conversation.locale,
      guidance: assistant,
      canHandOff,
      search: furtherSearch(passages, conversation.locale),
    };
    const claims = checkClaims({
      passages,
      facts: assistant.facts,
      said: [...turns, question].flatMap(({ author, body }) =>
        author.kind === 'ai-agent' ? [] : body,
      ),
      secret: rules(prompt),
    });
    const check = checkCitations(passages);
    let hasSaid = false;
    let length = 0;
    for await (const part of untilAborted(model.answer(prompt, signal), signal)) {
      if (part.type === 'hand-off') {
        if (canHandOff) return yield part;
        continue;
      }
      if (part.type === 'usage') {
        yield part;
        continue;
      }
      if (part.type === 'search') {
        claims.forget();
        continue;
      }
      length += part.text.length;
      const text = check.push(claims.push(part.text.slice(0, MAX_ANSWER)));
      if (text) yield { type: 'text', text };
      hasSaid ||= text !== '';
      if (length > MAX_ANSWER) break;
    }
    if (signal.aborted) return;
    const last = check.push(claims.rest()) + check.rest();
    if (last) yield { type: 'text', text: last };
    if (hasSaid || last) {
      yield { type: 'done', citations: check.citations(), actions: [] };
      return;
    }
    const askedBack = claims.question();
    if (askedBack !== null) return yield* saying(askedBack);
    const misses = missesInARow(sincePerson(turns));
    const { afterMisses = Infinity } = handoff;
    if (canHandOff && misses + 1 >= afterMisses) return yield { type: 'hand-off' };
    yield* saying(canHandOff ? phrases.miss : phrases.missWithoutPerson, waysOn(misses > 0));
  }

  /** Looks further for a model, some times an answer; what is new joins the passages. */
  function furtherSearch(passages: Found[], locale: string): Prompt['search'] {
    let searches = 0;
    return async (query) => {
      searches += 1;
      if (searches > MOST_SEARCHES) return [];
      const more = await knowledge.search(query, { locale });
      return more.map((found) => {
        const known = passages.findIndex(({ passage }) => isSame(passage, found.passage));
        return { mark: known === -1 ? passages.push(found) : known + 1, found };
      });
    };
  }

  function reply(chat: SmallTalk, phrases: Phrases): string {
    const { name, company } = assistant;
    switch (chat) {
      case 'greeting':
        return phrases.greeting(name, company);
      case 'thanks':
        return phrases.thanks;
      case 'goodbye':
        return phrases.goodbye;
      case 'about-itself':
        return canHandOff
          ? phrases.aboutItself(name, company)
          : phrases.aboutItselfWithoutPerson(name, company);
    }
  }

  function waysOn(missedBefore: boolean): Action[] {
    const again: Action = { type: 'ask-again' };
    if (!canHandOff) return [again];
    return missedBefore ? [{ type: 'hand-off' }, again] : [again, { type: 'hand-off' }];
  }

  return { answer };
}

function* saying(text: string, actions: Action[] = []): Generator<AnswerPart> {
  yield { type: 'text', text };
  yield { type: 'done', citations: [], actions };
}

function isSame(one: Passage, other: Passage): boolean {
  return one.url === other.url && one.heading === other.heading && one.text === other.text;
}

/** What was said after a person of the team spoke last: with them the count begins anew. */
function sincePerson(turns: readonly Message[]): Message[] {
  return turns.slice(turns.findLastIndex(({ author }) => author.kind === 'agent') + 1);
}

function before(messages: readonly Message[], question: Message): Message[] {
  const place = messages.findIndex(({ id }) => id === question.id);
  return messages.slice(0, place === -1 ? undefined : place);
}
