// One scene, every renderer, the same picture. The reference renderer's pictures against three.js in Chromium, Blender, and
// GLB files as both of them read them. `out/parity/index.html` shows what was measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary, openFolder } from '@diorama/assets';
import { emitBlender } from '@diorama/backend-blender';
import { emitGltf } from '@diorama/backend-gltf';
import { createRasterizer } from '@diorama/rasterizer';
import type { Stage } from '@diorama/stage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeColors, judgeDepth, judgeIds, judgeShadows, judgeSky } from '../src/parity/judge.ts';
import { loadScenes } from '../src/parity/load-scenes.ts';
import type { Verdict } from '../src/parity/verdict.ts';
import type { Picture } from '../src/picture.ts';
import { colorDifference, idDifference } from '../src/report/difference.ts';
import { type ReportEntry, writeReport } from '../src/report/report.ts';
import { makeSampleModels } from '../src/sample-models.ts';
import { noBlender, noChromium, openEngines } from './support/renderers.ts';

const HEIGHT = 256;
const OUT = join(import.meta.dirname, '../../../out/parity');

/** Only scenes whose names have one of these words in them, if any are given. */
const ONLY = (process.env.DIORAMA_PARITY ?? '').split(',').filter((word) => word !== '');
const scenes = loadScenes().filter(({ name }) => ONLY.length === 0 || ONLY.some((word) => name.includes(word)));

const models = await makeSampleModels();
const folder = openFolder(models.world, models.folder, models.listing);
const library = createLibrary({ folders: [folder.value] });
const engines = openEngines();
const entries: ReportEntry[] = [];

beforeAll(async () => {
  if (noChromium === undefined) await engines.chromium();
});
afterAll(async () => {
  await engines.close();
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'index.html'), writeReport(entries));
});

describe.each(scenes)('$name', ({ name, stage: load }) => {
  let loaded: Loaded | undefined;
  /** Once for all renderers. */
  const scene = (): Loaded => {
    loaded ??= withReference(load(library));
    return loaded;
  };

  test.skipIf(noChromium)('three.js in Chromium', async () => {
    const { stage, size, plain, lit, shaded } = scene();
    const browser = await engines.chromium();
    const drawn = whole(
      await browser.renderThree(stage, { ...size, samples: 1, shadows: false, ids: true, depth: true }),
    );
    const soft = { ...size, samples: SOFT, ids: false } as const;
    const theirs = {
      lit: { ...drawn, ...whole(await browser.renderThree(stage, { ...soft, shadows: false }), drawn) },
      shaded: { ...drawn, ...whole(await browser.renderThree(stage, { ...soft, shadows: true }), drawn) },
    };
    conclude(name, 'three', plain, drawn, [
      ...judgeIds(stage, plain, drawn),
      ...judgeDepth(plain, drawn),
      ...judgeColors(stage, plain, drawn),
      ...judgeSky(plain, drawn),
      ...(hasClearShadows(stage) ? judgeShadows({ lit, shaded }, theirs) : []),
    ]);
  });

  test.skipIf(noChromium)('the GLB in three.js', async () => {
    const { stage, size, plain } = scene();
    const glb = await glbOf(stage);
    const browser = await engines.chromium();
    const drawn = await browser.renderGlb(glb, { ...size, samples: 1, shadows: false, ids: true, color: false });
    const ids = needed(drawn.ids);
    conclude(name, 'GLB in three', plain, { ...plain, ids }, judgeIds(stage, plain, { ids }));
  });

  test.skipIf(noBlender)('Blender', async () => {
    const { stage, size, plain, lit, shaded } = scene();
    const blender = await engines.blender();
    const program = emitBlender(stage).value;
    const inColor = name.startsWith('scenes/');
    const drawn = await blender.render(program, { ...size, samples: 16, shadows: false, color: inColor });
    const passes = { ids: needed(drawn.ids), depth: needed(drawn.depth) };
    const verdicts = [...judgeIds(stage, plain, passes), ...judgeDepth(plain, { ...size, ...passes })];
    if (!inColor) return conclude(name, 'Blender', plain, { ...plain, ...passes }, verdicts);

    const theirs = { ...size, ...passes, color: needed(drawn.color).pixels };
    verdicts.push(...judgeColors(stage, lit, theirs), ...judgeSky(plain, theirs));
    if (hasClearShadows(stage)) {
      const second = await blender.render(program, { ...size, samples: 16, shadows: true, passes: false });
      verdicts.push(
        ...judgeShadows({ lit, shaded }, { lit: theirs, shaded: { ...theirs, color: needed(second.color).pixels } }),
      );
    }
    conclude(name, 'Blender', plain, theirs, verdicts);
  });

  test.skipIf(noBlender)('the GLB in Blender', async () => {
    const { stage, size, plain } = scene();
    const blender = await engines.blender();
    const drawn = await blender.renderGlb(await glbOf(stage), { ...size, samples: 1, color: false });
    const ids = needed(drawn.ids);
    conclude(name, 'GLB in Blender', plain, { ...plain, ids }, judgeIds(stage, plain, { ids }));
  });
});

/** Samples a pixel, squared, where edges are compared that other renderers soften. */
const SOFT = 3;

interface Loaded {
  readonly stage: Stage;
  readonly size: { readonly width: number; readonly height: number };
  /** One sample a pixel, no shadows. */
  readonly plain: Required<Picture>;
  /** Softened edges, without and with shadows. */
  readonly lit: Required<Picture>;
  readonly shaded: Required<Picture>;
}

const rasterizer = createRasterizer();

function withReference(stage: Stage): Loaded {
  const size = { width: Math.round(HEIGHT * stage.camera.aspect), height: HEIGHT };
  return {
    stage,
    size,
    plain: rasterizer.render(stage, { ...size, samples: 1, shadows: false }),
    lit: rasterizer.render(stage, { ...size, samples: SOFT, shadows: false }),
    shaded: rasterizer.render(stage, { ...size, samples: SOFT, shadows: true }),
  };
}

/** Haze and night leave no shadow to measure. */
function hasClearShadows({ haze, sky }: Stage): boolean {
  return haze === undefined && sky.sunDirection[1] > 0.1;
}

async function glbOf(stage: Stage): Promise<Uint8Array> {
  const { value } = await emitGltf(stage, { sky: 'extras' });
  return needed(value.files[0]).bytes;
}

function whole(picture: Picture, rest?: Required<Picture>): Required<Picture> {
  return {
    width: picture.width,
    height: picture.height,
    color: needed(picture.color),
    ids: needed(picture.ids ?? rest?.ids),
    depth: needed(picture.depth ?? rest?.depth),
  };
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the renderer left something out');
  return value;
}

/** Keeps everything for the report, and fails if anything is not good enough. */
function conclude(
  scene: string,
  renderer: string,
  reference: Required<Picture>,
  drawn: Required<Picture>,
  verdicts: readonly Verdict[],
): void {
  const failed = verdicts.filter(({ passed }) => !passed);
  const { width, height } = reference;
  const pictures =
    failed.length === 0
      ? []
      : [
          { caption: 'reference', width, height, pixels: reference.color },
          { caption: renderer, width, height, pixels: drawn.color },
          idDifference(reference, drawn.ids),
          colorDifference(reference, drawn.color),
        ];
  entries.push({ scene, renderer, verdicts, pictures });
  expect(failed.map(({ measure, subject, value, limit }) => `${measure} of ${subject}: ${value} (${limit})`)).toEqual(
    [],
  );
}
