// Server-sent events come in pieces of any size and are read as the standard says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventParser, eventsOf, type ServerEvent } from './event-stream.ts';

const all = (pieces: readonly string[]): ServerEvent[] => {
  const parse = eventParser();
  return pieces.flatMap((piece) => parse(piece));
};

const stream =
  ': ping\n\nid: 7\nevent: progress\ndata: {"a":1}\n\ndata: one\r\ndata: two\r\n\r\nid:8\rdata:x: y\r\revent: none\n\n';
const events: readonly ServerEvent[] = [
  { id: '7', event: 'progress', data: '{"a":1}' },
  { id: null, event: 'message', data: 'one\ntwo' },
  { id: '8', event: 'message', data: 'x: y' },
];

test('ids, kinds and several lines of data are read; comments and events without data are not events', () => {
  expect(all([stream])).toEqual(events);
});

test('however the stream is cut, also inside a line end, the events are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 20 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
      const pieces = places.slice(1).map((end, index) => stream.slice(places[index], end));
      expect(all(pieces)).toEqual(events);
    }),
  );
});

test('an event whose blank line has not come yet is held back', () => {
  const parse = eventParser();
  expect(parse('data: 1\n')).toEqual([]);
  expect(parse('\n')).toEqual([{ id: null, event: 'message', data: '1' }]);
});

test('a letter of several bytes that is cut in two arrives whole', async () => {
  const bytes = new TextEncoder().encode('data: Zürich\n\n');
  const cut = bytes.indexOf(0xc3) + 1;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, cut));
      controller.enqueue(bytes.slice(cut));
      controller.close();
    },
  });
  const found: ServerEvent[] = [];
  for await (const event of eventsOf(body)) found.push(event);
  expect(found.map(({ data }) => data)).toEqual(['Zürich']);
});
