// Not parity with ourselves only: pictures that arithmetic alone predicts, from every renderer.
import { afterAll, describe, expect, test } from 'vitest';
import { compareShadows, readShadows, SHADOW } from '../../src/compare/compare-shadows.ts';
import type { Picture } from '../../src/picture.ts';
import { type ArithmeticRenderer, closeEngines, RASTERIZER, RENDERERS, SIZE, stageOf } from './renderers.ts';
import { ID_SCENES, SHADOW_SCENES } from './scenes.ts';
import { isInShadow, type Meeting, meet, type PlainScene, programOf, toWorld } from './tracer.ts';

afterAll(closeEngines);

describe.each(RENDERERS)('$name', (renderer) => {
  const { absent, draw } = renderer;
  if (absent !== undefined) return void test.skip(absent);

  test.each(Object.entries(ID_SCENES))('%s: what stands where, and how far', async (_, scene) => {
    checkMeetings(await draw(stageOf(programOf(scene)), { passes: true }), scene, renderer);
  });

  test.each(Object.entries(SHADOW_SCENES))('%s: where the shadow falls', async (_, scene) => {
    const stage = stageOf(programOf(scene));
    const lit = await draw(stage, { color: true });
    const shaded = await draw(stage, { color: true, shadows: true });
    const meetings = meetAll(scene);
    const expected = Uint8Array.from(meetings, ({ id, point }) => {
      if (id !== 1) return SHADOW.none;
      return isInShadow(scene, point) ? SHADOW.shaded : SHADOW.lit;
    });
    const ids = Uint32Array.from(meetings, ({ id }) => id);
    const { pixels, iou } = compareShadows(expected, readShadows(lit.color, shaded.color, ids));
    expect(pixels).toBeGreaterThan(200);
    expect(iou).toBeGreaterThanOrEqual(0.97);
  });

  test('a lamp lights by the inverse square of the distance, and by the cosine', async () => {
    const camera = { position: [0, 3, 0], pitch: -90, yaw: 0, roll: 0, fov: 60 } as const;
    const scene: PlainScene = { camera, boxes: [], sun: { elevation: -90, azimuth: 0 } };
    const [height, power] = [1.5, 40];
    const picture = await draw(
      stageOf(programOf(scene, `lamp { at: (0, ${height}, 0), power: ${power}, radius: 0 }`)),
      { color: true },
    );
    for (let column = 4; column < SIZE; column += 8) {
      const row = SIZE / 2;
      const { point } = meet(scene, SIZE, SIZE, column, row);
      const squared = point[0] ** 2 + height ** 2 + point[2] ** 2;
      // Lambert: albedo / π · (power / 4π) / d² · cos, with cos = height / d.
      const light = (linear(0x80) / Math.PI) * (power / (4 * Math.PI) / squared) * (height / Math.sqrt(squared));
      expect(Math.abs((picture.color[4 * (row * SIZE + column)] ?? NaN) - srgb(light))).toBeLessThanOrEqual(1.5);
    }
  });

  test('the sun lights by the cosine: dull faces have the colors of their slopes', async () => {
    const slopes = [0, 20, 40, 60];
    const x = (index: number) => 0.8 * index - 1.2;
    const program = [
      'camera { position: (0, 6, -4), pitch: -90, fov: 30 }',
      'sky { sun_elevation: 90, strength: 0.01, air: 0.0001, dust: 0 }',
      'ground { color: #000000 }',
      ...slopes.map(
        (pitch, index) =>
          `plane { at: (${x(index)}, 0.2, -4), size: (0.5, 0, 0.5), color: #ffffff, roughness: 1, rotation: euler(pitch: ${pitch}, yaw: 0, roll: 0) }`,
      ),
    ];
    const { color } = await draw(stageOf(program.join('\n')), { color: true });
    // The middles of the planes are 5.8 m below the eye.
    const reach = 5.8 * Math.tan(Math.PI / 12);
    const lights = slopes.map((_, index) => {
      const column = Math.floor((SIZE / 2) * (1 + x(index) / reach));
      return linear(color[4 * ((SIZE / 2) * SIZE + column)] ?? NaN);
    });
    const level = lights[0] ?? NaN;
    expect(level).toBeGreaterThan(0.1);
    for (const [index, pitch] of slopes.entries()) {
      const expected = Math.cos((pitch * Math.PI) / 180);
      expect(Math.abs((lights[index] ?? NaN) / level - expected)).toBeLessThanOrEqual(0.015);
    }
  });
});

// What the language means by a place in view is decided before any renderer draws it: one of them says it for all.
test.each(Object.entries(ID_SCENES))('%s: the same, seen from the camera', async (_, scene) => {
  checkMeetings(await RASTERIZER.draw(stageOf(seenFromCamera(scene)), { passes: true }), scene, RASTERIZER);
});

/** Every pixel must show what arithmetic says, and at its depth, but for the few that the renderer is allowed. */
function checkMeetings(
  picture: Required<Picture>,
  scene: PlainScene,
  { strayPixels, depthError }: ArithmeticRenderer,
): void {
  const meetings = meetAll(scene);
  let [differing, deep] = [0, 0];
  for (const [index, { id, depth }] of meetings.entries()) {
    // The land ends somewhere; where it does is no matter of arithmetic.
    if (depth > 1000) continue;
    if (picture.ids[index] !== id) differing += 1;
    else if (id !== 0 && Math.abs((picture.depth[index] ?? NaN) - depth) > depthError(depth)) deep += 1;
  }
  expect(new Set(meetings.map(({ id }) => id)).size).toBeGreaterThan(2);
  expect(differing).toBeLessThanOrEqual(strayPixels);
  expect(deep).toBe(0);
}

/** The same scene with each box placed in the camera's frame, its rotation relative to the camera's heading. */
function seenFromCamera(scene: PlainScene): string {
  const { camera } = scene;
  // The camera's axes in the world; a point's coordinates in its frame are its products with them.
  const axes = (
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ] as const
  ).map((axis) => toWorld(camera, axis));
  const lines = scene.boxes.map(({ at, size, yaw }) => {
    const offset = at.map((part, axis) => part - (camera.position[axis] ?? 0));
    const view = axes.map((axis) => axis.reduce((sum, part, index) => sum + part * (offset[index] ?? 0), 0));
    return `box { at: view(${view.join(', ')}), size: (${size.join(', ')}), rotation: yaw(${yaw - camera.yaw}), color: #808080, roughness: 1 }`;
  });
  return programOf({ ...scene, boxes: [] }, lines.join('\n'));
}

/** What arithmetic sees at each pixel, row by row. */
function meetAll(scene: PlainScene): readonly Meeting[] {
  return Array.from({ length: SIZE * SIZE }, (_, index) =>
    meet(scene, SIZE, SIZE, index % SIZE, Math.floor(index / SIZE)),
  );
}

function linear(byte: number): number {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function srgb(light: number): number {
  const part = Math.min(1, light);
  return 255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055);
}
