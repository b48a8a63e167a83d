import { createAgent } from '../../src/agent/agent.ts';
import { extractiveModel } from '../../src/agent/extractive-model.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { createSearch, type Search } from '../../src/knowledge/search.ts';
import { Settings } from '../../src/protocol/settings.ts';
import type { Domain, Question } from './domain.ts';

/** How good the built-in agent is in one Help Center; all but the counts from 0 to 1. */
export type Figures = {
  articles: number;
  questions: number;
  /** Of what has an answer: how high the right article stands among the first ten that the search gives. */
  ndcgAt10: number;
  /** Of what has an answer: how often the first article cited is the right one. */
  hitAt1: number;
  /** Of what was said to be unknown: how much is. */
  refusalPrecision: number;
  /** Of what is unknown: how much was said to be. */
  refusalRecall: number;
};

export type Measured = Figures & {
  /** What was answered wrongly, or should have been: question and what came of it. */
  mistakes: string[];
};

/** Asks every question of a Help Center, each in a conversation of its own. */
export async function measure({ articles, company, questions }: Domain): Promise<Measured> {
  const search = await createSearch(articles, articles[0]?.locale);
  const gains: number[] = [];
  const mistakes: string[] = [];
  let hits = 0;
  let refused = 0;
  let rightlyRefused = 0;
  for (const question of questions) {
    const cited = await firstCited(search, company, question);
    const isAnswerable = question.answers.length > 0;
    if (isAnswerable) gains.push(await gain(search, question));
    if (cited === null) refused += 1;
    if (cited === null && !isAnswerable) rightlyRefused += 1;
    if (cited !== null && question.answers.includes(cited)) hits += 1;
    else if (isAnswerable || cited !== null) {
      mistakes.push(`${question.locale} ${question.question} → ${cited ?? 'nothing'}`);
    }
  }
  return {
    articles: articles.length,
    questions: questions.length,
    ndcgAt10: gains.reduce((sum, one) => sum + one, 0) / gains.length,
    hitAt1: hits / gains.length,
    refusalPrecision: rightlyRefused / refused,
    refusalRecall: rightlyRefused / (questions.length - gains.length),
    mistakes,
  };
}

/** The key of the article that the answer names first; null if it says that it does not know. */
async function firstCited(
  search: Search,
  company: string,
  { locale, question }: Question,
): Promise<string | null> {
  const settings = Settings.parse({ assistant: { company } });
  const agent = createAgent({ knowledge: search, model: extractiveModel, settings });
  const asked = {
    id: 'question',
    author: { kind: 'customer' as const },
    at: '2026-11-24T10:00:00.000Z',
    body: question,
    format: 'plain' as const,
  };
  const conversation = { ...newConversation('evaluated'), locale };
  for await (const part of agent.answer(conversation, asked, new AbortController().signal)) {
    if (part.type !== 'done') continue;
    const [first] = part.citations;
    return first ? decodeURIComponent(first.url.split('/').at(-1) ?? '') : null;
  }
  return null;
}

/** Normalised discounted cumulative gain with one right article: 1 for the first place, less for each further one. */
async function gain(search: Search, { locale, question, answers }: Question): Promise<number> {
  const found = await search.search(question, { locale });
  const places = [...new Set(found.map(({ passage }) => passage.articleId))].slice(0, 10);
  const place = places.findIndex((key) => answers.includes(key));
  return place === -1 ? 0 : 1 / Math.log2(place + 2);
}
