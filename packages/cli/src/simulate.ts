// `mixmodel simulate`: the sample data set as CSV, and what is true of it as JSON.
import type { TruthFile } from '@mixmodel/contract';
import { InputError, type Problem, sample } from '@mixmodel/engine';
import type { Given } from './arguments.ts';
import { checkWritable, writeWhole } from './files.ts';
import { problemsIn } from './input.ts';
import type { Streams } from './terminal.ts';

export async function simulate(_: string, flags: Given, { out }: Streams): Promise<number> {
  const [dataFile, truthFile] = [String(flags.out), String(flags.truth)];
  const seed = Number(flags.seed ?? 1);
  const weeks = Number(flags.weeks ?? 104);
  const problems = [
    ...between('--seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...between('--weeks', weeks, 52, 520),
    ...(await problemsIn(() => checkWritable('--out', dataFile, []))),
    ...(await problemsIn(() => checkWritable('--truth', truthFile, [dataFile]))),
    ...csvName(dataFile),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const { csvOf } = await import('@mixmodel/data');
  const { data, truth, draft } = sample(seed, weeks);
  const file: TruthFile = JSON.parse(
    JSON.stringify({ schemaVersion: 1, seed, weeks, ...truth, spec: draft }),
  );
  await writeWhole(dataFile, csvOf(data, draft.columns.date));
  await writeWhole(truthFile, `${JSON.stringify(file, null, 2)}\n`);
  const channels = `${truth.channels.length} channels`;
  out.write(`${dataFile}: ${weeks} weeks, ${channels}, seed ${seed}. ${truthFile}: what is true of it.\n`);
  return 0;
}

function between(flag: string, value: number, least: number, most: number): Problem[] {
  if (value >= least && value <= most) return [];
  const wanted = `a whole number from ${least} to ${most}`;
  return [{ code: 'flag_value', path: '', facts: { flag, wanted, got: String(value) } }];
}

function csvName(file: string): Problem[] {
  if (!/\.(xlsx?|json|ya?ml|zip)$/i.test(file)) return [];
  const facts = { flag: '--out', wanted: 'a name that ends in .csv', got: `\`${file}\`` };
  return [{ code: 'flag_value', path: '', facts }];
}
