// Commands of whoever runs the installation, given in place of a start: they work in the data folder themselves.
import { rescue } from './features/accounts/factor/actions.ts';
import { signOutEverywhere } from './features/accounts/sessions.ts';
import type { Services } from './services.ts';
import { withServices } from './start.ts';
import { StartError } from './start-error.ts';
import { version } from './version.ts';

interface Command {
  /** What it does, in half a sentence. */
  readonly does: string;
  /** After its name. */
  readonly wants: string;
  /** What was done, in a sentence; refused with a `StartError`. */
  run(email: string, services: Services): Promise<string>;
}

const commands: Readonly<Record<string, Command>> = {
  'remove-second-factor': {
    does: 'takes the second factor from an account whose app and recovery codes are lost',
    wants: 'the address of an account whose app and recovery codes are lost',
    async run(email, services) {
      const outcome = await rescue(email, services);
      if (outcome === 'unknown') throw unknown(email);
      if (outcome === 'absent')
        throw new StartError(`The account of ${email} has no second factor: its password alone signs in.`);
      return `The second factor of ${email} is removed and every session ended: the password alone signs in now. A letter tells the account.`;
    },
  },
  'sign-out': {
    does: 'ends every session of an account',
    wants: 'the address of an account that is to be signed out everywhere',
    async run(email, services) {
      const ended = await signOutEverywhere(email, services);
      if (ended === undefined) throw unknown(email);
      return `${email} is signed out everywhere (${ended} ${ended === 1 ? 'session' : 'sessions'} ended). API keys go on: revoke them in their workspaces.`;
    },
  },
};

const unknown = (email: string) =>
  new StartError(`No account has the address ${email}. Give it as the account has it.`);

/** What `--help` says. */
function help(): string {
  const names = Object.keys(commands).map((name) => `${name} EMAIL`);
  const width = Math.max(...names.map((name) => name.length));
  const lines = Object.values(commands).map(({ does }, i) => `  ${names[i]?.padEnd(width)}  ${does}`);
  return [
    `MixModel ${version}: the server, which serves API and pages.`,
    '',
    'Without a command it starts, at http://127.0.0.1:3000 with all data in ./.mixmodel unless the environment',
    'says otherwise: PORT, HOST, DATA_DIR and the others of docs/reference/configuration.md.',
    '',
    'Commands of whoever runs it, given while it is stopped:',
    ...lines,
    `  ${'--help'.padEnd(width)}  says this`,
    `  ${'--version'.padEnd(width)}  says which version this is`,
  ].join('\n');
}

/** Throws `ConfigError` or `StartError`, whose messages are sentences for people. */
export async function runCommand([name = '', email, ...more]: readonly string[]): Promise<string> {
  if (name === '--help' || name === '-h' || name === 'help') return help();
  if (name === '--version') return version;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined)
    throw new StartError(
      `There is no command \`${name}\`. Without one the server starts; the commands are ${Object.keys(
        commands,
      )
        .map((known) => `\`${known}\``)
        .join(' and ')}; \`--help\` says what they do.`,
    );
  if (email === undefined || more.length > 0)
    throw new StartError(
      `\`${name}\` wants ${command.wants}, and nothing else: \`${name} anna@example.com\`.`,
    );
  return withServices((services) => command.run(email, services));
}
