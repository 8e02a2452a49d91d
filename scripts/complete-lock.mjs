// Names in package-lock.json the builds for other systems that a registry left out, so that `npm ci` works on all of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say } from './steps.mjs';

/** Optional packages of exact version that some package wants and the lock does not name: [name, version, wanted by]. */
export function missingFrom(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map(([name, version]) => [name, version, path]),
  );
}

/** `@biomejs/cli-linux-x64-musl` → linux, x64, musl: how native packages are named for their system. */
function systemOf(name) {
  if (name.endsWith('-wasm32-wasi')) return { cpu: ['wasm32'] };
  const [, os, cpu, abi] =
    /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name) ?? [];
  if (!os) throw new Error(`${name} is missing from package-lock.json and its name does not tell its system`);
  const libc = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }[abi];
  return { cpu: [cpu], ...(os === 'linux' && libc ? { libc: [libc] } : {}), os: [os] };
}

/** Without `integrity`: a registry that has the package adds it at the next `npm install`. */
function completed(packages) {
  const added = missingFrom(packages).map(([name, version, path]) => {
    const { cpu, libc, os } = systemOf(name);
    const dev = packages[path].dev ? { dev: true } : {};
    return [
      `node_modules/${name}`,
      { version, cpu, ...dev, ...(libc && { libc }), optional: true, ...(os && { os }) },
    ];
  });
  const byPath = ([a], [b]) => (a < b ? -1 : 1);
  return Object.fromEntries([...Object.entries(packages), ...added].sort(byPath));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingFrom(lock.packages);
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: completed(lock.packages) }, null, 2)}\n`);
  say(`package-lock.json: ${missing.length} packages for other systems added.`);
}
