// `mixmodel fit`: data and spec in, what each channel returned out.
import { insightsFile, type ResultFile, resultFile, type TruthFile, truthSchema } from '@mixmodel/contract';
import type { Finding } from '@mixmodel/data';
import {
  chances,
  type FitProgress,
  InputError,
  insights,
  type ModelData,
  type Problem,
} from '@mixmodel/engine';
import { findingsText, fitReport, isKnownFirst } from '@mixmodel/report';
import type { Given } from './arguments.ts';
import { checkWritable, readText, writeWhole } from './files.ts';
import { problemsIn, readInput } from './input.ts';
import { lastStep } from './last-step.ts';
import { readSettings } from './settings.ts';
import { stopped, stoppedSentence, stopSignal } from './stop.ts';
import { type Streams, styleOf, widthOf } from './terminal.ts';

export const notConverged = 3;

export async function fit(file: string, flags: Given, streams: Streams): Promise<number> {
  const { out, err } = streams;
  const sampling = readSettings(flags);
  const truth = await readTruth(flags.truth);
  const { bytes, prepared, otherProblems } = await readInput(file, flags);
  const { data, draft, findings } = prepared;
  const problems = [
    ...(sampling.ok ? [] : sampling.problems),
    ...(await badOutputs(file, flags)),
    ...truth.problems,
    ...otherProblems,
    ...findings.filter(({ severity }) => severity === 'error'),
  ];
  if (problems.length > 0 || !data || !draft || !sampling.ok) throw new InputError(problems);
  tellFirst(findings, err);
  const { fitInThreads } = await import('@mixmodel/runtime');
  const stop = stopSignal();
  try {
    const pool = streams.threads;
    const steps = fitInThreads(data, draft, { ...sampling.value, ...(pool && { pool }) });
    const done = await lastStep(steps, err, stop);
    if (!done || stop.wasAsked()) {
      err.write(stoppedSentence);
      return stopped;
    }
    const result = await written({ done, data, bytes, findings }, flags);
    const breakEven = typeof flags.margin === 'string' ? 1 / Number(flags.margin) : 1;
    const found = { breakEven, channels: chances(data, done.result.spec, done.draws, breakEven) };
    const shown = { width: widthOf(out), style: styleOf(out), chances: found };
    out.write(`${fitReport(result, { ...shown, ...(truth.file && { truth: truth.file }) })}\n`);
    return result.convergence.passed ? 0 : notConverged;
  } finally {
    stop.forget();
  }
}

/** What changes what the numbers mean is told before they are waited for: stopping costs nothing yet. */
function tellFirst(findings: readonly Finding[], err: Streams['err']): void {
  const told = findingsText(findings.filter(isKnownFirst), { width: widthOf(err), style: styleOf(err) });
  if (told !== '') err.write(`${told}\n\n`);
}

interface Fitted {
  readonly done: Extract<FitProgress, { phase: 'done' }>;
  readonly data: ModelData;
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

/** Makes the result file, and writes it and the draws where they were asked for. */
async function written({ done, data, bytes, findings }: Fitted, flags: Given): Promise<ResultFile> {
  const { result, draws } = done;
  const { constantsOf, saveDraws } = await import('@mixmodel/runtime');
  const { originOf } = await import('./origin.ts');
  const file = resultFile(result, {
    ...originOf(data, bytes),
    findings,
  });
  if (typeof flags.out === 'string') await writeWhole(flags.out, `${JSON.stringify(file, null, 2)}\n`);
  const insightsOut = flags['insights-out'];
  if (typeof insightsOut === 'string') {
    const seen = insightsFile(insights(data, result.spec, draws, result.sampling.seed));
    await writeWhole(insightsOut, `${JSON.stringify(seen)}\n`);
  }
  if (typeof flags['draws-out'] === 'string') {
    const { spec, seed, versions, data: origin } = file;
    const attributes = { spec, seed, versions, data: origin };
    await saveDraws(flags['draws-out'], { draws, attributes, constants: constantsOf(data, result.spec) });
  }
  return file;
}

async function badOutputs(file: string, flags: Given): Promise<readonly Problem[]> {
  const inputs = [file, ...[flags.spec, flags.truth].filter((name) => typeof name === 'string')];
  const problems: Problem[] = [];
  const { out, 'insights-out': insightsOut, 'draws-out': drawsOut } = flags;
  if (typeof out === 'string')
    problems.push(...(await problemsIn(() => checkWritable('--out', out, inputs))));
  if (typeof insightsOut === 'string') {
    const others = typeof out === 'string' ? [...inputs, out] : inputs;
    problems.push(...(await problemsIn(() => checkWritable('--insights-out', insightsOut, others))));
  }
  if (typeof drawsOut === 'string' && !/\.zarr([/\\]?|\.zip)$/.test(drawsOut)) {
    const wanted = 'a name that ends in .zarr (a folder) or .zarr.zip (one file)';
    problems.push({
      code: 'flag_value',
      path: '',
      facts: { flag: '--draws-out', wanted, got: `\`${drawsOut}\`` },
    });
  } else if (typeof drawsOut === 'string') {
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
