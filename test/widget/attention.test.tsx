import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callAttention } from '../../widget/attention.ts';
import { switchSound } from '../../widget/sound-choice.ts';
import { agentSaid, asked, joined, requested, started, waiting } from './chat-events.ts';
import { fakeChat } from './fake-chat.ts';

/** Everything that was played, in seconds from its beginning. */
let ends: number[] = [];
let turns = 0;
let wasPressed = true;

beforeEach(() => {
  ends = [];
  turns = 0;
  wasPressed = true;
  localStorage.clear();
  const param = {
    value: 0,
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    exponentialRampToValueAtTime() {},
  };
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0;
      resume = () => Promise.resolve();
      createGain = () => ({ gain: param, connect() {} });
      createOscillator = () => ({
        frequency: param,
        connect() {},
        start() {},
        stop: (at: number) => ends.push(at),
      });
    },
  );
  let line = Promise.resolve();
  const request = (_name: string, _options: object, work: () => Promise<void>) => {
    line = line.then(work).finally(() => (turns += 1));
    return line;
  };
  vi.stubGlobal('navigator', {
    languages: ['en'],
    locks: { request },
    userActivation: {
      get hasBeenActive() {
        return wasPressed;
      },
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

/** Two tabs with a closed panel, and everything that they make of what happens. */
async function twoTabs() {
  const chat = fakeChat(started, asked('Refund'), requested(), ...waiting(2));
  chat.isOpen.value = false;
  const stops = await Promise.all([callAttention(chat), callAttention(chat)]);
  return {
    async hear() {
      chat.happens(...joined('Maya Okafor'), agentSaid('Hi!'));
      await vi.waitFor(() => expect(turns).toBe(2), { timeout: 20_000 });
      for (const stop of stops) stop();
      return ends;
    },
  };
}

test('a person who writes is heard by a soft sound, shorter than 300 ms, in one tab', async () => {
  const { hear } = await twoTabs();

  const played = await hear();

  // Two notes.
  expect(played).toHaveLength(2);
  expect(Math.max(...played)).toBeLessThanOrEqual(0.3);
});

test('nothing is heard where the customer has switched the sound off', async () => {
  const { hear } = await twoTabs();
  switchSound(false);

  expect(await hear()).toEqual([]);
});

test('nothing is heard on a page where nobody has pressed anything', async () => {
  const { hear } = await twoTabs();
  wasPressed = false;

  expect(await hear()).toEqual([]);
});

test('a chat that is taken off the page gives its title back', async () => {
  document.title = 'Pots';
  const chat = fakeChat(started);
  const stop = await callAttention(chat);
  chat.unread.value = 2;
  expect(document.title).toBe('(2) Pots');

  stop();

  expect(document.title).toBe('Pots');
});
