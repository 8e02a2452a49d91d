// package-lock.json installs on every system: a registry that lacks a build for one must not drop it from the lock.
import { expect, test } from 'vitest';
import { missingFrom } from '../scripts/complete-lock.mjs';
import { readDocument } from './documents.ts';

test('a native package without its build for another system is caught', () => {
  const packages = { 'node_modules/fast': { optionalDependencies: { '@fast/cli-win32-x64': '1.0.0' } } };
  expect(missingFrom(packages)).toEqual([['@fast/cli-win32-x64', '1.0.0', 'node_modules/fast']]);
});

test('the lock names the builds for all systems (if not: node scripts/complete-lock.mjs)', () => {
  expect(missingFrom(JSON.parse(readDocument('package-lock.json')).packages)).toEqual([]);
});
