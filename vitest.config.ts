// Runs every test of the workspace: one project a package, one for the workspace itself.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** The packages' `exports` offer their TypeScript source under this condition, so tests need no build. */
const conditions = ['diorama-source', ...defaultServerConditions];

const languagePackages = readdirSync('packages').map((name) => `packages/${name}`);
const folders = [...languagePackages, 'grammar', ...readdirSync('apps').map((name) => `apps/${name}`)];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    passWithNoTests: true,
    // One worker for every core; the default leaves one idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    // A test that hangs is to fail; one that waits for a busy machine is not.
    testTimeout: 120_000,
    setupFiles: [join(import.meta.dirname, 'test/seeded.ts')],
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
    coverage: {
      provider: 'v8',
      // Matched from each project's own folder.
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportOnFailure: true,
    },
    projects: [
      ...folders.map((root) => ({
        extends: true as const,
        test: { name: root.replace(/^.*\//, ''), root, include: ['test/**/*.test.ts'] },
      })),
      { extends: true as const, test: { name: 'workspace', include: ['test/**/*.test.ts', 'tools/**/*.test.ts'] } },
    ],
  },
});
