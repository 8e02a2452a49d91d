// `mixmodel backtest`: data and spec in, how well the model would have predicted out.
import { type BacktestFile, backtestFile, type SamplingSettings } from '@mixmodel/contract';
import {
  type BacktestOptions,
  type BacktestResult,
  ENGINE_NUMERICS,
  InputError,
  type ModelData,
  type SpecDraft,
} from '@mixmodel/engine';
import { backtestReport } from '@mixmodel/report';
import { backtestInThreads, modelSha256, sha256 } from '@mixmodel/runtime';
import type { Given } from './arguments.ts';
import { checkWritable, writeWhole } from './files.ts';
import { notConverged } from './fit.ts';
import { problemsIn, readInput } from './input.ts';
import { progressView } from './progress.ts';
import { readSettings } from './settings.ts';
import { type StopSignal, stopped, stoppedSentence, stopSignal } from './stop.ts';
import { type Streams, styleOf, widthOf } from './terminal.ts';
import { version } from './version.ts';

export async function backtest(file: string, flags: Given, streams: Streams): Promise<number> {
  const { out, err } = streams;
  const sampling = readSettings(flags, 'backtest');
  const { bytes, prepared, otherProblems } = await readInput(file, flags);
  const { data, draft, findings } = prepared;
  const inputs = [file, ...(typeof flags.spec === 'string' ? [flags.spec] : [])];
  const target = typeof flags.out === 'string' ? flags.out : undefined;
  const problems = [
    ...(sampling.ok ? [] : sampling.problems),
    ...(target ? await problemsIn(() => checkWritable('--out', target, inputs)) : []),
    ...otherProblems,
    ...findings.filter(({ severity }) => severity === 'error'),
  ];
  if (problems.length > 0 || !data || !draft || !sampling.ok) throw new InputError(problems);
  const stop = stopSignal();
  try {
    const options = { ...sampling.value, ...asked(flags) };
    const result = await run({ data, draft, options, stop, streams });
    if (!result || stop.wasAsked()) {
      err.write(stoppedSentence);
      return stopped;
    }
    const written = fileOf(result, data, bytes);
    if (target) await writeWhole(target, `${JSON.stringify(written, null, 2)}\n`);
    out.write(`${backtestReport(written, { width: widthOf(out), style: styleOf(out) })}\n`);
    return result.scored > 0 ? 0 : notConverged;
  } finally {
    stop.forget();
  }
}

/** What is out of bounds the engine says, for all ways to ask. */
function asked({ origins, horizons, hindsight }: Given): BacktestOptions {
  return {
    ...(origins === undefined ? {} : { origins: Number(origins) }),
    ...(typeof horizons === 'string' ? { horizonWeeks: horizons.split(',').map(Number) } : {}),
    ...(hindsight ? { hindsight: true } : {}),
  };
}

interface Run {
  readonly data: ModelData;
  readonly draft: SpecDraft;
  readonly options: BacktestOptions & SamplingSettings;
  readonly stop: StopSignal;
  readonly streams: Streams;
}

/** The backtest, or nothing when the user stopped it: then the threads are ended at once. */
async function run({ data, draft, options, stop, streams }: Run): Promise<BacktestResult | undefined> {
  const { threads: pool, err } = streams;
  const view = progressView(err, () => performance.now());
  try {
    const steps = backtestInThreads(data, draft, { ...options, ...(pool && { pool }) });
    for (;;) {
      const next = steps.next();
      const step = await Promise.race([next, stop.asked]);
      if (step === 'stop') {
        // The threads are about to go; that the step they owed will fail is what was asked for.
        next.catch(() => {});
        return undefined;
      }
      if (step.done) throw new Error('The backtest ended without a result.');
      view.tell(step.value);
      if (step.value.phase === 'done') return step.value.result;
    }
  } finally {
    view.clear();
  }
}

function fileOf(result: BacktestResult, data: ModelData, bytes: Uint8Array): BacktestFile {
  return backtestFile(result, {
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
}
