// `mixmodel validate`: what each column is taken to be, and everything wrong with the data.
import { sentence } from '@mixmodel/contract';
import { InputError, type PriorPredictive, type Problem, priorPredictive } from '@mixmodel/engine';
import { type Found, findingsText, priorText, rolesText, wrap } from '@mixmodel/report';
import type { Given } from './arguments.ts';
import { type Flag, reading } from './flags.ts';
import { type Input, problemsIn, readInput } from './input.ts';
import { type Streams, styleOf, widthOf } from './terminal.ts';

export async function validate(file: string, flags: Given, { out }: Streams): Promise<number> {
  const { prepared, otherProblems } = await readOrTell(file, flags);
  const { data, draft, guesses } = prepared;
  const known: { prior?: PriorPredictive } = {};
  const late =
    data && draft
      ? await problemsIn(async () => {
          known.prior = priorPredictive(data, draft);
        })
      : [];
  const findings = [
    ...asErrors([...otherProblems, ...late]),
    ...prepared.findings,
    ...(known.prior?.warnings ?? []).map((found) => ({ ...found, severity: 'warning' as const })),
  ];
  const isFit = !findings.some(({ severity }) => severity === 'error');
  if (flags.json) {
    const told = findings.map((finding) => ({ ...finding, sentence: sentence(finding) }));
    out.write(
      `${JSON.stringify({ ok: isFit, findings: told, columns: guesses, spec: draft ?? null, prior: priorOf(known.prior) }, null, 2)}\n`,
    );
  } else {
    const layout = { width: widthOf(out), style: styleOf(out) };
    const parts = [
      ...(guesses.length > 0 ? [rolesText(guesses, layout)] : []),
      ...(findings.length > 0 ? [findingsText(findings, layout)] : []),
      ...(findings.some(isCut) ? [wrap(inFull, layout.width).join('\n')] : []),
      ...(isFit && known.prior ? [priorText(known.prior, layout)] : []),
      isFit
        ? `${file} can be fitted: ${fitCommand(file, flags)}`
        : `${file} cannot be fitted yet: see "To correct".`,
    ];
    out.write(`${parts.join('\n\n')}\n`);
  }
  return isFit ? 0 : 2;
}

const inFull = 'Lists that end with how many more there are stand in full in the output of --json.';

/** Whether a sentence stops short of all the rows or names it is about. */
function isCut(found: Found): boolean {
  return / and [\d,]+ more\b/.test(sentence(found));
}

/** A program that reads JSON gets JSON, also where a file cannot be read at all. */
async function readOrTell(file: string, flags: Given): Promise<Pick<Input, 'prepared' | 'otherProblems'>> {
  try {
    return await readInput(file, flags);
  } catch (error) {
    if (!flags.json || !(error instanceof InputError)) throw error;
    return { prepared: { guesses: [], findings: [] }, otherProblems: error.problems };
  }
}

/** Without the spec, which stands beside it. */
function priorOf(prior: PriorPredictive | undefined) {
  if (!prior) return null;
  const { spec: _, warnings: __, ...predicted } = prior;
  return predicted;
}

function asErrors(problems: readonly Problem[]): Found[] {
  return problems.map((problem) => ({ ...problem, severity: 'error' as const }));
}

/** `fit` with everything that was said about how the data are to be read. */
function fitCommand(file: string, flags: Given): string {
  const all: Readonly<Record<string, Flag>> = { spec: { value: 'FILE', summary: '' }, ...reading };
  const said = Object.keys(all).flatMap((flag) => {
    const value = flags[flag];
    if (value === undefined) return [];
    return value === true ? [`--${flag}`] : [`--${flag}`, quoted(value)];
  });
  return ['mixmodel fit', quoted(file), ...said].join(' ');
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./:+-]+$/.test(word) ? word : `"${word.replaceAll(/["\\$`]/g, '\\$&')}"`;
}
