// A chain that was cut, stored, stopped and taken up again is the chain that ran in one go.
import { serialize } from 'node:v8';
import {
  type ChainEvent,
  type ChainJob,
  type ChainRunner,
  type ChainSegment,
  runChain,
} from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { bits } from '../../fixtures/bits.ts';
import { smallJobs } from '../../fixtures/small-jobs.ts';
import { workerPool } from '../threads/pool.ts';
import { checkpointed, type SegmentPlace, type SegmentStore } from './checkpointed.ts';
import { segmentBytes, segmentFrom } from './segment-bytes.ts';

function inOneGo(job: ChainJob): ChainSegment {
  const chain = runChain(job);
  for (;;) {
    const step = chain.next();
    if (step.done) return step.value;
  }
}

const here: ChainRunner = async function* (jobs) {
  for (const job of jobs) yield { kind: 'done', segment: inOneGo(job) };
};

/** Keeps bytes, as a disk would. */
function bytesStore() {
  const kept = new Map<string, Uint8Array>();
  const saved: SegmentPlace[] = [];
  const key = ({ rung, chain, ordinal }: SegmentPlace) => `${rung}/${chain}/${ordinal}`;
  const store: SegmentStore = {
    load: async (place) => {
      const bytes = kept.get(key(place));
      return bytes && segmentFrom(bytes);
    },
    save: async (place, segment) => {
      saved.push(place);
      kept.set(key(place), segmentBytes(segment));
    },
  };
  return { store, saved, kept };
}

async function segmentsOf(runner: ChainRunner, jobs: readonly ChainJob[]): Promise<ChainSegment[]> {
  const segments: ChainSegment[] = [];
  for await (const event of runner(jobs)) {
    if (event.kind === 'done') segments[event.segment.chain] = event.segment;
  }
  return segments;
}

describe('a chain in stretches', () => {
  const jobs = smallJobs(2, { draws: 230 });
  const expected = jobs.map(inOneGo);

  test('has the bits, the gradients and the end of the chain in one go', async () => {
    const { store, saved } = bytesStore();
    const segments = await segmentsOf(checkpointed(here, store, 100), jobs);
    expect(bits(segments)).toEqual(bits(expected));
    expect(segments.map(({ gradients }) => gradients)).toEqual(expected.map(({ gradients }) => gradients));
    expect(saved.filter(({ chain }) => chain === 0).map(({ ordinal, draws }) => [ordinal, draws])).toEqual([
      [0, 100],
      [1, 100],
      [2, 30],
    ]);
  });

  test('draws again only what was not stored when it was stopped', async () => {
    const { store, saved, kept } = bytesStore();
    await segmentsOf(checkpointed(here, store, 100), jobs);
    for (const lost of ['0/0/2', '0/1/1', '0/1/2']) kept.delete(lost);
    saved.length = 0;
    const segments = await segmentsOf(checkpointed(here, store, 100), jobs);
    expect(bits(segments)).toEqual(bits(expected));
    expect(saved.map(({ chain, ordinal }) => `${chain}/${ordinal}`).sort()).toEqual(['0/2', '1/1', '1/2']);
  });

  test('counts its rungs, so that an extension is stored beside the first attempt', async () => {
    const { store, kept } = bytesStore();
    const runner = checkpointed(here, store, 1000);
    const [first] = await segmentsOf(runner, jobs.slice(0, 1));
    await segmentsOf(
      runner,
      jobs.slice(0, 1).map((job) => ({ ...job, resume: first?.state })),
    );
    expect([...kept.keys()]).toEqual(['0/0/0', '1/0/0']);
  });

  test('tells of its draws as parts of the whole chain, in worker threads, and only upwards', async () => {
    const pool = workerPool({ threads: 2 });
    const told: Extract<ChainEvent, { kind: 'progress' }>[] = [];
    try {
      const { store } = bytesStore();
      for await (const event of checkpointed(pool.runChains, store, 100)(jobs)) {
        if (event.kind === 'progress' && event.chain === 1) told.push(event);
      }
    } finally {
      await pool.close();
    }
    const sampled = told.filter(({ phase }) => phase === 'sampling');
    expect(sampled.map(({ draw }) => draw)).toEqual(sampled.map(({ draw }) => draw).sort((a, b) => a - b));
    expect(new Set(sampled.map(({ of }) => of))).toEqual(new Set([230]));
    expect(sampled.at(-1)?.draw).toBe(230);
  });

  test('a store that fails ends the fit with its error', async () => {
    const store: SegmentStore = {
      load: async () => undefined,
      save: async () => {
        throw new Error('the disk is full');
      },
    };
    await expect(segmentsOf(checkpointed(here, store, 100), jobs)).rejects.toThrow('the disk is full');
  });
});

test('leaving the loop stops the chains, and what was saved is enough to go on', async () => {
  const jobs = smallJobs(4, { draws: 300 });
  const { store, saved } = bytesStore();
  const pool = workerPool({ threads: 2 });
  try {
    for await (const event of checkpointed(pool.runChains, store, 100)(jobs)) {
      if (event.kind === 'progress' && saved.length > 2) break;
    }
    const before = saved.length;
    expect(before).toBeLessThan(12);
    const segments = await segmentsOf(checkpointed(pool.runChains, store, 100), jobs);
    expect(bits(segments)).toEqual(bits(jobs.map(inOneGo)));
    expect(saved).toHaveLength(12);
  } finally {
    await pool.close();
  }
});

describe('bytes that are no checkpoint', () => {
  const [job] = smallJobs(1, { draws: 230 });
  if (!job) throw new Error('no job');
  const whole = segmentBytes(inOneGo(job));
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['of another version', serialize({ version: 99, segment: {} })],
    ['of something else', serialize('x')],
    ['that V8 did not write', new TextEncoder().encode('not V8')],
    ['that are cut off', whole.subarray(0, 100)],
    ['that are empty', new Uint8Array(0)],
  ];

  test.each(cases)('%s have no segment, and their stretch is drawn again', async (_, bytes) => {
    expect(segmentFrom(bytes)).toBeUndefined();
    const { store, saved, kept } = bytesStore();
    await segmentsOf(checkpointed(here, store, 100), [job]);
    kept.set('0/0/1', bytes);
    saved.length = 0;
    expect(bits(await segmentsOf(checkpointed(here, store, 100), [job]))).toEqual(bits([inOneGo(job)]));
    expect(saved.map(({ ordinal }) => ordinal)).toEqual([1]);
  });
});
