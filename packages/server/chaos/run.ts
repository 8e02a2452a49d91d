// `npm run chaos`: every fault, so many rounds, each from a seed that is printed; with --report into docs/method/faults.md.
//
//   npm run chaos -- [--rounds 5] [--seed 1] [--only upload] [--report]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillDisk, smallDisk } from './disks.ts';
import { type Fault, faults } from './faults.ts';
import { openHouse } from './house.ts';
import { randomOf } from './random.ts';
import { type Outcome, writeReport } from './report.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    report: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const firstSeed = Number(options.seed);

/** Everything that is there is looked at after each round: a house of too many runs takes ever longer. */
const roundsOfHouse = 10;

async function happen(fault: Fault, folder: string): Promise<Outcome> {
  const outcome: Outcome = {
    name: fault.name,
    what: fault.what,
    hits: new Map(),
    failures: [],
    skipped: undefined,
  };
  for (let done = 0; done < rounds; done += roundsOfHouse) {
    const dataDir = join(folder, `${fault.name}-${done}`);
    const house = await openHouse(dataDir, firstSeed);
    try {
      for (let round = done; round < Math.min(rounds, done + roundsOfHouse); round++) {
        const seed = firstSeed + round;
        house.random = randomOf(seed);
        const began = performance.now();
        const hit = await fault.happen(house);
        outcome.hits.set(hit, (outcome.hits.get(hit) ?? 0) + 1);
        console.log(
          `${fault.name}, seed ${seed}: ${hit} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
        );
      }
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.error(`${fault.name}: NOT good. ${told}\n${house.server.said()}`);
      outcome.failures.push(told.split('\n', 1).join(''));
    } finally {
      await house.server.kill();
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  return outcome;
}

/** On a disk of its own. */
async function happenOnDisk(folder: string): Promise<Outcome> {
  const what = 'the disk is full, to the last byte, and has room again';
  const disk = join(folder, 'disk');
  const mounted = smallDisk(disk);
  if ('why' in mounted) {
    console.log(`disk: SKIPPED, because no small file system can be mounted here (${mounted.why}).`);
    return { name: 'disk', what, hits: new Map(), failures: [], skipped: mounted.why };
  }
  try {
    return await happen({ name: 'disk', what, happen: (house) => fillDisk(house, disk) }, disk);
  } finally {
    mounted.unmount();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'mixmodel-chaos-'));
const began = performance.now();
const outcomes: Outcome[] = [];
const isWanted = (name: string): boolean => options.only === '' || options.only === name;
try {
  for (const fault of faults.filter(({ name }) => isWanted(name))) outcomes.push(await happen(fault, folder));
  if (isWanted('disk')) outcomes.push(await happenOnDisk(folder));
} finally {
  await rm(folder, { recursive: true, force: true });
}
const seconds = (performance.now() - began) / 1000;
const failed = outcomes.filter(({ failures }) => failures.length > 0);
console.log(
  `${outcomes.length} faults, ${rounds} rounds each, from seed ${firstSeed}: ${failed.length} NOT good.`,
);
if (options.report) writeReport(outcomes, { rounds, firstSeed, seconds });
process.exitCode = failed.length > 0 ? 1 : 0;
