// `mixmodel validate`: what each column is taken to be, and everything wrong with the data.
import { sentence } from '@mixmodel/contract';
import { expandSpec } from '@mixmodel/engine';
import { type Found, findingsText, rolesText } from '@mixmodel/report';
import type { Given } from './arguments.ts';
import { problemsIn, readInput } from './input.ts';
import { type Streams, styleOf, widthOf } from './terminal.ts';

export async function validate(file: string, flags: Given, { out }: Streams): Promise<number> {
  const { prepared, specProblems } = await readInput(file, flags);
  const { data, draft, guesses } = prepared;
  const late = data && draft ? await problemsIn(async () => expandSpec(draft, data)) : [];
  const wrong = [...specProblems, ...late].map((problem) => ({ ...problem, severity: 'error' as const }));
  const findings: readonly Found[] = [...wrong, ...prepared.findings];
  const isFit = !findings.some(({ severity }) => severity === 'error');
  if (flags.json) {
    const told = findings.map((finding) => ({ ...finding, sentence: sentence(finding) }));
    out.write(
      `${JSON.stringify({ ok: isFit, findings: told, columns: guesses, spec: draft ?? null }, null, 2)}\n`,
    );
  } else {
    const layout = { width: widthOf(out), style: styleOf(out) };
    const parts = [
      ...(guesses.length > 0 ? [rolesText(guesses, layout)] : []),
      ...(findings.length > 0 ? [findingsText(findings, layout)] : []),
      isFit
        ? `${file} can be fitted: mixmodel fit ${file}`
        : `${file} cannot be fitted yet: see "To correct".`,
    ];
    out.write(`${parts.join('\n\n')}\n`);
  }
  return isFit ? 0 : 2;
}
