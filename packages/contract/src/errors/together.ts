// Sentences of many problems, told together: what several channels share is said once.
import type { Problem } from '@mixmodel/engine';
import { sentence } from './catalogue.ts';
import { columns, type Place, type Told } from './entry.ts';

const ofOne = /^(Channel|Control|Treatment) (`[^`]+`)([:,] .*)$/s;

/** One sentence for each fault; where channels or controls share it, one that names them all. */
export function sentencesOf(problems: readonly (Told | Problem)[], at: Place = 'terminal'): string[] {
  const groups = new Map<string, { noun: string; names: string[]; rest: string }>();
  for (const told of [...new Set(problems.map((problem) => sentence(problem, at)))]) {
    const [, noun = '', name = '', rest = told] = ofOne.exec(told) ?? [];
    const key = `${noun}${rest}`;
    const group = groups.get(key) ?? { noun, names: [], rest };
    if (name !== '') group.names.push(name.slice(1, -1));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ noun, names, rest }) =>
    names.length === 0 ? rest : `${noun}${names.length > 1 ? 's' : ''} ${columns(names)}${rest}`,
  );
}
