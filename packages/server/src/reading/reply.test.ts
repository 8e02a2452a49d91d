// Every request to the reading thread gets a word back.
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { refuse } from '../refuse.ts';
import type { Reply } from './protocol.ts';
import { reply } from './reply.ts';

const request = { kind: 'sample', asked: {} } as const;

/** Through a real port, which takes only what can be cloned. */
async function repliedWith(answering: () => Promise<unknown>): Promise<Reply> {
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise<Reply>((resolve) => port2.once('message', resolve));
  await reply(request, (told) => port1.postMessage(told), answering as never);
  const told = await heard;
  port1.close();
  return told;
}

test('an answer is sent', async () => {
  expect(await repliedWith(async () => 7)).toEqual({ kind: 'answered', answer: 7 });
});

test('an answer that cannot be cloned is a failure that says so, not silence', async () => {
  const told = await repliedWith(async () => ({ label: Object }));
  expect(told.kind).toBe('failed');
  expect(told.kind === 'failed' && told.stack).toContain('could not be cloned');
});

test('what is thrown is refused with its codes or failed with its stack', async () => {
  expect(await repliedWith(() => Promise.reject(refuse('empty_file')))).toEqual({
    kind: 'refused',
    problems: [{ code: 'empty_file', path: '' }],
  });
  const failed = await repliedWith(() => Promise.reject(new Error('a defect')));
  expect(failed.kind === 'failed' && failed.stack).toContain('a defect');
});
