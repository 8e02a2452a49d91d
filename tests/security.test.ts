// docs/security.md keeps its word: it speaks of every requirement, and every test it names is there; and what no source does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from './documents.ts';
import { root, typeScriptFiles } from './source-files.ts';

/**
 * Sections of OWASP ASVS 5.0.0 with the level of each of their requirements, in order
 * (https://github.com/OWASP/ASVS/tree/v5.0.0/5.0): the page speaks of levels 1 and 2.
 */
const levels: Readonly<Record<string, string>> = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{ '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233', '6.5': '22222333' },
  ...{ '6.6': '2223', '6.7': '33', '6.8': '2222' },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23' },
  ...{ '9.1': '111', '9.2': '1222' },
  ...{ '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333', '10.5': '22222' },
  ...{ '10.6': '22', '10.7': '222' },
};

const wanted = Object.entries(levels).flatMap(([section, each]) =>
  [...each].flatMap((level, i) => (level === '3' ? [] : [`${section}.${i + 1} at level ${level}`])),
);

interface Row {
  readonly id: string;
  readonly level: string;
  readonly answer: string;
}

function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, id = '']) => /^\d+\.\d+\.\d+$/.test(id))
    .map(([, id = '', level = '', , answer = '']) => ({ id, level, answer }));
}

interface Named {
  /** End of its path, as far as it is wanted to be the only one. */
  readonly file: string;
  readonly title: string;
}

/** Each `file` “title”, “title”. */
function namedIn(text: string): Named[] {
  return [...text.matchAll(/`([\w./-]+\.ts)`((?:(?:,| and)? “[^”]+”)+)/g)].flatMap(
    ([, file = '', titles = '']) =>
      [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  );
}

const testFiles = typeScriptFiles().filter((path) => /\.(test|journey|suite)\.tsx?$/.test(path));

/** Why there is no such test; nothing where there is one. */
function missing({ file, title }: Named): string[] {
  const paths = testFiles.filter((path) => path === file || path.endsWith(`/${file}`));
  const [path] = paths;
  if (path === undefined || paths.length > 1) return [`${file} is ${paths.length} files`];
  const text = readFileSync(join(root, path), 'utf8');
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const called = new RegExp(`(?<!describe)\\(\\s*['"\`]${literal}['"\`]\\s*,`);
  return called.test(text) ? [] : [`${path} has no test “${title}”`];
}

const page = readDocument('docs/security.md');
const rows = rowsOf(page);

describe('docs/security.md', () => {
  test('answers every requirement of levels 1 and 2, once', () => {
    expect(rows.map(({ id, level }) => `${id} at level ${level}`)).toEqual(wanted);
  });

  test('begins each answer with what it is, and names a test for what is held', () => {
    const verdict = /^(Held|Partly|Stated|Not met|Does not apply)[:.] /;
    expect(rows.filter(({ answer }) => !verdict.test(answer))).toEqual([]);
    const unproven = rows.filter(({ answer }) => answer.startsWith('Held') && namedIn(answer).length === 0);
    expect(unproven).toEqual([]);
  });

  test('names tests that are there', () => {
    const named = namedIn(page);
    expect(named.length).toBeGreaterThan(100);
    expect(named.flatMap(missing)).toEqual([]);
  });

  test('would be caught with a test that is gone, one of two files, or a group in place of a test', () => {
    const text =
      '`accounts.test.ts` “no such title”, “is limited” and `upload.test.ts` “x”. `accounts.test.ts` “signing in”';
    expect(namedIn(text).flatMap(missing)).toEqual([
      'packages/server/src/features/accounts/accounts.test.ts has no test “no such title”',
      'upload.test.ts is 2 files',
      'packages/server/src/features/accounts/accounts.test.ts has no test “signing in”',
    ]);
  });
});

interface Ban {
  readonly title: string;
  readonly pattern: RegExp;
  /** Where the text is the program's own. */
  readonly except?: RegExp;
  readonly planted: string;
}

const bans: readonly Ban[] = [
  {
    title: 'runs text as code',
    pattern: /\beval\(|\bnew Function\(|from 'node:vm'/,
    planted: 'eval(name)',
  },
  {
    title: 'hands text to a shell',
    pattern: /(?<![.\w])exec(Sync)?\(|shell: true/,
    planted: "exec('ls ' + name)",
  },
  {
    title: 'makes text into markup',
    pattern: /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/,
    planted: 'row.innerHTML = name',
  },
  {
    title: 'makes text into SQL, but for names of its own',
    pattern: /\bsql\.raw\(|\$client\.query\(/,
    except: /database\/listing\.ts$|runs\/turns\/queries\.ts$/,
    planted: 'sql.raw(name)',
  },
  {
    title: 'makes text into a pattern, but for one of its own',
    pattern: /\bnew RegExp\(/,
    except: /server\/src\/http\/validation\.ts$/,
    planted: 'new RegExp(name)',
  },
];

describe('no source', () => {
  const sources = typeScriptFiles().filter(
    (path) => /^packages\/[^/]+\/src\//.test(path) && !/\.(test|suite)\.tsx?$|\/testing\//.test(path),
  );

  test.each(bans.map((ban) => [ban.title, ban] as const))('%s', (_, { pattern, except, planted }) => {
    expect(pattern.test(planted)).toBe(true);
    const found = sources.filter(
      (path) => !except?.test(path) && pattern.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  test('shows a password as it is typed, hides it from password managers, or refuses to have it pasted', () => {
    const fields = sources.flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const masked = text.match(/type="password"/g)?.length ?? 0;
      const forManagers = text.match(/autoComplete="(current|new)-password"/g)?.length ?? 0;
      return masked + forManagers === 0 ? [] : [{ path, masked, forManagers, pasted: /onPaste/.test(text) }];
    });
    expect(fields.length).toBeGreaterThanOrEqual(3);
    expect(fields.filter((one) => one.masked !== one.forManagers || one.pasted)).toEqual([]);
  });
});
