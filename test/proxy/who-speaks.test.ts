import { afterEach, describe, expect, test } from 'vitest';
import type { Model } from '../../src/agent/model.ts';
import './patience.ts';
import { createRig, eventually, type Rig, type Visitor } from './rig.ts';
import { answersOf, scriptedModel, slowModel, textOf } from './scripted-model.ts';
import { chatTickets, posted } from './zendesk-side.ts';

const QUESTION = 'My teapot arrived broken, what now?';
const PERSON = 'I want to talk to a person';

let rig: Rig;
afterEach(() => rig.close());

async function visitorOf(model?: Model): Promise<Visitor> {
  rig = await createRig(model ? { model } : {});
  return rig.visitor();
}

describe('a handoff while an answer is written', () => {
  test('keeps what had been shown, marked as stopped, and drops the rest', async () => {
    const { model, shown, end } = slowModel();
    const visitor = await visitorOf(model);
    const asking = visitor.say(QUESTION);
    await shown.opened;
    await eventually(async () => (await visitor.conversation()).seq === 2);

    await visitor.handOff();
    end.open();
    await asking;
    await visitor.until('waiting');

    const [answer] = await answersOf(visitor);
    expect(answer).toMatchObject({ body: 'It is covered [1].', stopped: true });
    expect(await answersOf(visitor)).toHaveLength(1);
    const [ticket] = chatTickets(rig);
    expect(ticket?.messages.map(({ text }) => text)).toContain('It is covered [1].');
  });

  test('that another process began drops the answer just the same', async () => {
    const { model, shown, end } = slowModel();
    const visitor = await visitorOf(model);
    const asking = visitor.say(QUESTION);
    await shown.opened;
    const handoff = {
      state: 'requested' as const,
      id: crypto.randomUUID(),
      at: new Date(rig.clock.now()).toISOString(),
    };
    await rig.store.tx((tx) =>
      tx.append(visitor.id, 'elsewhere', { type: 'handoff-changed', handoff }),
    );

    end.open();
    await asking;

    expect(await answersOf(visitor)).toEqual([]);
  });

  test('a second press does not touch anything', async () => {
    const { model, shown, end } = slowModel();
    const visitor = await visitorOf(model);
    const handoffId = crypto.randomUUID();
    await visitor.handOff(handoffId);
    await visitor.until('waiting');
    await visitor.call('/end');
    const asking = visitor.say(QUESTION);
    await shown.opened;

    const handoff = await visitor.handOff(handoffId);
    end.open();
    await asking;

    expect(handoff.state).toBe('ai');
    expect((await answersOf(visitor)).at(-1)).not.toHaveProperty('stopped');
    expect(
      posted(rig)
        .map(({ body }) => JSON.stringify(body))
        .join(),
    ).not.toContain(QUESTION);
  });

  test('leaves exactly one answer, whichever of the two comes first', async () => {
    const pieces = ['Yes [1].', ' Always', ' and', ' ever.'];
    await visitorOf(
      scriptedModel(async function* () {
        for (const text of pieces) {
          yield { type: 'text', text };
          await new Promise((resolve) => setImmediate(resolve));
        }
      }),
    );

    async function race(turns: number): Promise<string> {
      const racer = await rig.visitor();
      const asking = racer.say(QUESTION);
      for (let turn = 0; turn < turns; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      await racer.handOff();
      const shown = textOf(await asking);
      const answers = await answersOf(racer);
      // Nothing that was seen is taken back, and nothing comes after the handoff began.
      expect(answers.length).toBeLessThanOrEqual(1);
      expect(answers[0]?.body ?? '').toBe(shown);
      return answers.map(({ stopped }) => (stopped ? 'stopped' : 'whole')).join();
    }
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, turn) => race(turn)));

    expect(outcomes).toContain('stopped');
    expect(outcomes).toContain('whole');
  });
});

describe('whoever asks for a person in words', () => {
  test('gets one, without an answer of the AI agent in between', async () => {
    const visitor = await visitorOf();

    const frames = await visitor.say(PERSON);

    expect(frames.at(-1)).toMatchObject({
      stored: { event: { type: 'handoff-changed', handoff: { state: 'requested' } } },
    });
    await visitor.until('waiting');
    expect(await answersOf(visitor)).toEqual([]);
  });

  test('is heard once when the message is sent again', async () => {
    const visitor = await visitorOf();
    const id = crypto.randomUUID();

    await visitor.say(PERSON, id);
    await visitor.until('waiting');
    await visitor.say(PERSON, id);

    expect((await visitor.conversation()).handoff.state).toBe('waiting');
    expect(chatTickets(rig)).toHaveLength(1);
  });
});

test('from the request on the AI agent is silent, and every message goes to the people in order', async () => {
  const visitor = await visitorOf();
  const words = Array.from({ length: 12 }, (_, index) => `Line ${index + 1}`);

  await visitor.handOff();
  for (const text of words.slice(0, 4)) await visitor.say(text);
  await visitor.until('waiting');
  for (const text of words.slice(4, 8)) await visitor.say(text);
  rig.simulator.workspace.reply(chatTickets(rig)[0]?.id ?? 0, {
    text: 'Hello',
  });
  await visitor.until('live');
  for (const text of words.slice(8)) {
    const frames = await visitor.say(text);
    expect(frames).toHaveLength(1);
  }

  const ticket = await eventually(() => {
    const [found] = chatTickets(rig);
    return found?.messages.at(-1)?.text === words.at(-1) && found;
  });
  const theirs = ticket.messages.filter(({ author }) => author.kind === 'customer');
  expect(theirs.map(({ text }) => text)).toEqual(['Customer asked for a person', ...words]);
  expect(await answersOf(visitor)).toEqual([]);
});
