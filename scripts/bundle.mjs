// Bundles what a cold start waits for: Node takes longer to find the hundreds of modules of `mixmodel` than to load them.
import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, say } from './steps.mjs';

/**
 * Into `dist/bundle`, beside what tsc wrote. Who starts them takes the bundle unless a compilation came after it, which
 * touches the package's `.tsbuildinfo`: under `npm run dev` they run what it compiles.
 */
const bundles = [
  { home: 'packages/cli', entries: { main: 'src/main.ts' } },
  {
    home: 'packages/runtime',
    entries: {
      threads: 'src/threads/worker.ts',
      'fit-thread': 'src/fit-thread/worker.ts',
      'draws-thread': 'src/draws-thread/worker.ts',
    },
  },
];

const stale = bundles.filter(isStale);
if (stale.length > 0) {
  say('Build: bundling what a cold start waits for (esbuild) …');
  const { build } = await import('esbuild');
  for (const { home } of stale) rmSync(join(root, home, 'dist/bundle'), { recursive: true, force: true });
  await Promise.all(stale.map((one) => build(settingsOf(one))));
}

function isStale({ home, entries }) {
  const changedMs = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const dist = join(root, home, 'dist');
  const last = Math.max(changedMs(join(dist, '.tsbuildinfo')), changedMs(import.meta.filename));
  return Object.keys(entries).some((entry) => changedMs(join(dist, `bundle/${entry}.js`)) <= last);
}

function settingsOf({ home, entries }) {
  const outdir = join(root, home, 'dist/bundle');
  return {
    absWorkingDir: join(root, home),
    entryPoints: entries,
    outdir,
    bundle: true,
    // What a command loads only when it needs it stays in files of its own.
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    conditions: ['source'],
    // Not minified, and with maps: a stack names files and lines of the source.
    sourcemap: 'linked',
    sourcesContent: false,
    // CommonJS packages ask for Node's own modules by `require`; under a name that no package (fflate) imports it by.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [ownPlaces(outdir)],
    logLevel: 'warning',
  };
}

/** Every file of ours finds its neighbours from where it lies, not from the bundle. */
function ownPlaces(outdir) {
  return {
    name: 'own-places',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]packages[\\/]\w+[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        const place = JSON.stringify(relative(outdir, path).replaceAll('\\', '/'));
        const contents = text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url)`);
        return { contents, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}
