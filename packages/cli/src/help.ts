// Help in the terminal and the reference page, both written from the table of commands.
import { wrap } from '@mixmodel/report';
import { type Command, type CommandName, commandNames, commands, type Flag, globalFlags } from './flags.ts';

export function helpText(name?: CommandName): string {
  return name ? commandHelp(name) : overview();
}

const width = 80;

const exitCodes: readonly (readonly [number, string])[] = [
  [0, 'all is well'],
  [1, 'a fault of the program itself'],
  [2, 'the command line, the data or the spec needs a correction'],
  [3, 'the model did not converge: its numbers must not be used'],
  [130, 'stopped by you'],
];

function overview(): string {
  const rows = commandNames.map((name) => [name, commands[name].summary] as const);
  return [
    'mixmodel: what marketing really returns, with honest uncertainty.',
    '',
    'Usage: mixmodel COMMAND [DATA] [flags]',
    '',
    ...aligned(rows),
    '',
    ...aligned(flagRows(globalFlags)),
    '',
    'Exit codes:',
    ...aligned(exitCodes.map(([code, meaning]) => [String(code), meaning] as const)),
    '',
    'Begin with: mixmodel validate YOUR.csv',
  ].join('\n');
}

function commandHelp(name: CommandName): string {
  const command: Command = commands[name];
  return [
    ...wrap(`mixmodel ${name}: ${command.summary}`, width),
    '',
    `Usage: ${usage(name, command)}`,
    '',
    ...wrap(command.about, width),
    '',
    ...aligned(flagRows(command.flags)),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n');
}

function usage(name: CommandName, command: Command): string {
  const required = (command.required ?? []).map((flag) => `--${flag} ${command.flags[flag]?.value}`);
  return [
    'mixmodel',
    name,
    ...(command.takesData ? [command.takes?.name ?? 'DATA'] : []),
    ...required,
    '[flags]',
  ].join(' ');
}

function flagRows(flags: Readonly<Record<string, Flag>>): (readonly [string, string])[] {
  return Object.entries(flags).map(([name, flag]) => [flagWord(name, flag), flag.summary] as const);
}

/** More would push every other line to the right: the summary names them. */
const mostChoices = 3;

function flagWord(name: string, { value, choices, short }: Flag): string {
  const few = choices && choices.length <= mostChoices ? choices.join('|') : value;
  const argument = few ? ` ${few}` : '';
  return `${short ? `-${short}, ` : ''}--${name}${argument}`;
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const leftWidth = Math.max(...rows.map(([left]) => left.length));
  const indent = ' '.repeat(leftWidth + 4);
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, width - indent.length);
    return [`  ${left.padEnd(leftWidth)}  ${first}`, ...rest.map((line) => indent + line)];
  });
}

/** docs/reference/cli.md */
export function cliPage(): string {
  const sections = commandNames.map((name) => {
    const command: Command = commands[name];
    return [
      `## mixmodel ${name}`,
      '',
      `\`${usage(name, command)}\``,
      '',
      command.about,
      '',
      '| flag | |',
      '|---|---|',
      ...flagRows(command.flags).map(
        ([flag, summary]) => `| \`${flag.replaceAll('|', '\\|')}\` | ${summary} |`,
      ),
      '',
      '```sh',
      ...command.examples,
      '```',
      '',
    ].join('\n');
  });
  return [
    '# The terminal program',
    '',
    'Written by `npm run docs` from the program itself; `mixmodel COMMAND --help` says the same.',
    '',
    ...sections,
    '## Exit codes',
    '',
    '| code | meaning |',
    '|---|---|',
    ...exitCodes.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    'Results go to standard output, progress and problems to standard error. `NO_COLOR=1` switches colour off, `MIXMODEL_DEBUG=1` shows the stack of a fault.',
    '',
  ].join('\n');
}
