// Turns the viewer and three.js into one script for HTML files: `node packages/backend-three/build-viewer.ts` writes
// `dist/viewer.js`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const folder = import.meta.dirname;

/** Bundles the viewer; returns where it is. */
export async function buildViewer(): Promise<string> {
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
      outDir: 'dist',
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
    },
  });
  const path = join(folder, 'dist/viewer.js');
  writeFileSync(path, safeInHtml(readFileSync(path, 'utf8')));
  return path;
}

/** Inside strings and expressions these mean the same, and end no script. */
function safeInHtml(script: string): string {
  return `${script
    .trim()
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<!--/g, '<\\!--')}\n`;
}

if (process.argv[1] === import.meta.filename) await buildViewer();
