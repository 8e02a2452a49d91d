// kill -9 at a random moment of everything that is written: what was acknowledged is there afterwards, and all of it.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import type { RunView } from '@mixmodel/contract';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { migrationsFolder } from '../src/database/connection.ts';
import { table } from './data.ts';
import {
  checkLedger,
  checkNoOrphans,
  ended,
  filesBelow,
  type Ledger,
  type Numbers,
  sha256,
} from './ledger.ts';
import { type Person, person, Refused } from './person.ts';
import { answering, run, type Started, start } from './program.ts';
import type { Random } from './random.ts';

/** A quick fit with an extension of its chains: long enough to be killed in every phase, short enough for many rounds. */
export const wish = (datasetId: string) => ({
  datasetId,
  sampling: { mode: 'quick', warmup: 100, draws: 1500, seed: 11 },
});

/** One server whose data folder goes through everything. */
export interface House {
  readonly dataDir: string;
  readonly ledger: Ledger;
  readonly wanted: Numbers;
  /** The dataset all runs are fitted on. */
  readonly datasetId: string;
  /** Of this round. */
  random: Random;
  server: Started;
  me: Person;
}

/** Where a kill hit, in a word for the report. */
export type Hit = string;

/** How long each step takes when nobody disturbs it, in milliseconds: kills are spread over a little more. */
const usual = { upload: 250, run: 1500, start: 2500 };

/** Whatever becomes of it: its server is about to be killed. */
const cutOff = <Answer>(request: Promise<Answer>): Promise<Answer | undefined> =>
  request.catch((error: unknown) => {
    if (error instanceof Refused) throw error;
    return undefined;
  });

async function killIn(house: House, ms: number): Promise<void> {
  await wait(ms);
  await house.server.kill();
}

/** Starts again, half the time killing the first attempt as well, and asks for everything there was. */
export async function startAgain(house: House): Promise<void> {
  if (house.random.next() < 0.5) {
    const program = run(house.dataDir);
    await wait(house.random.between(0, usual.start));
    await program.kill();
  }
  house.server = await start(house.dataDir);
  house.me = await person(house.server);
}

async function check(house: House): Promise<void> {
  await checkLedger(house.me, house.ledger, house.wanted);
  await checkNoOrphans(house.me, house.ledger, house.dataDir);
}

export async function killInUpload(house: House): Promise<Hit> {
  const { random, ledger } = house;
  const key = `upload-${Math.floor(random.next() * 2 ** 32)}`;
  const bytes = table(key, 200, Math.floor(random.between(0, 8000)));
  const killed = killIn(house, random.between(0, usual.upload));
  const first = await cutOff(house.me.upload(bytes, 'sales.csv', key));
  await killed;
  const before = await filesBelow(join(house.dataDir, 'objects'));
  await startAgain(house);
  const again = await house.me.upload(bytes, 'sales.csv', key);
  if (first !== undefined && first.id !== again.id) throw new Error('the same key made two datasets');
  ledger.datasets.set(again.id, sha256(bytes));
  await check(house);
  if (first) return 'after the answer';
  const seen = before.filter((path) => !knownIn(ledger, path, again.id));
  if (seen.some((path) => path.startsWith('.partial/'))) return 'bytes on their way';
  if (seen.some((path) => path.endsWith('dataset.json'))) return 'bytes and sidecar stored';
  return seen.length > 0 ? 'bytes stored' : 'before the first byte';
}

const knownIn = ({ datasets }: Ledger, path: string, fresh: string): boolean => {
  const [, , kind, id = ''] = path.split('/');
  return kind === 'runs' || (datasets.has(id) && id !== fresh);
};

/** In its making, its drawing or its report, wherever the moment falls. */
export async function killInRun(house: House): Promise<Hit> {
  const key = `run-${Math.floor(house.random.next() * 2 ** 32)}`;
  const killed = killIn(house, house.random.between(0, usual.run));
  const first = await cutOff(house.me.ask(wish(house.datasetId), key));
  await killed;
  return askAgain(house, key, first);
}

/** As soon as draws are stored, so that it hits between them, the results, the row and the tidying. */
export async function killInAssembly(house: House): Promise<Hit> {
  const key = `assembly-${Math.floor(house.random.next() * 2 ** 32)}`;
  const made = await house.me.ask(wish(house.datasetId), key);
  const folder = join(house.dataDir, 'objects', 'workspaces', house.me.workspaceId, 'runs', made.id);
  while (!(await filesBelow(folder)).some((path) => path.includes('/draws/'))) await wait(1);
  await killIn(house, house.random.between(0, 60));
  return askAgain(house, key, made);
}

async function askAgain(house: House, key: string, first: RunView | undefined): Promise<Hit> {
  const stored = await filesBelow(join(house.dataDir, 'objects'));
  await startAgain(house);
  const again = await house.me.ask(wish(house.datasetId), key);
  if (first !== undefined && first.id !== again.id) throw new Error('the same key made two runs');
  house.ledger.runs.set(again.id, ['completed']);
  const { state } = await house.me.run(again.id);
  await ended(house.me, again.id);
  await check(house);
  const own = stored.filter((path) => path.includes(`/runs/${again.id}/`));
  const has = (part: string) => own.some((path) => path.includes(part));
  if (has('/results/')) return 'results stored';
  if (has('/draws/zarr.json')) return state === 'completed' ? 'draws stored, row written' : 'draws stored';
  if (has('/draws/')) return 'some draws stored';
  if (has('/checkpoints/')) return 'some stretches stored';
  return first ? 'acknowledged, nothing stored' : 'not acknowledged';
}

/** While files of a run are made and sent: they come again, the same. */
export async function killInExport(house: House): Promise<Hit> {
  const { random } = house;
  const [runId = ''] = [...house.ledger.runs].find(([, states]) => states.includes('completed')) ?? [];
  const path = `/runs/${runId}/${random.pick(['draws', 'export?format=xlsx', 'export?format=csv', 'result.json'])}`;
  const wanted = await house.me.hashOf(path);
  const killed = killIn(house, random.between(0, 120));
  const first = await cutOff(house.me.hashOf(path));
  await killed;
  await startAgain(house);
  const again = await house.me.hashOf(path);
  // A workbook says when it was made.
  if (!path.endsWith('xlsx') && again !== wanted) throw new Error(`${path} came otherwise after a kill`);
  await check(house);
  return first === undefined ? 'cut off' : 'after the last byte';
}

/** While an empty folder becomes an installation: the next start makes one. */
export async function killInFirstStart({ random, dataDir }: House): Promise<Hit> {
  const empty = `${dataDir}-first`;
  await rm(empty, { recursive: true, force: true });
  const program = run(empty);
  await wait(random.between(0, 1.5 * usual.start));
  await program.kill();
  const hadCode = /one-time code/.test(program.said());
  const server = await start(empty);
  await person(server);
  await server.stop();
  await rm(empty, { recursive: true });
  return hadCode ? 'after it answered' : 'before it answered';
}

/** While a database of an older version is brought up to date: all of it or nothing, and then all of it. */
export async function killInMigration({ random, dataDir }: House): Promise<Hit> {
  const old = `${dataDir}-old`;
  const steps = await makeOldDatabase(old, random);
  const program = run(old);
  await wait(random.between(0, usual.start));
  await program.kill();
  const began = /Open http/.test(program.said());
  await (await answering(run(old))).stop();
  const { rows, applied, of } = await lookInto(old);
  if (rows !== 1) throw new Error(`${rows} of 1 rows came through the migration`);
  if (applied !== of) throw new Error(`${applied} of ${of} migrations were made`);
  await rm(old, { recursive: true });
  return began ? `after the migration` : `on its way from version ${steps}`;
}

interface Journal {
  readonly entries: readonly unknown[];
}

const journal = 'meta/_journal.json';

const journalOf = async (folder: string): Promise<Journal> =>
  JSON.parse(await readFile(join(folder, journal), 'utf8'));

/** A data folder whose database knows only some of the migrations, and one row. */
async function makeOldDatabase(dataDir: string, random: Random): Promise<number> {
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const folder = `${dataDir}-migrations`;
  await cp(migrationsFolder, folder, { recursive: true });
  const all = await journalOf(folder);
  const steps = 1 + Math.floor(random.next() * (all.entries.length - 1));
  await writeFile(join(folder, journal), JSON.stringify({ ...all, entries: all.entries.slice(0, steps) }));
  const lite = await PGlite.create({ dataDir: join(dataDir, 'database') });
  await migrate(drizzle(lite), { migrationsFolder: folder });
  await lite.query(
    `insert into workspaces (id, name, created_at) values ('01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10', 'Old', now())`,
  );
  await lite.close();
  await rm(folder, { recursive: true });
  return steps;
}

async function lookInto(dataDir: string) {
  const lite = await PGlite.create({ dataDir: join(dataDir, 'database') });
  const count = async (from: string) =>
    (await lite.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n;
  const found = {
    rows: await count(`workspaces where name = 'Old'`),
    applied: await count('drizzle.__drizzle_migrations'),
    of: (await journalOf(migrationsFolder)).entries.length,
  };
  await lite.close();
  return found;
}
