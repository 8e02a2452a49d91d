// `mixmodel backtest`: data and spec in, how well the model would have predicted out.
import { backtestFile } from '@mixmodel/contract';
import { type BacktestOptions, InputError } from '@mixmodel/engine';
import { backtestReport } from '@mixmodel/report';
import { backtestInThreads } from '@mixmodel/runtime';
import type { Given } from './arguments.ts';
import { checkWritable, writeWhole } from './files.ts';
import { notConverged } from './fit.ts';
import { problemsIn, readInput } from './input.ts';
import { lastStep } from './last-step.ts';
import { originOf } from './origin.ts';
import { readSettings } from './settings.ts';
import { stopped, stoppedSentence, stopSignal } from './stop.ts';
import { type Streams, styleOf, widthOf } from './terminal.ts';

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
    const pool = streams.threads;
    const done = await lastStep(
      backtestInThreads(data, draft, { ...options, ...(pool && { pool }) }),
      err,
      stop,
    );
    if (!done || stop.wasAsked()) {
      err.write(stoppedSentence);
      return stopped;
    }
    const { result } = done;
    const written = backtestFile(result, originOf(data, bytes));
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
