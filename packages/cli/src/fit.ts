// `mixmodel fit`: data and spec in, what each channel returned out.
import { checkSampling, type ResultFile, resultFile, type TruthFile, truthSchema } from '@mixmodel/contract';
import { ENGINE_NUMERICS, InputError, type ModelData, type Problem } from '@mixmodel/engine';
import { type Found, findingsText, fitReport } from '@mixmodel/report';
import type { Given } from './arguments.ts';
import { checkWritable, readText, writeWhole } from './files.ts';
import { problemsIn, readInput } from './input.ts';
import type { Done } from './run.ts';
import { type Streams, styleOf, widthOf } from './terminal.ts';
import { version } from './version.ts';

const stopped = 130;
const notConverged = 3;

export async function fit(file: string, flags: Given, streams: Streams): Promise<number> {
  const { out, err } = streams;
  const sampling = checkSampling(samplingFlags(flags));
  const truth = await readTruth(flags.truth);
  const { bytes, prepared, specProblems } = await readInput(file, flags);
  const { data, draft, findings } = prepared;
  const problems = [
    ...(sampling.ok ? [] : sampling.problems),
    ...(await badOutputs(file, flags)),
    ...truth.problems,
    ...specProblems,
    ...findings.filter(({ severity }) => severity === 'error'),
  ];
  if (problems.length > 0 || !data || !draft || !sampling.ok) throw new InputError(problems);
  const { runFit, stopSignal } = await import('./run.ts');
  const stop = stopSignal();
  const begun = () => tellNotes(findings, err);
  try {
    const done = await runFit({
      data,
      draft,
      settings: sampling.value,
      pool: streams.threads,
      err,
      stop,
      begun,
    });
    if (!done) return stopped;
    const result = await written(done, data, bytes, flags);
    if (stop.wasAsked()) return stopped;
    const shown = { width: widthOf(out), style: styleOf(out), ...(truth.file && { truth: truth.file }) };
    out.write(`${fitReport(result, shown)}\n`);
    return result.convergence.passed ? 0 : notConverged;
  } finally {
    stop.forget();
  }
}

/** What the data check found and decided, told once the fit has begun: a refusal should stand alone. */
function tellNotes(findings: readonly Found[], err: Streams['err']): void {
  const layout = { width: widthOf(err), style: styleOf(err) };
  const text = findingsText(findings, { ...layout, severities: ['warning', 'note'] });
  if (text) err.write(`${text}\n\n`);
}

/** Makes the result file, and writes it and the draws where they were asked for. */
async function written(
  { result, draws }: Done,
  data: ModelData,
  bytes: Uint8Array,
  flags: Given,
): Promise<ResultFile> {
  const { constantsOf, modelSha256, saveDraws, sha256 } = await import('@mixmodel/runtime');
  const file = resultFile(result, {
    versions: { mixmodel: version(), numerics: ENGINE_NUMERICS, node: process.versions.node },
    data: {
      rows: data.dates.length - data.leadIn,
      period: data.period,
      firstDate: data.dates[data.leadIn] ?? 0,
      lastDate: data.dates.at(-1) ?? 0,
      sha256: sha256(bytes),
      modelSha256: modelSha256(data),
    },
  });
  if (typeof flags.out === 'string') await writeWhole(flags.out, `${JSON.stringify(file, null, 2)}\n`);
  if (typeof flags['draws-out'] === 'string') {
    const { spec, seed, versions, data: origin } = file;
    const attributes = { spec, seed, versions, data: origin };
    await saveDraws(flags['draws-out'], { draws, attributes, constants: constantsOf(data, result.spec) });
  }
  return file;
}

function samplingFlags(flags: Given): object {
  const number = (name: string) => (flags[name] === undefined ? {} : { [name]: Number(flags[name]) });
  return {
    mode: flags.quick ? 'quick' : 'full',
    ...number('seed'),
    ...number('chains'),
    ...number('warmup'),
    ...number('draws'),
  };
}

async function badOutputs(file: string, flags: Given): Promise<readonly Problem[]> {
  const inputs = [file, ...[flags.spec, flags.truth].filter((name) => typeof name === 'string')];
  const problems: Problem[] = [];
  if (flags.threads !== undefined && !(Number(flags.threads) >= 1)) {
    const facts = { flag: '--threads', wanted: 'a whole number, at least 1', got: `\`${flags.threads}\`` };
    problems.push({ code: 'flag_value', path: '', facts });
  }
  const { out, 'draws-out': drawsOut } = flags;
  if (typeof out === 'string')
    problems.push(...(await problemsIn(() => checkWritable('--out', out, inputs))));
  if (typeof drawsOut === 'string') {
    const { checkDrawsPath } = await import('@mixmodel/runtime');
    problems.push(...(await problemsIn(() => checkDrawsPath(drawsOut))));
  }
  return problems;
}

async function readTruth(
  file: string | true | undefined,
): Promise<{ file?: TruthFile; problems: readonly Problem[] }> {
  if (typeof file !== 'string') return { problems: [] };
  const unreadable = (reason: string) => ({
    problems: [{ code: 'truth_unreadable', path: '', facts: { file, reason } }],
  });
  let value: unknown;
  const missing = await problemsIn(async () => {
    value = await readText(file);
  });
  if (missing.length > 0) return { problems: missing };
  try {
    const read = truthSchema.safeParse(JSON.parse(String(value)));
    return read.success ? { file: read.data, problems: [] } : unreadable('it has not the keys of one');
  } catch {
    return unreadable('it is not valid JSON');
  }
}
