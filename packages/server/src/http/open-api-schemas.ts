// The named shapes of the API's description: once where what is sent and what is answered look the same, none unused.

export interface ApiOperation {
  readonly operationId?: string;
  readonly description?: string;
  readonly responses?: Readonly<Record<string, object>>;
  readonly requestBody?: object;
  readonly parameters?: readonly object[];
}

export interface ApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly webhooks?: object;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, unknown>>;
    readonly responses?: object;
  };
}

type Schemas = Readonly<Record<string, unknown>>;

const prefix = '#/components/schemas/';
const inputEnding = /Input$/;

/** The Zod provider describes each shape twice, as `X` and `XInput`. */
export function tidySchemas<Document extends ApiDocument>(document: Document): Document {
  const schemas = document.components?.schemas ?? {};
  const twins = identicalInputs(schemas);
  const renamed = renameTo(document, (name) => (twins.has(name) ? name.replace(inputEnding, '') : name));
  const used = usedSchemas(renamed);
  const kept = Object.entries(renamed.components?.schemas ?? {}).filter(([name]) => used.has(name));
  const tidy = {
    ...renamed,
    components: { ...renamed.components, schemas: Object.fromEntries(kept.sort(byName)) },
  };
  return withoutEndings(tidy, used);
}

/** A shape that is only ever sent needs no ending to tell it from what is answered. */
function withoutEndings<Document extends ApiDocument>(
  document: Document,
  used: ReadonlySet<string>,
): Document {
  const plain = (name: string) => {
    const base = name.replace(inputEnding, '');
    return used.has(base) ? name : base;
  };
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
    plain(name),
    schema,
  ]);
  return renameTo(
    { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } },
    plain,
  );
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

/**
 * Inputs that say the same as the shape they are named after, supposing that all do, until nothing changes: shapes
 * refer to each other.
 */
function identicalInputs(schemas: Schemas): ReadonlySet<string> {
  const baseOf = (name: string) => name.replace(inputEnding, '');
  let twins = new Set(
    Object.keys(schemas).filter((name) => inputEnding.test(name) && baseOf(name) in schemas),
  );
  for (;;) {
    const plain = (schema: unknown) =>
      JSON.stringify(renameTo(schema, (name) => (twins.has(name) ? baseOf(name) : name)));
    const same = new Set([...twins].filter((name) => plain(schemas[name]) === plain(schemas[baseOf(name)])));
    if (same.size === twins.size) return twins;
    twins = same;
  }
}

/** A copy in which every reference to a shape has its name changed. */
function renameTo<Value>(value: Value, rename: (name: string) => string): Value {
  const text = JSON.stringify(value, (key, inner) =>
    key === '$ref' && typeof inner === 'string' && inner.startsWith(prefix)
      ? prefix + rename(inner.slice(prefix.length))
      : inner,
  );
  return JSON.parse(text) as Value;
}

/** Names that the paths refer to, directly or through other shapes. */
function usedSchemas({ paths, webhooks, components }: ApiDocument): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const name of referencesIn(value)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(components?.schemas?.[name]);
    }
  };
  visit([paths, webhooks, components?.responses]);
  return used;
}

function referencesIn(value: unknown): string[] {
  const text = JSON.stringify(value ?? null);
  return [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
}
