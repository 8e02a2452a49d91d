// `mixmodel` in the terminal: the version at once, everything else once the program is loaded.
import { readLine } from './arguments.ts';
import { endWhenStopped } from './stop.ts';
import { openThreads, samples } from './threads.ts';
import { version } from './version.ts';

const line = readLine(process.argv.slice(2));
if (line.kind === 'version') {
  process.stdout.write(`${version()}\n`);
} else {
  if (line.kind === 'run' && samples.includes(line.command)) endWhenStopped();
  const threads = await openThreads(line);
  const { program } = await import('./program.ts');
  process.exitCode = await program(line, { out: process.stdout, err: process.stderr, threads });
}
