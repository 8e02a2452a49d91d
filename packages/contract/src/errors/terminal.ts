// Sentences for what can be wrong with a command line and the files it names.
import { nearest } from '../nearest.ts';
import { type Catalogue, columns, error, fact, list, listFact, note, type Told } from './entry.ts';

export const terminalErrors = {
  unknown_command: error(
    (p) =>
      `Command \`${fact(p, 'got')}\` is not known. ${guess(p) ?? `Choose ${list(listFact(p, 'choices'), 'or')}.`}`,
    { facts: { got: 'fitt', choices: ['validate', 'spec', 'simulate', 'fit'] } },
    400,
  ),
  unknown_flag: error(
    (p) =>
      `Flag \`${fact(p, 'got')}\` is not known for \`${fact(p, 'command')}\`. ${guess(p) ?? `Run \`mixmodel ${fact(p, 'command')} --help\` for those there are.`}`,
    { facts: { got: '--drws', command: 'fit', choices: ['--draws', '--chains', '--seed'] } },
    400,
  ),
  flag_value: error(
    (p) => `Flag \`${fact(p, 'flag')}\` wants ${fact(p, 'wanted')}; got ${fact(p, 'got')}.`,
    { facts: { flag: '--seed', wanted: 'a whole number', got: '`abc`' } },
    400,
  ),
  flags_exclude: error(
    (p) => `${columns(listFact(p, 'flags'))} cannot be used together${because(p)}. Keep one of them.`,
    { facts: { flags: ['--spec', '--target'], why: 'the spec says what is to be explained' } },
    400,
  ),
  flag_twice: error(
    (p) => `Flag \`${fact(p, 'flag')}\` is given more than once. Keep one of them.`,
    { facts: { flag: '--seed' } },
    400,
  ),
  flag_no_effect: error(
    (p) => `Flag \`${fact(p, 'flag')}\` has no effect${because(p)}. ${fact(p, 'remedy')}.`,
    {
      facts: {
        flag: '--sheet',
        why: '`sales.csv` is a text file and has no sheets',
        remedy: 'Leave it out, or name the workbook',
      },
    },
    400,
  ),
  weekly_already: note(() => 'The data are weekly already: --weekly changed nothing.', {}),
  missing_argument: error(
    (p) =>
      `\`mixmodel ${fact(p, 'command')}\` wants ${fact(p, 'wanted')}; got none. Example: \`${fact(p, 'example')}\`.`,
    { facts: { command: 'fit', wanted: 'a data file', example: 'mixmodel fit sales.csv' } },
    400,
  ),
  extra_argument: error(
    (p) =>
      `\`mixmodel ${fact(p, 'command')}\` takes ${p.facts?.files === 0 ? 'no' : 'one'} data file; \`${fact(p, 'got')}\` is one too many. Put names with spaces in quotes.`,
    { facts: { command: 'fit', got: 'sales2.csv', files: 1 } },
    400,
  ),
  file_missing: error(
    (p) => `There is no file \`${fact(p, 'file')}\`. Check the name and the folder.`,
    { facts: { file: 'sales.csv' } },
    400,
  ),
  file_unreadable: error(
    (p) => `File \`${fact(p, 'file')}\` cannot be read (${fact(p, 'reason')}). Name a file you may read.`,
    { facts: { file: 'sales.csv', reason: 'it is a folder' } },
    400,
  ),
  file_unwritable: error(
    (p) =>
      `\`${fact(p, 'file')}\` cannot be written (${fact(p, 'reason')}). Choose another name or folder, one that you may write to.`,
    { facts: { file: 'out/result.json', reason: 'the folder does not exist' } },
    400,
  ),
  same_file: error(
    (p) =>
      `Flag \`${fact(p, 'flag')}\` names \`${fact(p, 'file')}\`, which the same command reads or writes already. Choose another name, so that nothing is lost.`,
    { facts: { flag: '--out', file: 'sales.csv' } },
    400,
  ),
  result_unreadable: error(
    (p) =>
      `\`${fact(p, 'file')}\` is not ${fact(p, 'wanted')} (${fact(p, 'reason')}). Make one with \`mixmodel ${fact(p, 'command')} DATA ${fact(p, 'flag')} FILE\`.`,
    {
      facts: {
        file: 'result.json',
        wanted: 'a result file',
        reason: 'it is not valid JSON',
        command: 'fit',
        flag: '--out',
      },
    },
  ),
  table_absent: error(
    (p) => `The result has no table \`${fact(p, 'table')}\`${because(p)}. ${fact(p, 'remedy')}.`,
    {
      facts: {
        table: 'lift_tests',
        why: 'its model has no experiments',
        remedy: 'Ask for another table',
      },
    },
  ),
  workbook_printed: error(
    () => 'A workbook cannot be printed. Name a file for it with --out, such as `--out report.xlsx`.',
    {},
    400,
  ),
  truth_unreadable: error(
    (p) =>
      `\`${fact(p, 'file')}\` is not a truth file (${fact(p, 'reason')}). Make one with \`mixmodel simulate --out DATA --truth TRUTH.json\`.`,
    { facts: { file: 'truth.json', reason: 'it is not valid JSON' } },
  ),
} satisfies Catalogue;

function because(told: Told): string {
  return told.facts?.why === undefined ? '' : `: ${fact(told, 'why')}`;
}

/** The choice that was probably meant. */
function guess(told: Told): string | undefined {
  const close = nearest(fact(told, 'got'), listFact(told, 'choices'));
  return close && `Did you mean \`${close}\`?`;
}
