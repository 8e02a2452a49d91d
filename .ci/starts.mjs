// What `npm start` promises, on a fresh clone: the first start, one after a kill, a busy port, an orderly end.
import { spawn } from 'node:child_process';

const port = process.env.PORT ?? '3000';
const address = `http://127.0.0.1:${port}`;

/** One `npm start` in a process group of its own, so that a kill reaches all of it. */
function npmStart() {
  const child = spawn('npm', ['start'], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const started = { child, text: '', exit: new Promise((resolve) => child.on('close', resolve)) };
  const hear = (chunk) => {
    started.text += chunk;
    process.stdout.write(chunk);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return started;
}

async function answers(started) {
  let ended = false;
  void started.exit.then(() => {
    ended = true;
  });
  while (!ended) {
    const answer = await fetch(`${address}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('npm start ended before the server answered.');
}

function expectText(text, wanted, what) {
  if (!wanted.test(text)) throw new Error(`${what}: the output has nothing like ${wanted}.`);
}

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;

const first = npmStart();
await answers(first);
expectText(
  first.text,
  /5 of 5|[0-5] of 5 true ROAS/,
  'first start: the table of the sample beside its truth',
);
expectText(first.text, new RegExp(address.replaceAll('.', '\\.')), 'first start: the address');
expectText(first.text, /code/i, 'first start: the one-time code');
console.log(`\n== first start answered after ${seconds()}; killing it`);
process.kill(-first.child.pid, 'SIGKILL');
await first.exit;
// A machine under load takes a moment to take a killed process apart; a person takes longer to type.
await new Promise((resolve) => setTimeout(resolve, 1000));

const again = performance.now();
const second = npmStart();
await answers(second);
console.log(
  `\n== second start, after a kill, answered after ${((performance.now() - again) / 1000).toFixed(1)} s`,
);
for (const [path, type] of [
  ['/', 'text/html'],
  ['/docs', 'text/html'],
  ['/redoc', 'text/html'],
  ['/api/v1/openapi.json', 'application/json'],
]) {
  const answer = await fetch(`${address}${path}`);
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith(type))
    throw new Error(`${path} answered ${answer.status} ${answer.headers.get('content-type')}`);
}

const third = npmStart();
const code = await third.exit;
if (code !== 1) throw new Error(`a start beside a running one ended with ${code}, not 1`);
expectText(third.text, /already|in use|runs/i, 'a start beside a running one says why it ends');

process.kill(-second.child.pid, 'SIGTERM');
const end = await second.exit;
console.log(`\n== stopped in order with exit code ${end}; all starts took ${seconds()}`);
