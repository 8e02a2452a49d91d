// `npm test`: installs what is missing, builds, judges the source, runs every test and counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPlaces, findChromium } from './browser.mjs';
import { build, buildWeb, checkNode, installMissing, root, runTool, say, seconds, tools } from './steps.mjs';

/** What reads the source without running it; several at a time, because each uses about one core. */
const judges = [
  ['format and lint', tools.biome, ['check', '.']],
  ['promises and exact arithmetic', tools.eslint, ['.']],
  ['types of tests', tools.tsc, ['-p', 'tsconfig.test.json']],
  ['types of pages', tools.tsc, ['-p', 'packages/web']],
  ['types of journeys', tools.tsc, ['-p', 'e2e']],
  ['dead files, exports and dependencies', tools.knip, ['--no-config-hints']],
];

const noCounts = { passed: 0, failed: 0, skipped: 0 };

checkNode();
const started = performance.now();
installMissing();
const filters = process.argv.slice(2);
const failures = build() && buildWeb() ? [] : ['build'];
failures.push(...(await judgeAll()));
const tests = runTests(filters);
if (!tests.ok) failures.push('tests');
const journeys = filters.length === 0 ? runJourneys() : { ok: true, counts: noCounts };
if (!journeys.ok) failures.push('journeys');
say(
  failures.length > 0 ? `\nNot all well: ${failures.join(', ')}.` : `\nAll well after ${seconds(started)}.`,
);
say(closingLine(tests.counts, journeys.counts));
process.exitCode = failures.length > 0 ? 1 : 0;

async function judgeAll() {
  say(`Source: judging ${judges.map(([name]) => name).join('; ')} …`);
  const verdicts = await Promise.all(judges.map(judge));
  return verdicts.filter((name) => name !== undefined);
}

/** Resolves to the judge's name when it objects; its words are printed whole, never mixed with another's. */
function judge([name, file, args]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root });
    const words = [];
    child.stdout.on('data', (chunk) => words.push(chunk));
    child.stderr.on('data', (chunk) => words.push(chunk));
    child.on('close', (code) => {
      say(`Source: ${name}: ${code === 0 ? 'good' : 'NOT good'}.`);
      if (code !== 0) process.stdout.write(Buffer.concat(words));
      resolve(code === 0 ? undefined : name);
    });
  });
}

/** Runs vitest (extra words of the command line go to it) and counts what it did. */
function runTests(filters) {
  say('Tests: running …');
  const folder = mkdtempSync(join(tmpdir(), 'mixmodel-test-'));
  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // A forgotten test.only fails here: Biome's rule against it takes our `fit` for Jasmine's.
  const ok = runTool(tools.vitest, ['run', '--allowOnly=false', ...reporters, ...filters]) === 0;
  const counts = existsSync(report) ? vitestCounts(JSON.parse(readFileSync(report, 'utf8'))) : noCounts;
  rmSync(folder, { recursive: true });
  return { ok, counts };
}

/** A file that could not be loaded ran no test and still failed: it counts as one. */
function vitestCounts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const ranNone = ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  const failed = numFailedTests + testResults.filter(ranNone).length;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

/** Whole journeys in a real browser; without one they are skipped aloud, and in CI that is a failure. */
function runJourneys() {
  const chromium = findChromium();
  if (!chromium) {
    say(
      `Journeys: SKIPPED, because no Chromium was found at ${browserPlaces.join(', ')}. Install one, or name it in MIXMODEL_CHROMIUM.`,
    );
    return { ok: !process.env.MIXMODEL_REQUIRE_BROWSER, counts: noCounts };
  }
  say(`Journeys: in ${chromium} …`);
  const folder = mkdtempSync(join(tmpdir(), 'mixmodel-journeys-'));
  const report = join(folder, 'playwright.json');
  const ok =
    runTool(tools.playwright, ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      MIXMODEL_CHROMIUM: chromium,
    }) === 0;
  const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : undefined;
  rmSync(folder, { recursive: true });
  if (!stats) return { ok: false, counts: { ...noCounts, failed: 1 } };
  // Nothing is retried, so a flaky journey cannot be: it would be a failure.
  const { expected, unexpected, flaky, skipped } = stats;
  return { ok, counts: { passed: expected, failed: unexpected + flaky, skipped } };
}

function closingLine(...parts) {
  const sum = (name) => parts.reduce((total, counts) => total + counts[name], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
