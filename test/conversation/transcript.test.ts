import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/conversation/clean-text.ts';
import { cutText, MAX_TEXT } from '../../src/conversation/cut-text.ts';
import { transcript, turnsOf, type Turn } from '../../src/conversation/transcript.ts';
import type { Message } from '../../src/protocol/message.ts';
import { message } from './events.ts';

function chat(turns: number): Message[] {
  return Array.from({ length: turns }, (_, index) =>
    message({
      id: `m${index}`,
      author: index % 2 ? { kind: 'ai-agent', name: 'Finch' } : { kind: 'customer' },
      body: `Turn number ${index}, «${index}».`,
    }),
  );
}

const whole = (turns: Turn[]) => turns.map(({ text }) => text).join('');

describe('the transcript', () => {
  test.each([1, 25, 300])('of %i turns holds every message exactly once, in order', (count) => {
    const text = whole(transcript(chat(count), 'Finch'));

    const marks = [...text.matchAll(/«(\d+)»/g)].map(([, mark]) => Number(mark));
    expect(marks).toEqual(Array.from({ length: count }, (_, index) => index));
  });

  test.each([1, 25, 300])('of %i turns fits into messages that Zendesk takes', (count) => {
    const turns = transcript(chat(count), 'Finch');

    for (const { text } of turns) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(MAX_TEXT);
    }
    expect(new Set(turns.map(({ key }) => key)).size).toBe(turns.length);
  });

  test('packs what is older than twenty turns, with speaker and time, and numbers the pages', () => {
    const turns = transcript(chat(300), 'Finch');

    const packed = turns.slice(0, -20);
    expect(packed.length).toBeLessThan(10);
    packed.forEach(({ text, author }, index) => {
      expect(text).toMatch(`Earlier in this chat (${index + 1}/${packed.length})`);
      expect(author.type).toBe('business');
    });
    expect(packed[0]?.text).toContain('[2026-11-23 10:46 UTC] Customer: Turn number 0');
    expect(packed[0]?.text).toContain('Finch (AI assistant): Turn number 1');
  });

  test('posts the newest turns as who said them', () => {
    const turns = transcript(chat(2), 'Finch');

    expect(turns.map(({ author }) => author)).toEqual([
      { type: 'user' },
      { type: 'business', name: 'Finch' },
    ]);
  });

  test('names everybody, also an agent or an automation whose name the account hides', () => {
    const said = [
      message({ id: 'm1', author: { kind: 'agent', name: '' } }),
      message({ id: 'm2', author: { kind: 'automatic', name: '' } }),
      message({ id: 'm3', author: { kind: 'agent', name: 'Dana' } }),
    ];

    expect(said.map((one) => turnsOf(one, 'Finch')[0]?.author)).toEqual([
      { type: 'business', name: 'Agent' },
      { type: 'business', name: 'Automatic message' },
      { type: 'business', name: 'Dana' },
    ]);
  });

  test('of a customer who said nothing still has one message of theirs', () => {
    expect(transcript([], 'Finch')).toEqual([
      { key: 'wordless', author: { type: 'user' }, text: 'Customer asked for a person' },
    ]);
  });

  test('leaves nothing out of a text that is longer than a message may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4000, maxLength: 9000 }), (body) => {
        const turns = turnsOf(message({ body }), 'Finch');

        expect(whole(turns)).toBe(cleanText(body));
        expect(turns.every(({ text }) => text.length <= MAX_TEXT)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a text that is cut', () => {
  test('is the same again when put together, and no surrogate pair is split', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('😀', 'a', ' ', '\n', '中'), maxLength: 400 }),
        fc.integer({ min: 2, max: 60 }),
        (text, limit) => {
          const pieces = cutText(text, limit);

          expect(pieces.join('')).toBe(text);
          for (const piece of pieces) {
            expect(piece.length).toBeLessThanOrEqual(limit);
            expect(piece.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  test('of exactly the limit stays one piece, one unit more makes two', () => {
    expect(cutText('x'.repeat(MAX_TEXT))).toHaveLength(1);
    expect(cutText('x'.repeat(MAX_TEXT + 1))).toHaveLength(2);
    expect(cutText(`${'x'.repeat(MAX_TEXT - 1)}😀`).map(({ length }) => length)).toEqual([
      MAX_TEXT - 1,
      2,
    ]);
  });
});

describe('a text for agents', () => {
  test('has no marks that reorder it, no control characters and no broken surrogates', () => {
    expect(cleanText('pay\u202Eexe.\u0000\u0007pdf\r\nnext\tcolumn \ud83d\rlast')).toBe(
      'payexe.pdf\nnext\tcolumn \ufffd\nlast',
    );
  });
});

test('an answer in markdown reads well as plain text, and names the articles behind its marks', () => {
  const answer = message({
    author: { kind: 'ai-agent', name: 'Finch' },
    format: 'markdown',
    body: '## What to do\n\n**Photos**: send \\*two\\*, see [how](https://shop.example/how).\n\n1. First [1]',
    citations: [{ number: 1, title: 'Damaged on arrival', url: 'https://shop.example/hc/1' }],
  });

  expect(turnsOf(answer, 'Finch')[0]?.text).toBe(
    [
      'What to do',
      '',
      'Photos: send *two*, see how (https://shop.example/how).',
      '',
      '1. First [1]',
      '',
      '[1] Damaged on arrival: https://shop.example/hc/1',
    ].join('\n'),
  );
});

test('an answer full of opened brackets costs time in proportion to its length', () => {
  const body = '['.repeat(200_000);
  const start = performance.now();

  expect(turnsOf(message({ format: 'markdown', body }), 'Finch')[0]?.text).toMatch(/^\[+$/);

  expect(performance.now() - start).toBeLessThan(1000);
});

test('what a customer typed is left as it stands, stars and brackets included', () => {
  const text = 'My code is **42** and [this](is) what I see';

  expect(turnsOf(message({ body: text }), 'Finch')[0]?.text).toBe(text);
});
