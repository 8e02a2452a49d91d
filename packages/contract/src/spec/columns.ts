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

/** A channel is called by its name, or by its column where it has none: no two may be called alike. */
export function namesUsedTwice(value: unknown): Problem[] {
  const called = new Map<string, { column: string; path: string }[]>();
  for (const [i, channel] of items(value, 'channels').entries()) {
    const column = at(channel, 'column');
    const name = at(channel, 'name') ?? column;
    if (typeof name !== 'string' || typeof column !== 'string') continue;
    const same = name.trim();
    called.set(same, [...(called.get(same) ?? []), { column, path: `channels[${i}].name` }]);
  }
  return [...called].flatMap(([name, channels]) => {
    const columns = [...new Set(channels.map(({ column }) => column))];
    // The same column twice is another fault, and told as such.
    if (columns.length < 2) return [];
    return [{ code: 'name_used_twice', path: channels[1]?.path ?? '', facts: { name, columns } }];
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
