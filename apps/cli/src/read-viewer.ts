// Reads the script that shows a scene in a page, as the build leaves it.
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The text of the bundled viewer. Throws if the installation was not built. */
export function readViewer(): string {
  const manifest = findPackageJSON('@diorama/backend-three', import.meta.url);
  if (manifest === undefined) throw new Error('the viewer is not installed');
  return readFileSync(join(dirname(manifest), 'dist/viewer.js'), 'utf8');
}
