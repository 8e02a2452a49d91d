// What a spec names, read even when the spec has faults: so that columns and names are checked beside everything else.
import type { Problem } from '@mixmodel/engine';

/** A column of the data that a spec names, and where it does. */
export interface NamedColumn {
  readonly column: string;
  readonly path: string;
}

/** Every column named in `value`, whatever else is wrong with it. */
export function namedColumns(value: unknown): NamedColumn[] {
  const columns = at(value, 'columns');
  const target = at(columns, 'target');
  return [
    ...named(columns, 'date', 'columns'),
    ...named(target, 'column', 'columns.target'),
    ...named(target, 'revenuePerKpi', 'columns.target'),
    ...items(value, 'channels').flatMap((channel, i) => [
      ...named(channel, 'column', `channels[${i}]`),
      ...named(channel, 'exposure', `channels[${i}]`),
    ]),
    ...items(value, 'controls').flatMap((control, i) => named(control, 'column', `controls[${i}]`)),
    ...items(value, 'treatments').flatMap((treatment, i) => named(treatment, 'column', `treatments[${i}]`)),
  ];
}

/** Channels and treatments are called by their name, or by their column where they have none: no two of them alike. */
export function namesUsedTwice(value: unknown): Problem[] {
  const called = new Map<string, { column: string; path: string }[]>();
  for (const { name, column, path } of [...callings(value, 'channels'), ...callings(value, 'treatments')])
    called.set(name, [...(called.get(name) ?? []), { column, path }]);
  return [...called].flatMap(([name, users]) => {
    const columns = [...new Set(users.map(({ column }) => column))];
    // The same column twice is another fault, and told as such.
    if (columns.length < 2) return [];
    return [{ code: 'name_used_twice', path: users[1]?.path ?? '', facts: { name, columns } }];
  });
}

function callings(value: unknown, key: string) {
  return items(value, key).flatMap((item, i) => {
    const column = at(item, 'column');
    const name = at(item, 'name') ?? column;
    if (typeof name !== 'string' || typeof column !== 'string') return [];
    return [{ name: name.trim(), column, path: `${key}[${i}].name` }];
  });
}

function named(object: unknown, key: string, place: string): NamedColumn[] {
  const column = at(object, key);
  return typeof column === 'string' && column !== '' ? [{ column, path: `${place}.${key}` }] : [];
}

function items(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
