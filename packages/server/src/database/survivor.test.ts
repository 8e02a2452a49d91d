// A database that has panicked says so once and is not asked again: with a stand-in, as a real one would hold this thread.
import type { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { untilPanic } from './survivor.ts';

const failing = (severity: string) => Object.assign(new Error('no room for the log'), { severity });

function standIn(error: Error) {
  let asked = 0;
  const lite = {
    execProtocol: async () => Promise.reject(error),
    execProtocolStream: async () => Promise.reject(error),
    execProtocolRawSync: () => {
      asked += 1;
      return new Uint8Array(0);
    },
    execProtocolRawStream: async () => undefined,
  } as unknown as PGlite;
  return { lite, asked: () => asked };
}

test('an error of a statement is only that', async () => {
  const { lite, asked } = standIn(failing('ERROR'));
  void untilPanic(lite);
  await expect(lite.execProtocolStream(new Uint8Array(0), {})).rejects.toThrow('no room');
  lite.execProtocolRawSync(new Uint8Array(0));
  expect(asked()).toBe(1);
});

test.each(['PANIC', 'FATAL'])(
  '%s is told, and whatever is asked afterwards fails alike',
  async (severity) => {
    const { lite, asked } = standIn(failing(severity));
    const lost = untilPanic(lite);
    await expect(lite.execProtocol(new Uint8Array(0), {})).rejects.toThrow('no room');
    expect(await lost).toMatchObject({ severity });
    expect(() => lite.execProtocolRawSync(new Uint8Array(0))).toThrow('no room');
    await expect(lite.execProtocolRawStream(new Uint8Array(0), { onRawData: () => {} })).rejects.toThrow(
      'no room',
    );
    expect(asked()).toBe(0);
  },
);
