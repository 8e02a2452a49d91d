// What Biome cannot say: rules that need types (floating promises) or a syntax selector (the engine's exact arithmetic).
import tseslint from 'typescript-eslint';

const exactMath = [
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
];
const mathConstants = ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'];
const allowedMath = [...exactMath, ...mathConstants].join('|');

const inexact = 'ECMAScript leaves its last bits to each implementation: take it from engine/src/numeric.';
const hidden = 'makes results depend on more than data, spec and seed: hand it in from outside the engine.';

/** What the engine may not say (METHOD §7: the same seed, the same bits, on every machine). */
const enginePurity = {
  'no-restricted-syntax': [
    'error',
    {
      selector: `Identifier[name='Math']:not(TSQualifiedName > .left):not(MemberExpression[computed=false][property.name=/^(${allowedMath})$/] > .object)`,
      message: `Only Math's exact members (${exactMath.join(', ')} and constants), each by its name. Of the rest, ${inexact}`,
    },
    {
      selector: "BinaryExpression[operator='**']",
      message: `x ** y is pow. ${inexact} Small powers are products.`,
    },
    {
      selector: "AssignmentExpression[operator='**=']",
      message: `x **= y is pow. ${inexact} Small powers are products.`,
    },
    { selector: 'Identifier[name=/^(toLocale|localeCompare)/]', message: `Formatting by locale ${hidden}` },
    { selector: 'ImportExpression', message: `An import at run time ${hidden}` },
  ],
  'no-restricted-globals': [
    'error',
    ...[
      'Atomics',
      'Date',
      'FinalizationRegistry',
      'Function',
      'Intl',
      'SharedArrayBuffer',
      'WeakRef',
      'eval',
      'globalThis',
    ].map((name) => ({ name, message: `${name} ${hidden}` })),
  ],
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/kernel-source/**', '**/node_modules/**', '**/*.mjs', '**/*.js'] },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['./tsconfig.test.json', './packages/web/tsconfig.json', './e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: { '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }] },
  },
  {
    files: ['packages/engine/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: enginePurity,
  },
);
