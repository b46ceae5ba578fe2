import { readFileSync, writeFileSync } from 'node:fs';
import { memoryWorld, stageFile } from '@diorama/compiler';
import { openChromium } from '@diorama/engines';
import { encodePng } from '@diorama/images';
import { render } from '@diorama/rasterizer';
import { boxLibrary } from '../stage/test/support/box-library.ts';
import { compareColors } from './src/compare/compare-colors.ts';
import { compareDepth } from './src/compare/compare-depth.ts';
import { compareIds } from './src/compare/compare-ids.ts';

const lib: any = { ...boxLibrary(), has: () => true, ids: () => [], spaces: [] };
const browser = await openChromium();
console.log(browser.renderer);
for (const name of process.argv.slice(2)) {
  const text = readFileSync(`packages/conformance/scenes/${name}.dio`, 'utf8');
  const staged: any = stageFile(memoryWorld({ 'a.dio': text }), 'a.dio', {
    library: { ...boxLibrary(), has: () => true, ids: () => [], spaces: [] } as any,
  });
  const stage = staged.value.stage;
  if (!stage) {
    console.log(staged.diagnostics);
    continue;
  }
  const t0 = performance.now();
  const width = Math.round(256 * stage.camera.aspect);
  const a = render(stage, { width, height: 256, samples: 1, shadows: false });
  const t1 = performance.now();
  const b: any = await browser.renderThree(stage, {
    width,
    height: 256,
    samples: 1,
    shadows: false,
    ids: true,
    depth: true,
    color: true,
  } as any);
  const t2 = performance.now();
  writeFileSync(`/tmp/look/${name}-r.png`, encodePng({ width, height: 256, pixels: a.color }));
  writeFileSync(`/tmp/look/${name}-t.png`, encodePng(b.color));
  const c = compareIds(a.ids, b.ids);
  console.log(
    name,
    (t1 - t0).toFixed(0),
    (t2 - t1).toFixed(0),
    'differing',
    c.differing,
    c.objects
      .filter((o) => o.differing)
      .slice(0, 4)
      .map((o) => `${o.id}:${o.pixels}/${o.differing}`)
      .join(' '),
    'depth',
    compareDepth(a as any, b),
    'color',
    compareColors(a as any, { ...b, color: b.color.pixels })
      .slice(0, 5)
      .map((o) => `${o.id}: ${o.mean.toFixed(2)} ${o.ofMeans.toFixed(2)}`)
      .join(' | '),
  );
}
await browser.close();
