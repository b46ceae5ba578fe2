// Things stand in Blender where arithmetic has them, each with its id.
import { quaternion, type Vector3 } from '@diorama/geometry';
import { expect, test } from 'vitest';
import { emitBlender } from '../../backend-blender/src/index.ts';
import {
  ballPart,
  blackSky,
  boxPart,
  cardPart,
  floorPart,
  lookAt,
  matte,
  testStage,
} from '../../backend-blender/test/support/test-stage.ts';
import { emitGltf } from '../../backend-gltf/src/index.ts';
import { describeBlender, type Eye, project, SIZE } from './support/blender.ts';

describeBlender('places', ({ session, show }) => {
  test('draws a box where arithmetic has it', async () => {
    // Seen from 10 m before its front, 90° high: the front, 4 m wide and high, is 0.4 of the half width to each side.
    const { ids, depth } = await show(
      {
        camera: { position: [0, 2, 10], fov: 90 },
        things: [
          {
            name: 'box',
            kind: 'box',
            parts: [boxPart(matte('grey', [0.5, 0.5, 0.5]), [4, 4, 2])],
            at: [{ translation: [0, 0, -1] }],
          },
        ],
      },
      { color: false },
    );
    const half = SIZE / 2;
    let wrong = 0;
    for (let y = 0; y < SIZE; y += 1) {
      for (let x = 0; x < SIZE; x += 1) {
        const isInside = Math.abs(x + 0.5 - half) < 0.2 * half && Math.abs(y + 0.5 - half) < 0.2 * half;
        if (ids?.[y * SIZE + x] !== (isInside ? 2 : 0)) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
    expect(depth?.[half * SIZE + half]).toBeCloseTo(10, 4);
    expect(depth?.[0]).toBe(Infinity);
    // Along the axis, not along the ray: the same all over a level front.
    expect(depth?.[(half + 5) * SIZE + half + 5]).toBeCloseTo(10, 4);
  });

  // A wall whose right edge leans to the left, and one whose top leans to the right: each goes through the centres of a line of
  // pixels, a pixel after the other farther from them. Where they are on the other side tells where rays go.
  test.each([
    {
      edge: 'upright',
      corner: [40, 50],
      at: [0.5, 0],
      shows: (x: number, y: number) => x < 32 || (x === 32 && y >= 32),
    },
    { edge: 'level', corner: [0, 80], at: [0, 0.5], shows: (x: number, y: number) => y > 31 || (y === 31 && x >= 32) },
  ])(
    'rays go through the centres of pixels, to a ten-thousandth: $edge',
    async ({ corner: [x = 0, y = 0], at: [u = 0, v = 0], shows }) => {
      const [sine, cosine] = [Math.sin(LEAN), Math.cos(LEAN)];
      const stage = testStage({
        // At the wall's front a pixel is a metre wide.
        camera: { position: [0, 0, SIZE / 2], fov: 90 },
        things: [
          {
            name: 'wall',
            kind: 'box',
            parts: [boxPart(matte('grey', [0.5, 0.5, 0.5]), x === 0 ? [100, y, 2] : [2 * x, 100, 2])],
            at: [
              {
                translation: [u - cosine * x + sine * y, v - sine * x - cosine * y, -1],
                rotation: [0, 0, Math.sin(LEAN / 2), Math.cos(LEAN / 2)],
              },
            ],
          },
        ],
      });
      const options = { width: SIZE, height: SIZE, samples: 1, color: false };
      const built = await session().render(emitBlender(stage).value, options);
      const { value } = await emitGltf(stage);
      const imported = await session().renderGlb(value.files[0]?.bytes ?? new Uint8Array(), options);
      for (const { ids } of [built, imported]) {
        const strays = [...(ids ?? [])].flatMap((id, index) => {
          const pixel = [index % SIZE, Math.floor(index / SIZE)] as const;
          return (id === 2) === shows(...pixel) ? [] : [pixel];
        });
        expect(strays).toEqual([]);
      }
    },
  );

  test('a gnomon: x to the right, y up, z to the eye; left of it is another thing than right of it', async () => {
    const tips: readonly Vector3[] = [
      [2, 0, 0],
      [0, 2, 0],
      [0, 0, 2],
      [-2, 0, 0],
      [0, -2, 0],
    ];
    const camera = { ...lookAt([5, 4, 9], [0.3, 0.2, 0], 25), fov: 40, aspect: 1 };
    const things = tips.map((tip, index) => ({
      name: `ball ${index}`,
      parts: [ballPart(matte('grey', [0.5, 0.5, 0.5]))],
      at: [{ translation: tip, scale: [0.4, 0.4, 0.4] as const }],
    }));
    const picture = await show({ camera, things }, { color: false });
    for (const [index, tip] of tips.entries()) {
      const [x, y] = project(camera, tip);
      expect([index, picture.ids?.[Math.floor(y) * SIZE + Math.floor(x)]]).toEqual([index, index + 2]);
    }
  });

  test('turns and scales each object about its own axes', async () => {
    const rotation = quaternion.objectRotation({ pitch: 20, yaw: 50, roll: -30 });
    const scale: Vector3 = [0.4, 2, 0.8];
    const camera = { ...lookAt([6, 3, 7], [0, 1, 0]), fov: 45 };
    // Corners of a unit box, a little inside, must show it; a little outside must not.
    const thing = {
      name: 'box',
      parts: [boxPart(matte('grey', [0.5, 0.5, 0.5]), [2, 2, 2])],
      at: [{ translation: [0, 0.3, 0] as const, rotation, scale }],
    };
    const { ids } = await show({ camera, things: [thing] }, { color: false, width: 128, height: 128 });
    let inside = 0;
    for (const x of [-1, 1]) {
      for (const y of [0, 2]) {
        for (const z of [-1, 1]) {
          const corner = place([0.8 * x, 1 + 0.8 * (y - 1), 0.8 * z], rotation, scale, [0, 0.3, 0]);
          const [u, v] = project(camera, corner, 128);
          if (ids?.[Math.floor(v) * 128 + Math.floor(u)] === 2) inside += 1;
        }
      }
    }
    expect(inside).toBe(8);
    const area = ids?.reduce((sum, id) => sum + (id === 2 ? 1 : 0), 0) ?? 0;
    expect(Math.abs(area - silhouette(camera, rotation, scale))).toBeLessThan(40);
  });

  test('a GLB file by Blender’s own importer shows the same things at the same places', async () => {
    const stage = testStage({
      sky: blackSky({ direction: [0.6, 0.64, 0.48], irradiance: [2, 2, 2] }),
      ground: [floorPart(matte('floor', [0.5, 0.5, 0.5]), 40)],
      things: [
        {
          name: 'box',
          kind: 'box',
          parts: [boxPart(matte('red', [0.8, 0.2, 0.1]), [1, 2, 1])],
          at: [
            { translation: [-1, 0, 0], rotation: quaternion.fromYaw(30) },
            { translation: [1.5, 0, -2], scale: [1, 0.5, 2] },
          ],
        },
      ],
      camera: { ...lookAt([1, 2, 7], [0, 1, 0], 10), fov: 45 },
    });
    const { value } = await emitGltf(stage);
    const options = { width: SIZE, height: SIZE, samples: 16 };
    const imported = await session().renderGlb(value.files[0]?.bytes ?? new Uint8Array(), options);
    const built = await session().render(emitBlender(stage).value, options);
    expect(imported.ids).toEqual(built.ids);
    expect(new Set(imported.ids)).toEqual(new Set([0, 1, 2, 3]));
    const farthest = imported.depth?.reduce((most, depth, index) => {
      const other = built.depth?.[index] ?? NaN;
      return depth === other ? most : Math.max(most, Math.abs(depth - other));
    }, 0);
    expect(farthest).toBeLessThan(1e-3);
  });

  test('a GLB file shows no backs of single-sided materials', async () => {
    const sides = [true, false].map((doubleSided, index) => ({
      name: doubleSided ? 'both sides' : 'one side',
      parts: [cardPart(matte(`card ${index}`, [0.5, 0.5, 0.5], { doubleSided }), 1, 1)],
      at: [0, 180].map((yaw, turn) => ({
        translation: [2 * index - 1, 1.5 * turn - 1.5, -5] as const,
        rotation: quaternion.fromYaw(yaw),
      })),
    }));
    const { value } = await emitGltf(testStage({ things: sides }));
    const { ids } = await session().renderGlb(value.files[0]?.bytes ?? new Uint8Array(), { width: SIZE, height: SIZE });
    expect(new Set(ids)).toEqual(new Set([0, 2, 3, 4]));
  });

  test('ids beyond Blender’s 15 bits', async () => {
    const card = cardPart(matte('grey', [0.5, 0.5, 0.5]), 20, 20);
    const stage = testStage({
      things: [{ name: 'card', kind: 'plane', parts: [card], at: [{ translation: [0, 0, -5] }] }],
    });
    const elements = new Array(100_000).fill(stage.scene.elements[0]) as typeof stage.scene.elements;
    const models = stage.models.map((model) => ({
      ...model,
      instances: { ...model.instances, elements: Uint32Array.of(99_999) },
    }));
    const { value } = emitBlender({ ...stage, scene: { ...stage.scene, elements }, models });
    const { ids } = await session().render(value, { width: 8, height: 8, color: false });
    expect(new Set(ids)).toEqual(new Set([0, 100_001]));
  });
});

/** Radians: at the nearest pixel of the line the wall's edge is a ten-thousandth of a pixel from its centre. */
const LEAN = 2e-4;

function place(point: Vector3, rotation: Eye['rotation'], scale: Vector3, at: Vector3): Vector3 {
  const turned = quaternion.rotateVector(rotation, [point[0] * scale[0], point[1] * scale[1], point[2] * scale[2]]);
  return [turned[0] + at[0], turned[1] + at[1], turned[2] + at[2]];
}

/** The area of the box of the test of rotations, in pixels: of the hull of its corners. */
function silhouette(camera: Eye, rotation: Eye['rotation'], scale: Vector3): number {
  const corners = [-1, 1].flatMap((x) =>
    [0, 2].flatMap((y) => [-1, 1].map((z) => project(camera, place([x, y, z], rotation, scale, [0, 0.3, 0]), 128))),
  );
  const hull = convexHull(corners);
  return Math.abs(
    hull.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = hull[(index + 1) % hull.length] as readonly [number, number];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}

/** Andrew's monotone chain. */
function convexHull(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (ordered: readonly (readonly [number, number])[]) => {
    const out: (readonly [number, number])[] = [];
    for (const point of ordered) {
      for (let last = out.at(-1), before = out.at(-2); last && before; last = out.at(-1), before = out.at(-2)) {
        if ((last[0] - before[0]) * (point[1] - before[1]) - (last[1] - before[1]) * (point[0] - before[0]) > 0) break;
        out.pop();
      }
      out.push(point);
    }
    return out.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}
