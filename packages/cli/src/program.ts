// One run of the program: the command line to an exit code (CONTRACTS), every problem in one sentence, never a stack.
import { sentencesOf } from '@mixmodel/contract';
import { InputError, type Problem } from '@mixmodel/engine';
import { wrap } from '@mixmodel/report';
import type { Given, Line } from './arguments.ts';
import type { CommandName } from './flags.ts';
import { helpText } from './help.ts';
import { endQuietlyWhenNobodyReads, type Streams, styleOf, widthOf } from './terminal.ts';
import { version } from './version.ts';

type Handler = (data: string, flags: Given, streams: Streams) => Promise<number>;

/** Loaded when asked for: a command should not wait for what another one needs. */
const handlers: Readonly<Record<CommandName, () => Promise<Handler>>> = {
  validate: async () => (await import('./validate.ts')).validate,
  spec: async () => (await import('./spec.ts')).spec,
  simulate: async () => (await import('./simulate.ts')).simulate,
  fit: async () => (await import('./fit.ts')).fit,
  report: async () => (await import('./report.ts')).report,
  backtest: async () => (await import('./backtest.ts')).backtest,
};

/** `streams.threads` are closed here, however the run ends. */
export async function program(line: Line, streams: Streams): Promise<number> {
  endQuietlyWhenNobodyReads(streams);
  try {
    return await run(line, streams);
  } catch (error) {
    if (error instanceof InputError) return tellProblems(error.problems, streams);
    return tellFault(error, streams);
  } finally {
    await streams.threads?.close();
  }
}

async function run(line: Line, streams: Streams): Promise<number> {
  switch (line.kind) {
    case 'wrong':
      throw new InputError([...line.problems, ...(await problemsOfValues(line))]);
    case 'run':
      return (await handlers[line.command]())(line.data, line.flags, streams);
    case 'version':
      streams.out.write(`${version()}\n`);
      return 0;
    case 'help':
      streams.out.write(`${helpText(line.command)}\n`);
      return line.asked ? 0 : 2;
  }
}

/** What is out of bounds in a command line that cannot be run for another reason. */
async function problemsOfValues({
  command,
  flags = {},
}: Line & { kind: 'wrong' }): Promise<readonly Problem[]> {
  if (command !== 'fit' && command !== 'backtest') return [];
  const settings = (await import('./settings.ts')).readSettings(flags);
  return settings.ok ? [] : settings.problems;
}

/** One wrong start can make everything after it wrong: more than these nobody reads. */
const mostProblems = 20;

function tellProblems(problems: readonly Problem[], { err }: Streams): number {
  const style = styleOf(err);
  const width = widthOf(err);
  const sentences = sentencesOf(problems);
  const more = sentences.length - mostProblems;
  const lines =
    sentences.length === 1
      ? wrap(sentences[0] ?? '', width)
      : sentences.slice(0, mostProblems).flatMap((s) => wrap(`- ${s}`, width, '  '));
  if (more > 0) lines.push(`- And ${more} more.`);
  const head = sentences.length === 1 ? [] : [style.bad(`${sentences.length} things to correct:`)];
  err.write(`${[...head, ...lines].join('\n')}\n`);
  return 2;
}

/** A fault of ours: one sentence and how to report it; the stack only for who asks for it. */
function tellFault(error: unknown, { err }: Streams): number {
  const message = messageOf(error);
  err.write(
    `Something went wrong in mixmodel ${version()} itself, not in your input: ${message}\nPlease report it with the command you ran; MIXMODEL_DEBUG=1 shows where it happened.\n`,
  );
  if (process.env.MIXMODEL_DEBUG)
    err.write(`${error instanceof Error ? (error.stack ?? message) : message}\n`);
  return 1;
}

/** One line of words: a failed schema's message is a list over many lines, of which the first fault says enough. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [issue] = 'issues' in error && Array.isArray(error.issues) ? error.issues : [];
  if (issue) return `\`${issue.path?.join('.')}\`: ${issue.message}`;
  return error.message.split('\n').find((line) => /\w/.test(line)) ?? error.name;
}
