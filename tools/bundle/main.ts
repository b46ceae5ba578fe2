// Builds the viewer of HTML pages, and turns the command and all that it uses into a few files: a short run then spends its time on the program, not on loading
// hundreds of modules. The launcher takes them unless a package was built after them.
import { join } from 'node:path';
import { build, defaultServerConditions } from 'vite';
import { buildViewer } from '../../packages/backend-three/build-viewer.ts';

const app = join(import.meta.dirname, '../../apps/cli');

/** They find files of their own beside themselves, so they stay where they are. */
const STAY = ['draco3d', 'playwright-core', 'sharp'];

await buildViewer();
await build({
  root: app,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: STAY, resolve: { conditions: ['diorama-source', ...defaultServerConditions] } },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist/bundle',
    emptyOutDir: true,
    target: 'node22',
    minify: false,
  },
});
