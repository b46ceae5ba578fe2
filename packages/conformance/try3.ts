import { writeFileSync } from 'node:fs';
import { createLibrary } from '@diorama/assets';
import { emitBlender } from '@diorama/backend-blender';
import { openBlender } from '@diorama/engines';
import { encodePng } from '@diorama/images';
import { render } from '@diorama/rasterizer';
import { compareColors } from './src/compare/compare-colors.ts';
import { judgeColors, judgeDepth, judgeIds, judgeShadows, judgeSky } from './src/parity/judge.ts';
import { loadScenes } from './src/parity/load-scenes.ts';

const lib = createLibrary({ folders: [] });
const blender = await openBlender();
for (const s of loadScenes()) {
  if (!process.argv.slice(2).some((n) => s.name.includes(n))) continue;
  try {
    const stage = s.stage(lib as any);
    const height = 256,
      width = Math.round(256 * stage.camera.aspect);
    const a: any = render(stage, { width, height, samples: 1, shadows: false });
    const as: any = render(stage, { width, height, samples: 1, shadows: true });
    const t0 = performance.now();
    const program = emitBlender(stage).value;
    const b: any = await blender.render(program, { width, height, samples: 16, shadows: false });
    const t1 = performance.now();
    const bs: any = await blender.render(program, { width, height, samples: 16, shadows: true, passes: false });
    const t2 = performance.now();
    writeFileSync(`/tmp/look/b-${s.name.replace('/', '-')}.png`, encodePng(bs.color));
    writeFileSync(`/tmp/look/r-${s.name.replace('/', '-')}.png`, encodePng({ width, height, pixels: as.color }));
    const B = { ...b, color: b.color.pixels },
      BS = { ...B, color: bs.color.pixels };
    const v = [
      ...judgeIds(stage, a, B),
      ...judgeDepth(a, B),
      ...judgeSky(a, B),
      ...judgeShadows({ lit: a, shaded: as }, { lit: B, shaded: BS }),
    ];
    console.log(
      s.name,
      (t1 - t0).toFixed(0),
      (t2 - t1).toFixed(0),
      'ids',
      v[0]!.value,
      'depth',
      v.find((x) => x.measure === 'depth')!.value,
      'sky',
      v.find((x) => x.measure === 'sky')?.value.toFixed(2),
      'shadow',
      v.find((x) => x.measure === 'shadows')?.value.toFixed(3),
      'colors',
      compareColors(a, B)
        .slice(0, 6)
        .map((o) => `${o.id}:${o.mean.toFixed(1)}/${o.ofMeans.toFixed(1)}`)
        .join(' '),
    );
    for (const x of v.filter((x) => !x.passed)) console.log('   FAIL', x.measure, x.subject, x.value, x.limit);
  } catch (e: any) {
    console.log(s.name, String(e.stack).slice(0, 300));
  }
}
await blender.close();
