import { afterEach, describe, expect, test, vi } from 'vitest';
import { createAgent } from '../../src/agent/agent.ts';
import { createLanguageModel, type Deadlines } from '../../src/agent/language-model.ts';
import type { ModelPart, Prompt } from '../../src/agent/model.ts';
import { ModelError } from '../../src/agent/model-error.ts';
import { answer, conversation, customer, found, heard, prompt, settings } from './conversations.ts';
import { type ModelServer, modelServer, type Reply, saying, type Wire } from './model-server.ts';

// An endpoint that does not answer is asked again after two seconds.
vi.setConfig({ testTimeout: 30_000 });

const never = new AbortController().signal;
const patient: Deadlines = { firstTokenMs: 60_000, wholeAnswerMs: 60_000 };
const hurried: Deadlines = { firstTokenMs: 50, wholeAnswerMs: 60_000 };
/** An overloaded endpoint that may be asked again at once. */
const busy: Reply = (stream) => stream.refuse(503, '{}', { 'retry-after-ms': '0' });

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function server(wire: Wire, ...replies: Reply[]): Promise<ModelServer> {
  const made = await modelServer(wire, replies);
  servers.push(made);
  return made;
}

async function answered(
  { account }: Pick<ModelServer, 'account'>,
  given: Partial<Prompt> = {},
  deadlines = patient,
): Promise<{ text: string; types: ModelPart['type'][] }> {
  const model = await createLanguageModel(account, deadlines);
  const parts: ModelPart[] = [];
  for await (const part of model.answer(prompt(given), never)) parts.push(part);
  return {
    text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    types: parts.map(({ type }) => type),
  };
}

async function troubleOf(answering: Promise<unknown>): Promise<string> {
  const error = await answering.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ModelError)) throw new Error('It did not fail as a model does');
  return error.message;
}

/** What a test waits for; that a server hears nobody any longer shows that the request has ended. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe.each<Wire>(['openai-compatible', 'anthropic', 'google'])('over the wire of %s', (wire) => {
  test('an answer streams, and the model knows rules, passages and what was said', async () => {
    const endpoint = await server(wire, saying('Within 30 ', 'days [1].'));
    const first = customer('Hello, do you sell pots?');

    const { text } = await answered(endpoint, {
      passages: [found('Returns')],
      turns: [first, answer(first, 'Yes, many [3].')],
    });

    expect(text).toBe('Within 30 days [1].');
    const [asked = ''] = endpoint.asked;
    expect(asked).toContain('You are Finch, the AI assistant of Alder & Finch.');
    expect(asked).toContain('Some text, such as 30 days.');
    expect(asked).toContain('Hello, do you sell pots?');
    expect(asked).toContain('Yes, many.');
    expect(asked).toContain('search_articles');
  });

  test('the key goes where this provider looks for it', async () => {
    const endpoint = await server(wire, saying('Yes [1].'));

    await answered(endpoint);

    const { authorization, ...headers } = endpoint.headers[0] ?? {};
    const sent = [authorization, headers['x-api-key'], headers['x-goog-api-key']];
    expect(sent.filter(Boolean)).toEqual([wire === 'openai-compatible' ? 'Bearer a-key' : 'a-key']);
  });

  test('the model looks further, and goes on with what was found', async () => {
    const endpoint = await server(
      wire,
      (stream) => {
        stream.tool('search_articles', '{"query":"lid"}');
        stream.end('tools');
      },
      saying('Lids cost £8 [4].'),
    );
    const queries: string[] = [];

    const { text, types } = await answered(endpoint, {
      async search(query) {
        queries.push(query);
        return [{ mark: 4, found: found('Lids', 'A lid costs £8.') }];
      },
    });

    expect(queries).toEqual(['lid']);
    expect(text).toBe('Lids cost £8 [4].');
    expect(types).toEqual(['search', 'text', 'usage']);
    expect(endpoint.asked[1]).toContain('A lid costs £8.');
  });

  test('the model calls a person, and nobody listens to it any longer', async () => {
    const hungUp = gate();
    const endpoint = await server(wire, async (stream) => {
      stream.tool('hand_off', '{"reason":"wants a refund"}');
      stream.end('tools');
      await stream.closed;
      hungUp.open();
    });

    const { types } = await answered(endpoint);

    expect(types).toEqual(['hand-off']);
    await hungUp.opened;
    expect(endpoint.asked).toHaveLength(1);
  });

  test('an overloaded endpoint is asked once more, and not a third time', async () => {
    const recovers = await server(wire, busy, saying('Yes [1].'));
    const stays = await server(wire, busy);

    expect((await answered(recovers)).text).toBe('Yes [1].');
    expect(await troubleOf(answered(stays))).toContain('MODEL_API_KEY is used up');
    expect([recovers.asked.length, stays.asked.length]).toEqual([2, 2]);
  });

  test('an answer that breaks off is no answer, and is not asked for again', async () => {
    const endpoint = await server(wire, (stream) => {
      stream.text('It is so [1]. And');
      stream.cut();
    });

    expect(await troubleOf(answered(endpoint))).toBe('the answer broke off');
    expect(endpoint.asked).toHaveLength(1);
  });

  test('a model that refuses says nothing', async () => {
    const endpoint = await server(wire, (stream) => stream.end('refusal'));

    expect((await answered(endpoint)).text).toBe('');
  });

  test('an answer ends within the provider when the customer stops it', async () => {
    const begun = gate();
    const hungUp = gate();
    const endpoint = await server(wire, async (stream) => {
      stream.text('It is so [1].');
      await stream.closed;
      hungUp.open();
    });
    const model = await createLanguageModel(endpoint.account, patient);
    const stop = new AbortController();

    const reading = (async () => {
      for await (const part of model.answer(prompt(), stop.signal)) {
        if (part.type === 'text') begun.open();
      }
    })();
    await begun.opened;
    stop.abort();

    await expect(Promise.all([reading, hungUp.opened])).resolves.toBeDefined();
  });

  test('a reader who has enough ends it within the provider, too', async () => {
    const hungUp = gate();
    const endpoint = await server(wire, async (stream) => {
      const writing = setInterval(() => stream.text('More and more. '), 1);
      await stream.closed;
      clearInterval(writing);
      hungUp.open();
    });
    const model = await createLanguageModel(endpoint.account, patient);

    for await (const part of model.answer(prompt(), never)) if (part.type === 'text') break;

    await expect(hungUp.opened).resolves.toBeUndefined();
  });
});

describe('an endpoint that', () => {
  test.each<[string, number, string]>([
    ['refuses the key', 401, 'MODEL_API_KEY was refused'],
    ['forbids the key', 403, 'MODEL_API_KEY was refused'],
    ['does not know the model', 404, 'MODEL_NAME or MODEL_BASE_URL is wrong'],
    ['does not take the request', 400, 'MODEL_NAME has to be a chat model that can call tools'],
    ['has a limit', 429, 'the quota of MODEL_API_KEY is used up'],
    ['is broken', 500, 'the provider is overloaded'],
  ])('%s is told of by the variable, without its own words', async (_name, status, words) => {
    const endpoint = await server('openai-compatible', (stream) =>
      stream.refuse(status, undefined, { 'retry-after-ms': '0' }),
    );

    const told = await troubleOf(answered(endpoint));

    expect(told).toContain(words);
    expect(told).toContain(String(status));
    expect(told).not.toContain('secret words');
  });

  test('is not there is told of by its variable', async () => {
    const gone = await modelServer('openai-compatible', []);
    await gone.close();
    const away = answered(gone);

    expect(await troubleOf(away)).toContain('MODEL_BASE_URL cannot be reached');
  });

  test('says nothing is given up on', async () => {
    const endpoint = await server('openai-compatible', () => {});

    expect(await troubleOf(answered(endpoint, {}, hurried))).toBe(
      'the model did not answer in time',
    );
  });

  test('never comes to an end is given up on, although it says something', async () => {
    const endpoint = await server('openai-compatible', async (stream) => {
      stream.text('Well, ');
      await stream.closed;
    });
    const deadlines = { firstTokenMs: 60_000, wholeAnswerMs: 300 };

    expect(await troubleOf(answered(endpoint, {}, deadlines))).toBe(
      'the model did not answer in time',
    );
  });

  test('sends its key elsewhere is not followed', async () => {
    const thief = await server('openai-compatible', saying('Yes [1].'));
    const endpoint = await server('openai-compatible', (stream) =>
      stream.refuse(307, '', {
        location: `${thief.account.baseUrl}/chat/completions`,
      }),
    );

    await troubleOf(answered(endpoint));

    expect(thief.asked).toEqual([]);
  });

  test.each<[string, string]>([
    ['is no JSON', 'data: {"choices": [{"del\n\n'],
    ['is another format', 'data: {"hello":"world"}\n\n'],
    ['is a web page', '<html><body>Bad gateway</body></html>\n\n'],
    ['is nothing at all', ''],
  ])('sends what %s has failed', async (_name, bytes) => {
    const endpoint = await server('openai-compatible', (stream) => {
      if (bytes) stream.raw(bytes);
      stream.cut();
    });

    expect(await troubleOf(answered(endpoint))).not.toBe('');
  });

  test('sends invalid UTF-8 is read as far as it can be', async () => {
    const endpoint = await server('openai-compatible', (stream) => {
      const line = 'data: {"id":"a","choices":[{"index":0,"delta":{"content":"So ? it is [1]."}}]}';
      const bytes = Buffer.from(`${line}\n\n`);
      bytes[bytes.indexOf('?')] = 0xff;
      stream.raw(bytes);
      stream.end();
    });

    expect((await answered(endpoint)).text).toBe('So \ufffd it is [1].');
  });

  test('calls tools with nonsense is told so, and may go on', async () => {
    const endpoint = await server(
      'openai-compatible',
      (stream) => {
        stream.tool('search_articles', '{"query": [1, 2');
        stream.end('tools');
      },
      (stream) => {
        stream.tool('delete_everything', '{}');
        stream.end('tools');
      },
      saying('So it is [1].'),
    );
    const queries: string[] = [];

    const { text } = await answered(endpoint, {
      async search(query) {
        queries.push(query);
        return [];
      },
    });

    expect(text).toBe('So it is [1].');
    expect(queries).toEqual([]);
  });

  test('only calls tools comes to an end', async () => {
    const endpoint = await server('openai-compatible', (stream) => {
      stream.tool('search_articles', '{"query":"lid"}');
      stream.end('tools');
    });

    expect((await answered(endpoint)).text).toBe('');
    expect(endpoint.asked.length).toBeLessThanOrEqual(5);
  });
});

describe('the AI agent with a language model', () => {
  async function said(replies: Reply[], passages = [found('Returns')], question = 'Returns?') {
    const endpoint = await server('openai-compatible', ...replies);
    const model = await createLanguageModel(endpoint.account, patient);
    const agent = createAgent({ knowledge: { search: async () => passages }, model, settings });
    return heard(agent.answer(conversation(), customer(question), never));
  }

  test('cuts an answer of a hundred kilobytes', async () => {
    const { text, types } = await said([saying('More and more [1]. '.repeat(5_500))]);

    expect(text.length).toBeGreaterThan(100);
    expect(text.length).toBeLessThanOrEqual(8_000);
    expect(types.at(-1)).toBe('done');
  });

  test('cuts an answer without an end', async () => {
    const endless: Reply = async (stream) => {
      const writing = setInterval(() => stream.text('More and more [1]. '.repeat(20)), 1);
      await stream.closed;
      clearInterval(writing);
    };

    const { text, types } = await said([endless]);

    expect(text.length).toBeLessThanOrEqual(8_400);
    expect(types.at(-1)).toBe('done');
  });

  test('does not know what the model refuses to say', async () => {
    const { actions, text } = await said([(stream) => stream.end('refusal')]);

    expect(text).toContain('couldn’t find that');
    expect(actions).toEqual(['ask-again', 'hand-off']);
  });

  test('asks an empty Help Center in vain, in any script', async () => {
    const { text } = await said([saying('')], [], '𐎠𐎡𐎢 ᚠᚢᚦ');

    expect(text).toContain('couldn’t find that');
  });
});

describe('a summary', () => {
  test('says nothing with a figure that nobody said', async () => {
    const body = {
      id: 'a',
      object: 'chat.completion',
      created: 1,
      model: 'model-1',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: 'Asked for: a refund\nFacts: order A-20417\nTried: order A-99999',
          },
          finish_reason: 'stop',
        },
      ],
    };
    const endpoint = await server('openai-compatible', (stream) =>
      stream.refuse(200, JSON.stringify(body)),
    );
    const model = await createLanguageModel(endpoint.account, patient);

    const summary = await model.summarize([customer('Refund order A-20417 please')], never);

    expect(summary).toBe('Asked for: a refund\nFacts: order A-20417');
  });

  test('ends when nobody waits for it any longer', async () => {
    const asked = gate();
    const hungUp = gate();
    const endpoint = await server('openai-compatible', async (stream) => {
      asked.open();
      await stream.closed;
      hungUp.open();
    });
    const model = await createLanguageModel(endpoint.account, patient);
    const stop = new AbortController();

    const summing = model.summarize([customer('Refund please')], stop.signal);
    await asked.opened;
    stop.abort();

    await expect(summing).rejects.toThrow(ModelError);
    await hungUp.opened;
  });
});
