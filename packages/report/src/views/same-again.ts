// How a run is fitted again in a terminal: the command, and in words what no flag of it can say.
import { type ResultFile, samplingDefaults } from '@mixmodel/contract';

type Sampled = Pick<ResultFile, 'sampling' | 'seed' | 'versions'>;

/** The `mixmodel` command, with every setting that is not the mode's own and that the terminal has a flag for. */
export function fitCommand({ sampling, seed }: Pick<Sampled, 'sampling' | 'seed'>, files: Files): string {
  const usual = samplingDefaults[sampling.mode];
  const asked = askedFor(sampling);
  const flags = [
    `--spec ${quoted(files.spec)}`,
    `--seed ${seed}`,
    `--${sampling.mode}`,
    ...(sampling.chains === usual.chains ? [] : [`--chains ${sampling.chains}`]),
    ...(asked.warmup === usual.warmup ? [] : [`--warmup ${asked.warmup}`]),
    ...(asked.draws === usual.draws ? [] : [`--draws ${asked.draws}`]),
  ];
  return `mixmodel fit ${quoted(files.data)} ${flags.join(' ')}`;
}

interface Files {
  readonly data: string;
  readonly spec: string;
}

/** What the command gives: the same bits only where it can say everything that made these. */
export function sameNumbers({
  sampling,
  versions: { numerics },
}: Pick<Sampled, 'sampling' | 'versions'>): string {
  const { targetAcceptance } = askedFor(sampling);
  if (targetAcceptance !== samplingDefaults[sampling.mode].targetAcceptance)
    return `This run began with target acceptance ${targetAcceptance}, for which the terminal has no flag: the command gives other draws of the same posterior, not the same numbers. ${rereading}`;
  return `With numerics ${numerics}, the same file read in the same way, this spec and this seed give the same numbers to the last bit. ${rereading}`;
}

/** The result does not say how the file was read; its hash of the model data tells whether it was read alike. */
const rereading =
  'What was chosen for reading the file (sheet, decimal sign, date order, weeks from days, rows of one date, unfinished periods) is not in the spec: add the flags for it. The sha256 of the model data is the same if it was read alike.';

/** What the run was asked for: the first attempt has it, later ones are the ladder's own. */
function askedFor(sampling: ResultFile['sampling']) {
  return sampling.attempts[0] ?? sampling;
}

/** In single quotes where a shell would read more into it than a name; a leading dash is no flag behind a folder. */
function quoted(name: string): string {
  const file = name.startsWith('-') ? `./${name}` : name;
  return /^[\w.@%+=:,/-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`;
}
