// Where models differ, by path: parts of a list are told apart by their column or name, not by their place.

export interface Difference {
  readonly path: string;
  /** In the order of the models; null where one has no such part. */
  readonly values: unknown[];
}

export function specDifferences(specs: readonly unknown[]): Difference[] {
  const leaves = specs.map((spec) => new Map(leavesOf(spec, '')));
  const paths = new Set(leaves.flatMap((found) => [...found.keys()]));
  return [...paths]
    .map((path) => ({ path, values: leaves.map((found) => found.get(path) ?? null) }))
    .filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1);
}

function leavesOf(value: unknown, path: string): [string, unknown][] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, i) => leavesOf(item, `${path}[${nameOf(item) ?? i}]`));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const name: unknown = Reflect.get(item, 'column') ?? Reflect.get(item, 'name');
  return typeof name === 'string' ? name : undefined;
}
