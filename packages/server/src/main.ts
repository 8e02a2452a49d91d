// What `node packages/server/dist/main.js` runs: starts the server and ends it on a signal, or does what it is told instead.
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.ts';
import { ConfigError } from './config.ts';
import { loggable } from './loggable.ts';
import { type RunningServer, startServer } from './start.ts';
import { StartError } from './start-error.ts';

const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

/** In one piece: whoever waits for the address finds the code beside it. */
function announce({ url, code, kept, outbox }: RunningServer): void {
  say(
    `Open ${url}`,
    ...(code === undefined ? [] : [`The first account needs this one-time code: ${code}`]),
    ...(outbox === undefined
      ? []
      : [`Letters (invitations, forgotten passwords) are not mailed but wait in ${outbox}.`]),
    `${kept} Stop with Ctrl+C.`,
  );
}

function endOnSignal(server: RunningServer): void {
  let ending = false;
  const end = () => {
    // Whoever presses again does not want to wait: what was acknowledged is with the operating system, and stays.
    if (ending) process.exit(130);
    ending = true;
    say('Stopping: what runs goes on at the next start.');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function fail(error: unknown): never {
  const isSentence = error instanceof ConfigError || error instanceof StartError;
  process.stderr.write(`${isSentence ? error.message : loggable(error).stack}\n`);
  process.exit(1);
}

/** `npm start` loads this file into a process of its own, whose words are not meant for it. */
function isStarted(): boolean {
  const [, started = ''] = process.argv;
  return existsSync(started) && realpathSync(started) === fileURLToPath(import.meta.url);
}

try {
  const words = isStarted() ? process.argv.slice(2) : [];
  if (words.length > 0) say(await runCommand(words));
  else {
    const server = await startServer();
    announce(server);
    endOnSignal(server);
    void server.lost.then(fail);
  }
} catch (error) {
  fail(error);
}
