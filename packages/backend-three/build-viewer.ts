// Turns the viewer and three.js into one script for HTML files: `node packages/backend-three/build-viewer.ts` writes
// `dist/viewer.js`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const folder = import.meta.dirname;

/** Bundles the viewer into a folder; returns its text. */
export async function buildViewer(outDir: string = join(folder, 'dist')): Promise<string> {
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: {
        entry: join(folder, 'viewer/main.ts'),
        formats: ['iife'],
        name: 'dioramaViewer',
        fileName: () => 'viewer.js',
      },
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
    },
  });
  const path = join(outDir, 'viewer.js');
  const script = safeInHtml(readFileSync(path, 'utf8'));
  writeFileSync(path, script);
  return script;
}

/** Inside strings and expressions these mean the same, and end no script. */
function safeInHtml(script: string): string {
  return `${script
    .trim()
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<!--/g, '<\\!--')}\n`;
}

if (process.argv[1] === import.meta.filename) await buildViewer();
