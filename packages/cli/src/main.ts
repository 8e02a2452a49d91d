// `mixmodel` in the terminal: the version at once, everything else once the program is loaded.
import { version } from './version.ts';

const args = process.argv.slice(2);
if (args[0] === '--version' || args[0] === '-v') {
  process.stdout.write(`${version()}\n`);
} else {
  const { program } = await import('./program.ts');
  process.exitCode = await program(args, { out: process.stdout, err: process.stderr });
}
