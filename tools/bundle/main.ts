// Turns the command and all that it uses into a few files: a short run then spends its time on the program, not on loading
// hundreds of modules. The launcher takes them unless a package was built after them.
import { join } from 'node:path';
import { build, defaultServerConditions } from 'vite';

const app = join(import.meta.dirname, '../../apps/cli');

await build({
  root: app,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true, resolve: { conditions: ['diorama-source', ...defaultServerConditions] } },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist/bundle',
    emptyOutDir: true,
    target: 'node22',
    minify: false,
  },
});
