import { writeFileSync } from 'node:fs';
import { createLibrary } from '@diorama/assets';
import { encodePng } from '@diorama/images';
import { render } from '@diorama/rasterizer';
import { loadScenes } from './src/parity/load-scenes.ts';

const lib = createLibrary({ folders: [] });
for (const s of loadScenes()) {
  if (process.argv[2] && !s.name.includes(process.argv[2])) continue;
  try {
    const t0 = performance.now();
    const stage = s.stage(lib as any);
    const t1 = performance.now();
    const a = render(stage, { height: 256 });
    const t2 = performance.now();
    writeFileSync(
      `/tmp/look/${s.name.replace('/', '-')}.png`,
      encodePng({ width: a.width, height: a.height, pixels: a.color }),
    );
    console.log(
      s.name,
      (t1 - t0).toFixed(0),
      (t2 - t1).toFixed(0),
      stage.models.reduce(
        (n, m) => n + m.parts.reduce((k, p) => k + p.mesh.indices.length / 3, 0) * m.instances.count,
        0,
      ),
      stage.models.length,
    );
  } catch (e: any) {
    console.log(s.name, String(e.message).slice(0, 150));
  }
}
