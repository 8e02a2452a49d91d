// What every keeper of objects promises: each adapter's test runs this suite.
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Objects } from './objects.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found);

/** `open` gives the adapter over the same place each time; each test keeps to keys of its own. */
export function objectsSuite(name: string, open: () => Objects): void {
  describe(`${name}: the port`, () => {
    test('gives back the bytes that were put, also to another instance', async () => {
      const every = Uint8Array.from({ length: 256 }, (_, i) => i);
      await open().put('same/bytes.bin', every);
      expect([...((await open().get('same/bytes.bin')) ?? [])]).toEqual([...every]);
    });

    test('takes a stream and an empty object', async () => {
      await open().put('stream/long', Readable.from([bytes('one '), bytes('after another')]));
      await open().put('stream/empty', new Uint8Array(0));
      expect(text(await open().get('stream/long'))).toBe('one after another');
      expect((await open().get('stream/empty'))?.length).toBe(0);
    });

    test('replaces what was there', async () => {
      await open().put('replace/it', bytes('a long text at first'));
      await open().put('replace/it', bytes('short'));
      expect(text(await open().get('replace/it'))).toBe('short');
    });

    test('a body that fails leaves nothing behind, and what was there stays', async () => {
      const failing = () =>
        Readable.from(
          (async function* () {
            yield bytes('half');
            throw new Error('cut in the middle');
          })(),
        );
      await open().put('fails/known', bytes('whole'));
      await expect(open().put('fails/known', failing())).rejects.toThrow('cut in the middle');
      await expect(open().put('fails/new', failing())).rejects.toThrow('cut in the middle');
      expect(await open().list('fails/')).toEqual(['fails/known']);
      expect(text(await open().get('fails/known'))).toBe('whole');
    });

    test('many written at once are all there', async () => {
      const keys = Array.from({ length: 20 }, (_, i) => `many/${i % 3}/c/${i}`);
      await Promise.all(keys.map((key) => open().put(key, bytes(key))));
      expect([...(await open().list('many/'))].sort()).toEqual([...keys].sort());
      expect(text(await open().get('many/1/c/7'))).toBe('many/1/c/7');
    });

    test('tells the bytes below a prefix, and of no other', async () => {
      await open().put('size/a', bytes('12345'));
      await open().put('size/deep/er', bytes('678'));
      await open().put('size-of-another', bytes('9'));
      expect(await open().size('size/')).toBe(8);
      expect(await open().size('size/nowhere/')).toBe(0);
    });

    test('nothing is found under a key nobody put, nor under part of one', async () => {
      await open().put('deep/er/est', bytes('x'));
      expect(await open().get('deep/other')).toBeUndefined();
      expect(await open().get('deep/er')).toBeUndefined();
      expect(await open().get('deep/er/est/below')).toBeUndefined();
      expect(await open().list('nowhere/')).toEqual([]);
    });

    test('a prefix is whole parts: its neighbours are neither listed nor removed', async () => {
      await open().put('list/run/a', bytes('a'));
      await open().put('list/run/b/c', bytes('b'));
      await open().put('list/runner/a', bytes('not mine'));
      expect([...(await open().list('list/run/'))].sort()).toEqual(['list/run/a', 'list/run/b/c']);
      await open().remove('list/run/');
      expect(await open().list('list/')).toEqual(['list/runner/a']);
    });

    test('removes one object by its key, and does not mind one that is not there', async () => {
      await open().put('remove/one', bytes('1'));
      await open().put('remove/two/below', bytes('2'));
      await open().remove('remove/one');
      await open().remove('remove/one');
      await open().remove('remove/two');
      await open().remove('remove/nothing/');
      expect(await open().list('remove/')).toEqual(['remove/two/below']);
    });

    test.each(['../out', '/root', 'a//b', 'a/../../b', '.hidden', 'a\\b', 'a/ b', '', '/'])(
      'refuses the key "%s"',
      async (key) => {
        await expect(open().put(key, bytes('x'))).rejects.toThrow('A key is made of');
      },
    );
  });
}
