// Draws the pictures of the README again, with every renderer: `npm run pictures`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../apps/cli/src/index.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });

for (const engine of ['rasterizer', 'three', 'blender']) {
  const picture = join(folder, `savanna-${engine}.png`);
  const example = join(root, 'examples/savanna.dio');
  const samples = engine === 'blender' ? '96' : '3';
  await main(['render', example, '--engine', engine, '--size', '435x256', '--samples', samples, '-o', picture]);
}
await main(['assets', 'sheet', '--size', '96', '-o', join(folder, 'library.png')]);
