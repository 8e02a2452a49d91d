// Chains that keep what they have drawn: cut into stretches, each stored when done, none drawn twice.
import type { ChainEvent, ChainJob, ChainRunner, ChainSegment } from '@mixmodel/engine';
import { joined } from './join.ts';
import { merge } from './merge.ts';

/** Where a stretch belongs: together with spec, data, seed and settings of the fit it says what its draws are. */
export interface SegmentPlace {
  /** 0 for the first call of the runner, one more for every later one: the rung of the ladder. */
  readonly rung: number;
  readonly chain: number;
  /** Place within the job, from 0. */
  readonly ordinal: number;
  /** Draws of this stretch, and of the whole job. */
  readonly draws: number;
  readonly jobDraws: number;
}

export interface SegmentStore {
  /** What was saved there, by this process or one that was killed; undefined where there is nothing. */
  load(place: SegmentPlace): Promise<ChainSegment | undefined>;
  /** Resolves when it is durable. */
  save(place: SegmentPlace, segment: ChainSegment): Promise<void>;
}

/** About a second of a slow model; a fast one writes four stretches a chain. */
const EVERY = 500;

/**
 * A runner over `run` that goes on where an earlier one of the same fit stopped. Because a fit asks for its chains in
 * the same order every time, a repeated fit is a replay: what is stored is not drawn again, and the numbers are the
 * same bits. A runner serves one fit.
 */
export function checkpointed(run: ChainRunner, store: SegmentStore, every = EVERY): ChainRunner {
  let rungs = 0;
  return (jobs) => {
    const rung = rungs++;
    return merge(jobs.map((job) => oneChain(run, store, job, { rung, every })));
  };
}

async function* oneChain(
  run: ChainRunner,
  store: SegmentStore,
  job: ChainJob,
  { rung, every }: { rung: number; every: number },
): AsyncGenerator<ChainEvent> {
  const stretches: ChainSegment[] = [];
  let done = 0;
  let divergences = 0;
  while (done < job.draws) {
    const draws = Math.min(every, job.draws - done);
    const place = { rung, chain: job.chain, ordinal: stretches.length, draws, jobDraws: job.draws };
    let segment = await store.load(place);
    if (!segment) {
      const resume = stretches.at(-1)?.state ?? job.resume;
      for await (const event of run([{ ...job, draws, ...(resume && { resume }) }])) {
        if (event.kind === 'done') segment = event.segment;
        else yield inWholeJob(event, job, done, divergences);
      }
      if (!segment) throw new Error(`Chain ${job.chain + 1} ended without its draws.`);
      await store.save(place, segment);
    }
    stretches.push(segment);
    done += draws;
    divergences += segment.stats.diverging.reduce((sum, one) => sum + one, 0);
    yield {
      kind: 'progress',
      chain: job.chain,
      phase: 'sampling',
      draw: done,
      of: job.draws,
      divergences,
    };
  }
  yield { kind: 'done', segment: joined(stretches) };
}

/** What a stretch tells of itself, as a part of the whole chain. */
function inWholeJob(
  event: Extract<ChainEvent, { kind: 'progress' }>,
  job: ChainJob,
  done: number,
  divergences: number,
): ChainEvent {
  if (event.phase === 'warmup') return event;
  return { ...event, draw: done + event.draw, of: job.draws, divergences: divergences + event.divergences };
}
