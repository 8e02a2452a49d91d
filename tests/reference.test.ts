// The reference pages that the server writes are those it would write today.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationPage } from '../docs/reference/configuration.ts';
import { root } from './source-files.ts';

test('docs/reference/configuration.md is fresh (npm run docs)', () => {
  expect(readFileSync(join(root, 'docs/reference/configuration.md'), 'utf8')).toBe(configurationPage());
});
