import { afterEach, describe, expect, test } from 'vitest';
import type { Model } from '../../src/agent/model.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Frame } from '../../src/protocol/frame.ts';
import './patience.ts';
import { createRig, errorOf, eventually, framesOf, type Rig, type Visitor } from './rig.ts';
import { answersOf, scriptedModel, slowModel, textOf } from './scripted-model.ts';

const QUESTION = 'My teapot arrived broken, what now?';

let rig: Rig;
afterEach(() => rig.close());

async function visitorOf(model?: Model): Promise<Visitor> {
  rig = await createRig(model ? { model } : {});
  return rig.visitor();
}

function addedBy(frames: Frame[], kind: string) {
  return frames.flatMap((frame) =>
    frame.type === 'event' &&
    frame.stored.event.type === 'message-added' &&
    frame.stored.event.message.author.kind === kind
      ? [{ seq: frame.stored.seq, message: frame.stored.event.message }]
      : [],
  );
}

describe('a message', () => {
  test('is acknowledged with its place before its answer streams in', async () => {
    const visitor = await visitorOf();

    const frames = await visitor.say(QUESTION);

    expect(frames[0]).toMatchObject({
      type: 'event',
      stored: { seq: 2, event: { type: 'message-added', message: { body: QUESTION } } },
    });
    const [answer] = addedBy(frames, 'ai-agent');
    expect(textOf(frames)).toBe(answer?.message.body);
    expect(frames.some((frame) => frame.type === 'delta' && frame.replyTo)).toBe(true);
    expect(answer?.seq).toBe(3);
  });

  test.each([
    ['0', 1],
    ['1', 2],
    ['99', 2],
    ['nonsense', 2],
  ])(
    'of a client whose last event is %s brings what came after it first, from event %i on',
    async (last, first) => {
      const visitor = await visitorOf();

      const response = await rig.request(`/api/conversations/${visitor.id}/messages`, {
        method: 'POST',
        headers: { ...visitor.headers, 'content-type': 'application/json', 'last-event-id': last },
        body: JSON.stringify({ id: crypto.randomUUID(), text: QUESTION }),
      });

      const frames = framesOf(await response.text());
      const seqs = frames.flatMap((frame) => (frame.type === 'event' ? [frame.stored.seq] : []));
      expect(seqs).toEqual([1, 2, 3].slice(first - 1));
    },
  );

  test('sent again after its answer gets the same place and the same answer', async () => {
    const visitor = await visitorOf();
    const id = crypto.randomUUID();
    const first = await visitor.say(QUESTION, id);

    const again = await visitor.say(QUESTION, id);

    const events = (frames: Frame[]) => frames.filter(({ type }) => type === 'event');
    expect(events(again)).toEqual(events(first));
    expect(await answersOf(visitor)).toHaveLength(1);
  });

  test('sent many times at once is said once and answered once', async () => {
    const { model, end, asked } = slowModel();
    const visitor = await visitorOf(model);
    const id = crypto.randomUUID();

    const many = Array.from({ length: 8 }, () => visitor.say(QUESTION, id));
    await eventually(() => asked() > 0);
    end.open();
    const seen = await Promise.all(many);

    expect(asked()).toBe(1);
    expect(messagesOf(await visitor.conversation())).toHaveLength(2);
    for (const frames of seen) {
      expect(addedBy(frames, 'ai-agent')[0]?.message.body).toBe(
        'It is covered [1]. Write to us soon.',
      );
    }
  });

  test('sent again with other words is a conflict', async () => {
    const visitor = await visitorOf();
    const id = crypto.randomUUID();
    await visitor.say(QUESTION, id);

    const error = await errorOf(await visitor.call('/messages', { id, text: 'Something else' }));

    expect(error).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('cannot take the place of an answer', async () => {
    const visitor = await visitorOf();
    await visitor.say(QUESTION);
    const [answer] = await answersOf(visitor);

    const error = await errorOf(
      await visitor.call('/messages', { id: answer?.id, text: answer?.body }),
    );

    expect(error).toMatchObject({ status: 409 });
  });

  test('with the same id in two conversations has an answer in each', async () => {
    const { model, shown, end, asked } = slowModel();
    const visitor = await visitorOf(model);
    const other = await rig.visitor();
    const id = crypto.randomUUID();

    const both = [visitor.say(QUESTION, id), other.say('How long is delivery?', id)];
    await shown.opened;
    await eventually(() => asked() === 2);
    end.open();
    await Promise.all(both);

    expect(await answersOf(visitor)).toHaveLength(1);
    expect(await answersOf(other)).toHaveLength(1);
  });
});

describe('an answer that is being written', () => {
  test('is joined by whoever asks again, from its first word', async () => {
    const { model, shown, end } = slowModel();
    const visitor = await visitorOf(model);
    const id = crypto.randomUUID();
    const first = visitor.say(QUESTION, id);
    await shown.opened;

    const second = await visitor.call('/messages', { id, text: QUESTION });
    end.open();

    const frames = framesOf(await second.text());
    expect(frames.find(({ type }) => type === 'delta')).toMatchObject({
      offset: 0,
      text: 'It is covered [1].',
    });
    expect(textOf(frames)).toBe('It is covered [1]. Write to us soon.');
    expect(addedBy(frames, 'ai-agent')).toEqual(addedBy(await first, 'ai-agent'));
  });

  test('is finished although nobody is connected any more', async () => {
    const { model, shown, end } = slowModel();
    const visitor = await visitorOf(model);
    const response = await visitor.call('/messages', { id: crypto.randomUUID(), text: QUESTION });
    await shown.opened;

    await response.body?.cancel();
    end.open();

    const [answer] = await eventually(async () => {
      const answers = await answersOf(visitor);
      return answers.length > 0 && answers;
    });
    expect(answer?.body).toBe('It is covered [1]. Write to us soon.');
    expect(answer?.stopped).toBeUndefined();
  });

  test('keeps what there was when the customer stops it, marked as stopped', async () => {
    const { model, shown } = slowModel();
    const visitor = await visitorOf(model);
    const id = crypto.randomUUID();
    const asking = visitor.say(QUESTION, id);
    await shown.opened;
    await eventually(async () => (await visitor.conversation()).seq === 2);

    const stopped = await visitor.call(`/messages/${id}/stop`);
    const again = await visitor.call(`/messages/${id}/stop`);

    expect([stopped.status, again.status]).toEqual([200, 200]);
    const [answer] = await answersOf(visitor);
    expect(answer).toMatchObject({ body: 'It is covered [1].', stopped: true, replyTo: id });
    await asking;
    expect(await answersOf(visitor)).toHaveLength(1);
  });

  test('keeps what was shown when the server stops', async () => {
    const { model, shown } = slowModel();
    const visitor = await visitorOf(model);
    const asking = visitor.say(QUESTION);
    await shown.opened;
    await eventually(async () => (await visitor.conversation()).seq === 2);

    await rig.restart();

    expect(addedBy(await asking, 'ai-agent')[0]?.message).toMatchObject({ stopped: true });
    expect((await answersOf(visitor))[0]).toMatchObject({
      body: 'It is covered [1].',
      stopped: true,
    });
  });

  test('cannot be stopped from another conversation', async () => {
    const { model, shown, end } = slowModel();
    const visitor = await visitorOf(model);
    const other = await rig.visitor();
    const id = crypto.randomUUID();
    const asking = visitor.say(QUESTION, id);
    await shown.opened;

    await other.call(`/messages/${id}/stop`);
    end.open();
    await asking;

    expect((await answersOf(visitor))[0]?.stopped).toBeUndefined();
  });

  test('waits for the answer before it when two questions come quickly', async () => {
    const order: string[] = [];
    const visitor = await visitorOf(
      scriptedModel(async function* ({ question, turns }) {
        order.push(`begin ${question}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`end ${question} after ${turns.length}`);
        yield { type: 'text', text: 'See [1].' };
      }),
    );

    await Promise.all([
      visitor.say('teapot broken'),
      new Promise((resolve) => setTimeout(resolve, 5)).then(() => visitor.say('teapot delivery')),
    ]);

    expect(order.map((line) => line.replace(/ after.*/, ''))).toEqual([
      'begin teapot broken',
      'end teapot broken',
      'begin teapot delivery',
      'end teapot delivery',
    ]);
    expect(await answersOf(visitor)).toHaveLength(2);
  });
});

describe('a model in trouble', () => {
  test('that fails is said, and asking again works', async () => {
    let broken = true;
    const visitor = await visitorOf(
      scriptedModel(async function* () {
        if (broken) throw new Error('overloaded');
        yield { type: 'text', text: 'Now it works [1].' };
      }),
    );
    const id = crypto.randomUUID();

    const failed = await visitor.say(QUESTION, id);
    const failures = (await visitor.conversation()).failures;
    broken = false;
    await visitor.say(QUESTION, id);

    expect(failed.at(-1)).toMatchObject({
      stored: { event: { type: 'message-failed', id, code: 'answer' } },
    });
    expect(failures).toEqual({ [id]: 'answer' });
    expect((await answersOf(visitor))[0]?.body).toBe('Now it works [1].');
    expect((await visitor.conversation()).failures).toEqual({});
  });

  test('that hangs is given up after its time, and the next question is answered', async () => {
    let hangs = true;
    const visitor = await visitorOf(
      scriptedModel(async function* () {
        if (hangs) await new Promise(() => {});
        yield { type: 'text', text: 'Back again [1].' };
      }),
    );

    const id = crypto.randomUUID();
    const asking = visitor.say(QUESTION, id);
    await eventually(async () => (await visitor.conversation()).seq === 2);
    rig.clock.skip(29_000);
    expect((await visitor.conversation()).failures).toEqual({});
    rig.clock.skip(2_000);
    await asking;
    hangs = false;
    await visitor.say('And a broken cup?');

    expect((await visitor.conversation()).failures).toEqual({ [id]: 'answer' });
    expect(await answersOf(visitor)).toHaveLength(1);
  });
});
