// Changes of a mapping: the user's word on columns and on how the file is read, one change laid over the others.
import type { Mapping } from '@mixmodel/contract';

/** `change` over `mapping`; roles column by column, and how files are read file by file. A key given as undefined is guessed again. */
export function changed(mapping: Mapping, change: Mapping): Mapping {
  const roles = { ...mapping.roles, ...change.roles };
  const files = { ...mapping.files, ...change.files };
  const merged = {
    ...mapping,
    ...change,
    ...(Object.keys(roles).length > 0 ? { roles } : {}),
    ...(Object.keys(files).length > 0 ? { files } : {}),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** Forgets the user's word on one column, so that its role is guessed again. */
export function guessedAgain(mapping: Mapping, column: string): Mapping {
  const { roles = {}, ...rest } = mapping;
  const left = Object.fromEntries(Object.entries(roles).filter(([name]) => name !== column));
  return Object.keys(left).length > 0 ? { ...rest, roles: left } : rest;
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Decisions that no other control on the page shows, as sentences, each with the key that undoes it. */
export function decisions(mapping: Mapping): { key: keyof Mapping; sentence: string }[] {
  return [
    ...(mapping.duplicates === 'sum'
      ? [{ key: 'duplicates' as const, sentence: 'Rows of the same period are added up.' }]
      : []),
    ...(mapping.weeks === undefined
      ? []
      : [
          {
            key: 'weeks' as const,
            sentence: `Daily rows are joined to weeks that begin on ${days[mapping.weeks - 1]}.`,
          },
        ]),
    ...(mapping.partial === 'keep'
      ? [{ key: 'partial' as const, sentence: 'A first or last period that looks incomplete is kept.' }]
      : []),
  ];
}
