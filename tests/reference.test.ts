// The reference pages that the server writes, and the client's types, are those it would write today (npm run docs).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiDocument, apiPage, clientTypes } from '../docs/reference/api.ts';
import { configurationPage } from '../docs/reference/configuration.ts';
import { root } from './source-files.ts';

const kept = (path: string) => readFileSync(join(root, path), 'utf8');

test('docs/reference/configuration.md is fresh', () => {
  expect(kept('docs/reference/configuration.md')).toBe(configurationPage());
});

test('the description of the API and the client’s types are fresh', async () => {
  const document = await apiDocument();
  expect(
    kept('docs/reference/openapi.json') === apiPage(document),
    'docs/reference/openapi.json is stale: npm run docs',
  ).toBe(true);
  const types = await clientTypes(document);
  expect(
    kept('packages/client/src/api.ts') === types,
    'packages/client/src/api.ts is stale: npm run docs',
  ).toBe(true);
});
