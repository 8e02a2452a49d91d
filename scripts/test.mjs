// `npm test`: installs what is missing, builds, judges the source, runs every test and counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, checkNode, installMissing, root, runTool, say, seconds, tools } from './steps.mjs';

/** What reads the source without running it; several at a time, because each uses about one core. */
const judges = [
  ['format and lint', tools.biome, ['check', '.']],
  ['promises and exact arithmetic', tools.eslint, ['.']],
  ['types of tests', tools.tsc, ['-p', 'tsconfig.test.json']],
  ['dead files, exports and dependencies', tools.knip, ['--no-config-hints']],
];

checkNode();
const started = performance.now();
installMissing();
const failures = build() ? [] : ['build'];
failures.push(...(await judgeAll()));
const tests = runTests(process.argv.slice(2));
if (!tests.ok) failures.push('tests');
say(
  failures.length > 0 ? `\nNot all well: ${failures.join(', ')}.` : `\nAll well after ${seconds(started)}.`,
);
say(tests.line);
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
  const line = existsSync(report)
    ? closingLine(JSON.parse(readFileSync(report, 'utf8')))
    : '0 passed, 0 failed';
  rmSync(folder, { recursive: true });
  return { ok, line };
}

/** A file that could not be loaded ran no test and still failed: it counts as one. */
function closingLine({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const ranNone = ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  const failed = numFailedTests + testResults.filter(ranNone).length;
  const skipped = numPendingTests + numTodoTests;
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
