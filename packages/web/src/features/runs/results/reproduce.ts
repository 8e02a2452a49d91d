// How a run is fitted again outside the browser, and how its draws are opened.
import type { ResultFile, RunView } from '@mixmodel/contract';
import { fitCommand } from '@mixmodel/report';

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

/** The command for a reader who downloaded the spec of this run. */
export function commandOf(
  run: Pick<RunView, 'name' | 'number' | 'dataset'>,
  result: Pick<ResultFile, 'sampling' | 'seed'>,
): string {
  return fitCommand(result, { data: run.dataset.fileName, spec: `${fileStem(run)}.spec.json` });
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
