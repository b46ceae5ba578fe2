// Turns a TypeScript module of this workspace into what one of its functions gives in Chromium.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Chromium } from '@diorama/engines';
import { build, defaultClientConditions } from 'vite';

/** Bundles `entry` for browsers, and calls its export `name` with arguments and a result that JSON can carry. */
export async function runInBrowser<Result>(
  chromium: Chromium,
  entry: string,
  name: string,
  ...args: readonly unknown[]
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'diorama-browser-'));
  try {
    const start = join(folder, 'start.ts');
    writeFileSync(start, `import * as bundled from ${JSON.stringify(entry)};\nglobalThis.bundled = bundled;\n`);
    await build({
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      resolve: { conditions: ['diorama-source', ...defaultClientConditions] },
      build: {
        lib: { entry: start, formats: ['es'], fileName: () => 'bundle.js' },
        outDir: folder,
        emptyOutDir: false,
        target: 'es2022',
        // A page of one file has nowhere to load the rest from.
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    const page = join(folder, 'page.html');
    const script = readFileSync(join(folder, 'bundle.js'), 'utf8').replaceAll('</script', '<\\/script');
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><script type="module">${script}</script>`);
    const opened = await chromium.openPage(pathToFileURL(page).href);
    try {
      await opened.page.waitForFunction('globalThis.bundled').catch((error: unknown) => {
        throw new Error(`${entry} does not start in a browser: ${opened.problems.join('; ')}`, { cause: error });
      });
      return (await opened.page.evaluate(`bundled.${name}(...${JSON.stringify(args)})`)) as Result;
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
