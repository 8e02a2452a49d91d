// A server with what every fault needs: a dataset, and the numbers of a run that nobody disturbed.
import { table } from './data.ts';
import { type House, wish } from './kills.ts';
import { emptyLedger, ended, numbersOf, sha256 } from './ledger.ts';
import { person } from './person.ts';
import { start } from './program.ts';
import { randomOf } from './random.ts';

export async function openHouse(dataDir: string, seed: number): Promise<House> {
  const server = await start(dataDir);
  const me = await person(server);
  const ledger = emptyLedger();
  const bytes = table('first');
  const { id: datasetId } = await me.upload(bytes, 'sales.csv', 'first');
  ledger.datasets.set(datasetId, sha256(bytes));
  const run = await me.ask(wish(datasetId), 'undisturbed');
  ledger.runs.set(run.id, ['completed']);
  const { state, error } = await ended(me, run.id);
  if (state !== 'completed') throw new Error(`the undisturbed run ${state}: ${error?.sentence}`);
  const wanted = await numbersOf(me, run.id);
  return { dataDir, random: randomOf(seed), ledger, wanted, datasetId, server, me };
}
