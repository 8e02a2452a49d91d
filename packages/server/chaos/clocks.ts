// A clock that is set back while the server works, and two servers that are started on one data folder.
import { setTimeout as wait } from 'node:timers/promises';
import { table } from './data.ts';
import { type Hit, type House, wish } from './kills.ts';
import { checkLedger, checkNoOrphans, ended, sha256 } from './ledger.ts';
import { person } from './person.ts';
import { answering, run, start } from './program.ts';

const hour = 3_600_000;

const steps = [
  ['a minute', 60_000],
  ['an hour', hour],
  ['a day', 24 * hour],
  ['forty days', 40 * 24 * hour],
] as const;

/** In the middle of a run; the session goes on, others get their turns, and so it stays after a kill and a start. */
export async function setBackClock(house: House): Promise<Hit> {
  const { random, ledger } = house;
  // From the right time on again: what a clock that goes forward ends is meant to end.
  house.server.setClock(0);
  house.me = await person({ ...house.server, code: undefined });
  const key = `clock-${Math.floor(random.next() * 2 ** 32)}`;
  const [name, ms] = random.pick(steps);
  const made = await house.me.ask(wish(house.datasetId), key);
  await wait(random.between(0, 1000));
  house.server.setClock(-ms);
  ledger.runs.set(made.id, ['completed']);
  const bytes = table(key);
  const dataset = await house.me.upload(bytes, 'later.csv', key);
  ledger.datasets.set(dataset.id, sha256(bytes));
  const next = await house.me.ask(wish(house.datasetId), `${key}-next`);
  ledger.runs.set(next.id, ['completed']);
  await ended(house.me, next.id);
  await watched(house, next.id);
  await checkLedger(house.me, ledger, house.wanted);
  await house.server.kill();
  const program = run(house.dataDir);
  program.setClock(-ms);
  house.server = await answering(program);
  house.me = await person(house.server);
  await checkLedger(house.me, ledger, house.wanted);
  await checkNoOrphans(house.me, ledger, house.dataDir);
  return name;
}

/** The stream of a run that has ended tells so and ends by itself. */
async function watched({ me }: House, runId: string): Promise<void> {
  const text = await me.text(`/runs/${runId}/events`);
  if (!/^event: completed$/m.test(text))
    throw new Error(`the events of run ${runId} end with: ${text.slice(-200)}`);
}

/** The second is refused in a sentence; after a kill exactly one of two that come at once gets the folder. */
export async function startTwice(house: House): Promise<Hit> {
  const second = run(house.dataDir);
  const code = await second.ended;
  if (code !== 1 || !/^Another MixModel \(process \d+ on /.test(second.said()))
    throw new Error(`a second start ended with ${code}: ${second.said()}`);
  await checkLedger(house.me, house.ledger, house.wanted);
  await house.server.kill();
  const both = [run(house.dataDir), run(house.dataDir)];
  const answers = await Promise.allSettled(both.map(answering));
  const [winner, ...others] = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  // Either may see the other's turn at the lock that was left, and leave it to it: then nobody has it.
  house.server = winner ?? (await start(house.dataDir));
  if (others.length > 0) throw new Error('two servers work in one folder');
  house.me = await person(house.server);
  await checkLedger(house.me, house.ledger, house.wanted);
  await checkNoOrphans(house.me, house.ledger, house.dataDir);
  return winner ? 'one of two came in' : 'neither of two, then the third';
}
