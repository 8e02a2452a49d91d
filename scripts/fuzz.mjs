// `npm run fuzz [cases]`: schemathesis over every operation of the API. MIXMODEL_PYTHON names a Python that has it
// (packages/server/python/requirements.lock).
import { spawnSync } from 'node:child_process';

const env = { ...process.env, MIXMODEL_FUZZ_EXAMPLES: process.argv[2] ?? '200' };
const { status } = spawnSync('npx', ['vitest', 'run', 'packages/server/src/http/schemathesis.test.ts'], {
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
