import type { LanguageModel } from 'ai';
import { boundedFetch } from './bounded-fetch.ts';

/** Which language model answers, and how it is reached. */
export type ModelAccount = {
  provider: 'openai-compatible' | 'anthropic' | 'google';
  name: string;
  apiKey: string | undefined;
  /** The address that requests are made under; anthropic and google have one of their own. */
  baseUrl: string | undefined;
};

/** No honest answer is longer, with all that a provider wraps around it. */
const MOST_BYTES = 5_000_000;

/** The language model of this account. Only its own provider is loaded. */
export async function languageModelOf(account: ModelAccount): Promise<LanguageModel> {
  const { name, apiKey, baseUrl: baseURL } = account;
  const fetch = boundedFetch(MOST_BYTES);
  switch (account.provider) {
    case 'openai-compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const options = { name: 'model', apiKey, fetch, includeUsage: true };
      return createOpenAICompatible({ ...options, baseURL: baseURL ?? '' }).chatModel(name);
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ apiKey, baseURL, fetch }).messages(name);
    }
    case 'google': {
      const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
      return createGoogleGenerativeAI({ apiKey, baseURL, fetch }).chat(name);
    }
  }
}
