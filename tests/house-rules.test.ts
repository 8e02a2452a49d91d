// What the import tables cannot say of server and pages: who writes SQL, who knows HTTP, who talks to the server.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf } from './imports.ts';
import { root, typeScriptFiles } from './source-files.ts';

interface Rule {
  readonly title: string;
  /** Files it speaks of. */
  readonly of: RegExp;
  readonly except?: RegExp;
  /** Why this file breaks it; nothing when it does not. */
  readonly breach: (path: string, text: string) => readonly string[];
}

const isTest = /\.(test|suite)\.tsx?$|\/testing\//;
const featureOf = (path: string) => /^packages\/(?:server|web)\/src\/features\/([^/]+)\//.exec(path)?.[1];
const target = (path: string, { specifier }: Import) => posix.join(posix.dirname(path), specifier);
const refused = (path: string, text: string, wrong: (found: Import) => boolean) =>
  importsOf(path, text)
    .filter(wrong)
    .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`);

const rules: readonly Rule[] = [
  {
    title: 'only queries.ts speaks to the database',
    of: /^packages\/server\/src\/(features|http)\//,
    except: /\/queries\.ts$/,
    breach: (path, text) =>
      refused(
        path,
        text,
        (found) =>
          found.values.length > 0 &&
          (/^drizzle-orm/.test(found.specifier) || /database\/schema(\.ts$|\/)/.test(found.specifier)),
      ),
  },
  {
    title: 'every query takes a scope, or is one of those that find out who asks',
    of: /^packages\/server\/src\/features\/.*\/queries\.ts$/,
    except: /features\/accounts\//,
    breach: (path, text) =>
      [...text.matchAll(/^export (?:async )?function (\w+)\(([^)]*)\)/gms)]
        .filter(([, , parameters = '']) => !/Scope/.test(parameters))
        .map(([, name]) => `${path}: ${name} takes no Scope`),
  },
  {
    title: 'actions know no HTTP',
    of: /^packages\/server\/src\/features\/.*\/actions\.ts$/,
    breach: (path, text) =>
      refused(
        path,
        text,
        ({ specifier, values }) =>
          /^(node:http|fastify|@fastify)/.test(specifier) ||
          (/\/http\/(?!scope\.ts)/.test(specifier) && values.length > 0),
      ),
  },
  {
    title: 'a feature of the server reaches another only through its actions',
    of: /^packages\/server\/src\/features\//,
    breach: (path, text) =>
      refused(path, text, (found) => {
        if (!found.specifier.startsWith('.')) return false;
        const to = target(path, found);
        const other = featureOf(to);
        return other !== undefined && other !== featureOf(path) && !/\/actions\.ts$/.test(to);
      }),
  },
  {
    title: 'no feature of the pages imports another',
    of: /^packages\/web\/src\/features\//,
    breach: (path, text) =>
      refused(path, text, (found) => {
        if (!found.specifier.startsWith('.')) return false;
        const other = featureOf(target(path, found));
        return other !== undefined && other !== featureOf(path);
      }),
  },
  {
    title: 'only api talks to the server',
    of: /^packages\/web\/src\//,
    except: /\/src\/api\//,
    breach: (path, text) =>
      /\b(fetch\(|XMLHttpRequest|EventSource|WebSocket)/.test(text) ? [`${path} talks to a server`] : [],
  },
  {
    title: 'of the report, only the charts load React',
    of: /^packages\/report\/src\//,
    except: /\/src\/charts\//,
    breach: (path, text) =>
      refused(path, text, ({ specifier }) => /^(react|d3-|\.\/charts\/|\.\.\/charts\/)/.test(specifier)),
  },
  {
    title: 'only config reads the environment',
    of: /^packages\/server\/src\//,
    except: /\/src\/(config|start)\.ts$/,
    breach: (path, text) => (/process\.env/.test(text) ? [`${path} reads process.env`] : []),
  },
];

const breaches = (rule: Rule, path: string, text: string) =>
  rule.of.test(path) && !rule.except?.test(path) && !isTest.test(path) ? rule.breach(path, text) : [];

describe('rules of server and pages', () => {
  test.each(rules.map((rule) => [rule.title, rule] as const))('%s', (_, rule) => {
    const files = typeScriptFiles();
    expect(files.some((path) => rule.of.test(path))).toBe(true);
    expect(files.flatMap((path) => breaches(rule, path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  test.each([
    [
      'only queries.ts speaks to the database',
      'server/src/features/runs/actions.ts',
      "import { eq } from 'drizzle-orm';",
    ],
    [
      'every query takes a scope, or is one of those that find out who asks',
      'server/src/features/runs/queries.ts',
      'export async function all(database: Database) {}',
    ],
    [
      'actions know no HTTP',
      'server/src/features/runs/actions.ts',
      "import { reply } from '../../http/reply.ts';",
    ],
    [
      'a feature of the server reaches another only through its actions',
      'server/src/features/runs/actions.ts',
      "import { one } from '../datasets/queries.ts';",
    ],
    [
      'no feature of the pages imports another',
      'web/src/features/runs/a.tsx',
      "import { A } from '../datasets/a.tsx';",
    ],
    ['only api talks to the server', 'web/src/features/runs/a.tsx', "await fetch('/api');"],
    [
      'of the report, only the charts load React',
      'report/src/index.ts',
      "export * from './charts/index.ts';",
    ],
    ['only config reads the environment', 'server/src/http/a.ts', 'process.env.PORT'],
  ])('a planted breach is caught: %s', (title, path, text) => {
    const rule = rules.find((one) => one.title === title);
    expect(rule && breaches(rule, `packages/${path}`, text)).toHaveLength(1);
  });
});
