// `mixmodel fit`: data and spec in, what each channel returned out.
import {
  checkSampling,
  type ResultFile,
  resultFile,
  type SamplingSettings,
  type TruthFile,
  truthSchema,
} from '@mixmodel/contract';
import {
  type Draws,
  ENGINE_NUMERICS,
  type FitResult,
  InputError,
  type ModelData,
  type Problem,
} from '@mixmodel/engine';
import { findingsText, fitReport } from '@mixmodel/report';
import type { Given } from './arguments.ts';
import { checkWritable, readText, writeWhole } from './files.ts';
import { problemsIn, readInput } from './input.ts';
import { progressView } from './progress.ts';
import { type Streams, styleOf, widthOf } from './terminal.ts';
import { version } from './version.ts';

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
  const notes = findingsText(findings, {
    width: widthOf(err),
    style: styleOf(err),
    severities: ['warning', 'note'],
  });
  if (notes) err.write(`${notes}\n\n`);
  const done = await run(data, draft, sampling.value, flags, streams);
  if (!done) return 130;
  const result = await written(done, data, bytes, flags);
  const width = widthOf(out);
  out.write(
    `${fitReport(result, { width, style: styleOf(out), ...(truth.file && { truth: truth.file }) })}\n`,
  );
  return result.convergence.passed ? 0 : 3;
}

interface Done {
  readonly result: FitResult;
  readonly draws: Draws;
}

/** The fit in worker threads, or nothing when the user stopped it: then the threads are ended at once. */
async function run(
  data: ModelData,
  draft: Parameters<typeof import('@mixmodel/runtime').fitInThreads>[1],
  settings: SamplingSettings,
  flags: Given,
  { err }: Streams,
): Promise<Done | undefined> {
  const { fitInThreads, workerPool } = await import('@mixmodel/runtime');
  const chains = settings.chains ?? (settings.mode === 'quick' ? 2 : 4);
  const pool = workerPool({ threads: await threadsOf(flags, chains) });
  const view = progressView(err, () => performance.now());
  const stop = stopSignal();
  try {
    const steps = fitInThreads(data, draft, { ...settings, pool });
    for (;;) {
      const next = steps.next();
      const step = await Promise.race([next, stop.asked]);
      if (step === 'stop') {
        // The threads are about to go; that the step they owed will fail is what was asked for.
        next.catch(() => {});
        return undefined;
      }
      if (step.done) throw new Error('The fit ended without a result.');
      view.tell(step.value);
      if (step.value.phase === 'done') return { result: step.value.result, draws: step.value.draws };
    }
  } finally {
    view.clear();
    stop.forget();
    await pool.close();
  }
}

/** One Ctrl+C asks to stop. */
function stopSignal(): { readonly asked: Promise<'stop'>; forget(): void } {
  let listener = () => {};
  const asked = new Promise<'stop'>((resolve) => {
    listener = () => resolve('stop');
    process.once('SIGINT', listener);
    process.once('SIGTERM', listener);
  });
  return {
    asked,
    forget() {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    },
  };
}

async function threadsOf(flags: Given, chains: number): Promise<number> {
  const { availableParallelism } = await import('node:os');
  const asked = flags.threads === undefined ? availableParallelism() : Number(flags.threads);
  return Math.max(1, Math.min(asked, chains));
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
