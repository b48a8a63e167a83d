import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSseParser, type ServerSentEvent } from '../../widget/sse.ts';

function parsed(pieces: string[]): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const parse = createSseParser((event) => events.push(event));
  for (const piece of pieces) parse(piece);
  return events;
}

test('an event has its name, its id and its lines of data', () => {
  expect(parsed(['event: delta\nid: 7\ndata: one\ndata:two\n\n'])).toEqual([
    { type: 'delta', data: 'one\ntwo', id: '7' },
  ]);
});

test('greetings, pings and fields that nobody knows give nothing', () => {
  expect(parsed([': hello\n\n', ': ping\n\n', 'retry: 10\n\n', 'data\n\n'])).toEqual([
    { type: 'message', data: '', id: '' },
  ]);
});

test('an event that the stream did not finish is not given', () => {
  expect(parsed(['event: event\nid: 1\ndata: {}\n'])).toEqual([]);
});

test('a stream gives the same events wherever it is cut, with any line ends', () => {
  const text =
    ': hello\n\nevent: event\nid: 1\ndata: {"a":"é"}\n\n: ping\n\nevent: delta\ndata: x\ndata: y\n\n';
  fc.assert(
    fc.property(
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(text.length * 2), { maxLength: 12 }),
      (lineEnd, cuts) => {
        const written = text.replaceAll('\n', lineEnd);
        const places = [0, ...cuts.toSorted((a, b) => a - b), written.length];
        const pieces = places.slice(1).map((end, index) => written.slice(places[index], end));

        expect(parsed(pieces)).toEqual(parsed([text]));
      },
    ),
  );
});
