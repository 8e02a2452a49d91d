// `mixmodel spec`: the model that would be fitted, every default written out.
import { type SpecFormat, specText } from '@mixmodel/contract';
import { expandSpec, InputError } from '@mixmodel/engine';
import type { Given } from './arguments.ts';
import { checkWritable, writeWhole } from './files.ts';
import { problemsIn, readInput } from './input.ts';
import { formatOf } from './spec-file.ts';
import type { Streams } from './terminal.ts';

export async function spec(file: string, flags: Given, { out }: Streams): Promise<number> {
  const target = typeof flags.out === 'string' ? flags.out : undefined;
  const unwritable = target ? await problemsIn(() => checkWritable('--out', target, [file])) : [];
  const { prepared, otherProblems } = await readInput(file, flags);
  const errors = prepared.findings.filter(({ severity }) => severity === 'error');
  const { data, draft } = prepared;
  // A brief spec needs no sound data: it is where a correction of the roles begins.
  const problems = [...unwritable, ...otherProblems, ...(flags.brief && draft ? [] : errors)];
  if (problems.length > 0 || !draft) throw new InputError(problems.length > 0 ? problems : errors);
  const value = flags.brief || !data ? draft : expandSpec(draft, data).spec;
  const text = specText(value, formatAsked(flags, target));
  if (target) await writeWhole(target, text);
  else out.write(text);
  return 0;
}

function formatAsked(flags: Given, target: string | undefined): SpecFormat {
  if (flags.format) return flags.format === 'json' ? 'json' : 'yaml';
  return target ? formatOf(target, '') : 'yaml';
}
