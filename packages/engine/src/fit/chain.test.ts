// A chain can be ended before it has anything to tell: on the way to where it starts.
import { expect, test } from 'vitest';
import { expandSpec } from '../model/expand.ts';
import { sample } from '../simulate/sample.ts';
import { runChain } from './chain.ts';

const { data, draft } = sample(1, 60);
const { spec } = expandSpec(draft, data);
const job = { spec, data, seed: 1, chain: 0, warmup: 100, draws: 100, targetAcceptance: 0.9 };

test('what the beat throws ends the chain at its next gradient', () => {
  let beats = 0;
  const chain = runChain(job, () => {
    if (++beats === 3) throw new Error('enough');
  });
  expect(() => chain.next()).toThrow('enough');
  expect(beats).toBe(3);
  expect(chain.next().done).toBe(true);
});

test('a chain that is listened to draws what it draws alone', () => {
  let beats = 0;
  const listened = runChain({ ...job, draws: 5 }, () => {
    beats++;
  });
  const alone = runChain({ ...job, draws: 5 });
  for (;;) {
    const [a, b] = [listened.next(), alone.next()];
    expect(a).toEqual(b);
    if (!a.done) continue;
    expect(beats).toBe(a.value.gradients);
    break;
  }
});
