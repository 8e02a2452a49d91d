// docs/method/evidence is of today's engine: the same numerics, the same studies, and it claims what was run.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENGINE_NUMERICS } from '../src/numerics.ts';
import { longForm } from './configurations.ts';
import { evidenceFolder, type MadeFrom } from './publish.ts';
import { calibrationName, studies } from './studies.ts';

const MOST_BYTES = 1_500_000;

const madeFrom: MadeFrom = JSON.parse(readFileSync(join(evidenceFolder, 'made-from.json'), 'utf8'));
const page = readFileSync(join(evidenceFolder, 'index.md'), 'utf8');

describe('the published evidence (`npm run evidence` writes it)', () => {
  it('was made with the numerics of today', () => {
    expect(madeFrom.numerics).toBe(ENGINE_NUMERICS);
  });

  it('is of the studies of today', () => {
    expect(Object.keys(madeFrom.steps)).toEqual(studies().map(({ name }) => name));
  });

  it('has run every one of them, and says how often', () => {
    expect(Object.entries(madeFrom.steps).filter(([, steps]) => !(steps > 0))).toEqual([]);
    for (const configuration of Object.values(longForm).flat())
      expect(page).toContain(`| ${configuration.name} | ${madeFrom.steps[calibrationName(configuration)]} |`);
  });

  it('is small enough to be kept in the repository', () => {
    const bytes = readdirSync(evidenceFolder).map((name) => statSync(join(evidenceFolder, name)).size);
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(MOST_BYTES);
  });
});
