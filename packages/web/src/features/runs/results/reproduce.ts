// How a run is fitted again outside the browser, and how its draws are opened.
import { type ResultFile, type RunView, samplingDefaults } from '@mixmodel/contract';

/** A file name without surprises: `TV & Search: try 2` becomes `tv-search-try-2`. */
export function fileStem({ name, number }: Pick<RunView, 'name' | 'number'>): string {
  const stem = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return stem === '' ? `run-${number}` : stem;
}

/** The `mixmodel` command that gives the same numbers, with every setting that is not the mode's own. */
export function commandOf(
  run: Pick<RunView, 'name' | 'number' | 'dataset'>,
  { sampling, seed }: Pick<ResultFile, 'sampling' | 'seed'>,
): string {
  const usual = samplingDefaults[sampling.mode];
  const asked = sampling.attempts[0] ?? sampling;
  const flags = [
    `--spec ${fileStem(run)}.spec.json`,
    `--seed ${seed}`,
    `--${sampling.mode}`,
    ...(sampling.chains === usual.chains ? [] : [`--chains ${sampling.chains}`]),
    ...(asked.warmup === usual.warmup ? [] : [`--warmup ${asked.warmup}`]),
    ...(asked.draws === usual.draws ? [] : [`--draws ${asked.draws}`]),
  ];
  return `mixmodel fit ${quoted(run.dataset.fileName)} ${flags.join(' ')}`;
}

/** In single quotes where a shell would read more into it than a name. */
function quoted(file: string): string {
  return /^[\w.@%+=:,/-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`;
}

/** The draws open as a tree of groups, under the name the server gives the file. */
export function xarraySnippet({ name }: Pick<RunView, 'name'>): string {
  const file = JSON.stringify(`${name.replaceAll(/[/\\]/g, '_')}.zarr.zip`);
  return [
    'import xarray as xr, zarr',
    `store = zarr.storage.ZipStore(${file}, mode="r")`,
    'run = xr.open_datatree(store, engine="zarr", consolidated=False)',
  ].join('\n');
}
