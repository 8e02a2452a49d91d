// One vitest run over every package: tests sit beside the code they describe.
import { defineConfig } from 'vitest/config';

/** Packages find each other's TypeScript without a build; the rest are Vite's own conditions for Node. */
const conditions = ['source', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/{src,reference,fixtures,evidence,chaos}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: ['tests/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});
