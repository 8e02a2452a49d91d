// Reads a command line against the table of commands, and finds everything wrong with it at once.
import { parseArgs } from 'node:util';
import type { Problem } from '@mixmodel/engine';
import { type Command, type CommandName, commandNames, commands, type Flag, globalFlags } from './flags.ts';

/** Flags as given: a switch is `true`, a value is its text. */
export type Given = Readonly<Record<string, string | true>>;

export type Line =
  /** `asked` is false when nothing was asked at all. */
  | { readonly kind: 'help'; readonly asked: boolean; readonly command?: CommandName }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly command: CommandName; readonly data: string; readonly flags: Given }
  /** `flags` are those that could be read: what is wrong with their values is told as well. */
  | {
      readonly kind: 'wrong';
      readonly problems: readonly Problem[];
      readonly command?: CommandName;
      readonly flags?: Given;
    };

export function readLine(args: readonly string[]): Line {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    return { kind: 'help', asked: first !== undefined, ...(isCommand(rest[0]) && { command: rest[0] }) };
  }
  if (first === '--version' || first === '-v') return { kind: 'version' };
  if (!isCommand(first)) return { kind: 'wrong', problems: [unknownCommand(first)] };
  return readCommand(first, rest);
}

function readCommand(name: CommandName, args: readonly string[]): Line {
  const command: Command = commands[name];
  const flags: Record<string, string | true> = {};
  const files: string[] = [];
  const problems: Problem[] = [];
  const twice = new Set<string>();
  for (const token of tokensOf(args, { ...command.flags, ...globalFlags })) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const flag: Flag | undefined = { ...command.flags, ...globalFlags }[token.name];
    const problem = flag ? badValue(token, flag) : unknownFlag(token.rawName, name, command);
    if (problem) problems.push(problem);
    else if (Object.hasOwn(flags, token.name)) twice.add(`--${token.name}`);
    else flags[token.name] = token.value ?? true;
  }
  if (flags.help) return { kind: 'help', asked: true, command: name };
  if (flags.version) return { kind: 'version' };
  for (const flag of twice) problems.push(wrong('flag_twice', { flag }));
  problems.push(...badTogether(command, flags), ...badFiles(name, command, flags, files));
  if (problems.length > 0) return { kind: 'wrong', problems, command: name, flags };
  return { kind: 'run', command: name, data: files[0] ?? '', flags };
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

function tokensOf(args: readonly string[], flags: Readonly<Record<string, Flag>>): readonly Token[] {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value, short }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), ...(short && { short }) },
    ]),
  );
  const whole = args.map((arg, i) => (lacksValue(arg, args[i + 1], flags) ? `${arg}=` : arg));
  return parseArgs({ args: whole, options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** `--chains --quick`: parseArgs would take the next flag for the value; a negative number is one. */
function lacksValue(arg: string, next: string | undefined, flags: Readonly<Record<string, Flag>>): boolean {
  const flag = arg.startsWith('--') ? flags[arg.slice(2)] : undefined;
  return flag?.value !== undefined && (next === undefined || next.startsWith('--'));
}

function badValue({ rawName, value, inlineValue }: OptionToken, flag: Flag): Problem | undefined {
  const wants = (wanted: string, got: string) => wrong('flag_value', { flag: rawName, wanted, got });
  if (!flag.value) return inlineValue ? wants('no value', `\`${value}\``) : undefined;
  const wanted = wantedOf(flag);
  if (value === undefined || value === '') return wants(wanted, 'nothing');
  const pattern = flag.form?.pattern ?? (flag.number ? /^[+-]?\d{1,17}$/ : undefined);
  const fits = flag.choices ? flag.choices.includes(value) : !pattern || pattern.test(value);
  return fits ? undefined : wants(wanted, `\`${value}\``);
}

function wantedOf({ choices, form, number, value }: Flag): string {
  if (choices) return choices.join(' or ');
  return form?.wanted ?? (number ? 'a whole number' : (value ?? ''));
}

function badTogether({ exclusive = [], needs = {} }: Command, flags: Given): Problem[] {
  const problems: Problem[] = [];
  for (const group of exclusive) {
    const both = group.flags.filter((flag) => flags[flag]).map((flag) => `--${flag}`);
    if (both.length > 1)
      problems.push(wrong('flags_exclude', { flags: both, ...(group.why && { why: group.why }) }));
  }
  for (const [flag, other] of Object.entries(needs)) {
    if (!flags[flag] || flags[other]) continue;
    problems.push(
      wrong('flag_no_effect', {
        flag: `--${flag}`,
        why: `it belongs to --${other}`,
        remedy: `Add --${other}, or leave it out`,
      }),
    );
  }
  return problems;
}

function badFiles(name: CommandName, command: Command, flags: Given, files: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const missing = (wanted: string) =>
    problems.push(wrong('missing_argument', { command: name, wanted, example: command.examples[0] ?? '' }));
  for (const flag of command.required ?? [])
    if (!flags[flag]) missing(`--${flag} ${command.flags[flag]?.value}`);
  if (command.takesData && files.length === 0) missing(command.takes?.words ?? 'a data file');
  for (const file of files.slice(command.takesData ? 1 : 0)) {
    problems.push(wrong('extra_argument', { command: name, got: file, files: command.takesData ? 1 : 0 }));
  }
  return problems;
}

function unknownCommand(got: string): Problem {
  return wrong('unknown_command', { got, choices: [...commandNames] });
}

function unknownFlag(got: string, name: CommandName, command: Command): Problem {
  const choices = Object.keys({ ...command.flags, ...globalFlags }).map((flag) => `--${flag}`);
  return wrong('unknown_flag', { got, command: name, choices });
}

function wrong(code: string, facts: Problem['facts']): Problem {
  return { code, path: '', facts };
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(commands, word);
}
