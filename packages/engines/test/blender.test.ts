// What Blender makes of programs: each picture here is small, and what it must show is worked out by hand.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harmonicIrradiance, type LinearColor, linearFromSrgb, quaternion, type Vector3 } from '@diorama/geometry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// The stages of the program's own tests: what they mean is known to the last number.
import { type BlenderOptions, emitBlender } from '../../backend-blender/src/index.ts';
import {
  ballPart,
  blackSky,
  boxPart,
  cardPart,
  floorPart,
  lookAt,
  matte,
  type TestStage,
  testStage,
} from '../../backend-blender/test/support/test-stage.ts';
import { emitGltf } from '../../backend-gltf/src/index.ts';
import {
  type BlenderPicture,
  type BlenderRenderOptions,
  type BlenderSession,
  findBlender,
  openBlender,
} from '../src/index.ts';

const found = await findBlender();
const absent = 'absent' in found ? found.absent : undefined;
const isRequired = process.env.DIORAMA_REQUIRE_RENDERERS === '1';

test('Blender is there, where it is required', () => {
  if (isRequired) expect(absent).toBeUndefined();
});

describe.skipIf(absent !== undefined)(`Blender${absent === undefined ? '' : ` (skipped: ${absent})`}`, () => {
  let session: BlenderSession;
  beforeAll(async () => {
    session = await openBlender();
  });
  afterAll(() => session.close());

  const SIZE = 64;
  const show = (stage: TestStage, options: Partial<BlenderRenderOptions> = {}, emit: Partial<BlenderOptions> = {}) =>
    session.render(emitBlender(testStage(stage), emit).value, { width: SIZE, height: SIZE, samples: 1, ...options });

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

  test('a dull color is albedo / π · irradiance · cos', async () => {
    const direction: Vector3 = [0.48, 0.6, 0.64];
    const [albedo, irradiance]: readonly LinearColor[] = [
      [0.8, 0.4, 0.1],
      [2, 1.5, 1],
    ];
    const things = [
      {
        name: 'card',
        parts: [cardPart(matte('dull', albedo as LinearColor), 20, 20)],
        at: [{ translation: [0, -10, -5] as const }],
      },
    ];
    const sky = blackSky({ direction, irradiance: irradiance as LinearColor });
    const picture = await show({ sky, things }, { passes: false });
    const expected = [0, 1, 2].map((part) => ((albedo?.[part] ?? 0) / Math.PI) * (irradiance?.[part] ?? 0) * 0.64);
    expectColor(picture, 32, 32, expected);
  });

  test('the sun’s shadow falls away from it', async () => {
    // From (+x, +y) at 45°: the shadow of a post 2 m high ends 2 m towards −x.
    const sky = blackSky({ direction: [Math.SQRT1_2, Math.SQRT1_2, 0], irradiance: [3, 3, 3] });
    const stage: TestStage = {
      sky,
      ground: [floorPart(matte('floor', [0.5, 0.5, 0.5]), 40)],
      things: [
        {
          name: 'post',
          kind: 'box',
          parts: [boxPart(matte('post', [0.5, 0.5, 0.5]), [0.5, 2, 0.5])],
          at: [{ translation: [0, 0, 0] }],
        },
      ],
      camera: { ...lookAt([0, 20, 0.001], [0, 0, 0]), fov: 20 },
    };
    const [lit, without] = [
      await show(stage, { samples: 4 }),
      await show(stage, { samples: 4, passes: false, shadows: false }),
    ];
    const camera = { ...lookAt([0, 20, 0.001], [0, 0, 0]), fov: 20 };
    const [shaded, sunny] = [project(camera, [-1, 0, 0]), project(camera, [1, 0, 0])];
    // What the lit floor sends to the post, and the post to the floor, is left.
    expect(lightAt(lit, shaded)).toBeLessThan(0.1);
    expect(lightAt(lit, sunny)).toBeCloseTo((0.5 / Math.PI) * 3 * Math.SQRT1_2, 2);
    expect(lightAt(without, shaded)).toBeCloseTo((0.5 / Math.PI) * 3 * Math.SQRT1_2, 1);
  });

  // EEVEE takes many seconds for each material where there is no graphics card, and knows no walls anyway.
  test.each([
    ['CYCLES', 2],
    ['BLENDER_EEVEE', 1],
  ] as const)('without shadows nothing stands in the way of light: %s', async (engine, count) => {
    // Light that is different from each side, with its sign; a wall that hides the sky, and one that shines.
    const ambient = Array.from({ length: 27 }, (_, index) => (index < 3 ? 1.5 : 0.25 * Math.cos(2.7 * index)));
    const sun = { direction: [0.48, 0.6, 0.64], irradiance: [0.6, 0.5, 0.4] } as const;
    const camera = { ...lookAt([0, 1, 6], [0, 1, 0], 15), fov: 40 };
    const [albedo, glow]: readonly LinearColor[] = [
      [0.7, 0.5, 0.3],
      [0.02, 0.03, 0.04],
    ];
    const things = [
      {
        name: 'ball',
        parts: [ballPart(matte('dull', albedo as LinearColor, { emissive: glow as LinearColor }), 48)],
        at: [{ translation: [0, 1, 0] as const }],
      },
      {
        name: 'wall',
        parts: [boxPart(matte('bright', [0.9, 0.9, 0.9], { emissive: [5, 5, 5] }), [20, 0.1, 20])],
        at: [{ translation: [0, 2.6, 0] as const }, { translation: [0, -1, 0] as const }],
      },
    ];
    const stage: TestStage = { sky: blackSky(sun), ambient, things: things.slice(0, count), camera };
    const picture = await show(stage, { engine, passes: false, shadows: false, samples: 16 });
    for (const normal of [
      [0, 0, 1],
      [0.6, 0, 0.8],
      [-0.6, 0.3, 0.742],
      [0.3, -0.6, 0.742],
      [0.1, 0.72, 0.687],
    ] as const) {
      const [x, y] = project(camera, [normal[0], normal[1] + 1, normal[2]]).map(Math.floor) as [number, number];
      const seen = normalAt(camera, x, y);
      const cosine = Math.max(0, seen[0] * 0.48 + seen[1] * 0.6 + seen[2] * 0.64);
      const around = harmonicIrradiance(ambient, seen);
      const light = [0, 1, 2].map((part) => {
        const irradiance = (around[part] ?? 0) + cosine * (sun.irradiance[part] ?? 0);
        return ((albedo?.[part] ?? 0) / Math.PI) * irradiance + (glow?.[part] ?? 0);
      });
      expectColor(picture, x, y, light, 2);
    }
  });

  test('without shadows a mirror shows the ground’s light below, whatever stands there', async () => {
    // Straight up and down alike: 1 all around is a radiance of 1 / π · the first coefficient's π · 0.2821 everywhere.
    const ambient = Array.from({ length: 27 }, (_, index) => (index < 3 ? 1 : 0));
    const metal = matte('metal', [1, 1, 1], { metallic: 1, roughness: 0.8 });
    const things = [
      { name: 'card', parts: [cardPart(metal, 8, 8)], at: [{ translation: [0, -4, -5] as const }] },
      {
        name: 'behind the eye',
        parts: [boxPart(matte('red', [0.9, 0, 0], { emissive: [9, 0, 0] }), [20, 20, 1])],
        at: [{ translation: [0, -10, 2] as const }],
      },
    ];
    const picture = await show({ ambient, things }, { passes: false, shadows: false });
    const [red, green, blue] = bytesAt(picture, 32, 60);
    expect(red).toBe(green);
    expect(green).toBe(blue);
    expect(green).toBeGreaterThan(60);
  });

  test.each([1, 2, 3])('a lamp %d m before a wall: intensity / d²', async (distance) => {
    const power = 40;
    const things = [
      {
        name: 'wall',
        parts: [cardPart(matte('wall', [0.5, 0.5, 0.5]), 20, 20)],
        at: [{ translation: [0, -10, -5] as const }],
      },
    ];
    const lamps = [{ position: [0, 0, distance - 5] as const, power, color: [1, 0.5, 0.25] as const, radius: 0.02 }];
    const picture = await show({ things, lamps }, { passes: false, samples: 16 });
    const irradiance = power / (4 * Math.PI) / distance ** 2;
    expectColor(
      picture,
      32,
      32,
      [1, 0.5, 0.25].map((part) => (0.5 / Math.PI) * irradiance * part),
      2,
    );
  });

  test('haze: what is left of a light, and the ceiling above the eye', async () => {
    const sky = blackSky({ direction: [0, 0, 1], irradiance: [2, 2, 2] });
    const haze = { density: 0.05, color: [0.2, 0.3, 0.4] as const, ceiling: 8 };
    const things = [
      {
        name: 'card',
        parts: [cardPart(matte('card', [0.6, 0.6, 0.6]), 60, 60)],
        at: [{ translation: [0, -30, -20] as const }],
      },
    ];
    const picture = await show({ sky, haze, things, camera: { fov: 90 } }, { passes: false });
    const surface = (0.6 / Math.PI) * 2;
    const hazed = (x: number, y: number) => {
      const [right, up] = [(x + 0.5) / 32 - 1, 1 - (y + 0.5) / 32];
      const slant = Math.sqrt(1 + right * right + up * up);
      const path = Math.min(20 * slant, up > 0 ? (8 * slant) / up : Infinity);
      const left = Math.exp(-0.05 * path);
      return haze.color.map((part) => surface * left + part * (1 - left));
    };
    // The middle, far below, and above where the ceiling cuts the way short.
    for (const [x, y] of [
      [32, 32],
      [50, 60],
      [32, 6],
      [10, 2],
    ] as const)
      expectColor(picture, x, y, hazed(x, y), 2);
  });

  test('haze before an empty sky', async () => {
    const haze = { density: 0.01, color: [0.2, 0.3, 0.4] as const, ceiling: 100 };
    const picture = await show({ haze, camera: { fov: 90, far: 500 } }, { passes: false });
    const up = 1 - 6.5 / 32;
    const slant = Math.sqrt(1 + up * up + (0.5 / 32) ** 2);
    expectColor(
      picture,
      32,
      6,
      haze.color.map((part) => part * (1 - Math.exp(-0.01 * Math.min(500, (100 * slant) / up)))),
      2,
    );
    expectColor(
      picture,
      32,
      60,
      haze.color.map((part) => part * (1 - Math.exp(-5))),
      2,
    );
  });

  test('a texture stands upright, and where alpha is low there is nothing', async () => {
    // Top left red, top right green, bottom left blue, bottom right cut away.
    const image = {
      width: 2,
      height: 2,
      pixels: new Uint8Array([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 0]),
    };
    const texture = { image, wrapU: 'clamp', wrapV: 'clamp' } as const;
    const sky = blackSky({ direction: [0, 0, 1], irradiance: [3, 3, 3] });
    const leaf = matte('leaf', [1, 1, 1], { texture, alphaCutoff: 0.5, doubleSided: true });
    const things = [
      {
        name: 'wall',
        parts: [cardPart(matte('wall', [0.2, 0.2, 0.2]), 40, 40)],
        at: [{ translation: [0, -20, -9] as const }],
      },
      { name: 'card', parts: [cardPart(leaf, 4, 4)], at: [{ translation: [0, -2, -4] as const }] },
    ];
    const picture = await show({ sky, things, camera: { fov: 90 } }, { samples: 32, shadows: false });
    const bright = Math.min(1, 3 / Math.PI);
    expectColor(picture, 18, 18, [bright, 0, 0], 2);
    expectColor(picture, 45, 18, [0, bright, 0], 2);
    expectColor(picture, 18, 45, [0, 0, bright], 2);
    expectColor(
      picture,
      45,
      45,
      [0, 1, 2].map(() => (0.2 / Math.PI) * 3),
      2,
    );
    const idAt = (x: number, y: number) => picture.ids?.[y * SIZE + x];
    expect([idAt(18, 18), idAt(45, 18), idAt(18, 45), idAt(45, 45)]).toEqual([3, 3, 3, 2]);
  });

  test('vertex colors are linear and multiply; backs of single-sided surfaces are not drawn', async () => {
    const half = 32768;
    const colors = Uint16Array.from({ length: 16 }, (_, index) => [half, 65535, half / 2, 65535][index % 4] as number);
    const sky = blackSky({ direction: [0, 0, 1], irradiance: [2, 2, 2] });
    const turned = quaternion.fromYaw(180);
    const things = [
      {
        name: 'card',
        parts: [cardPart(matte('card', [0.8, 0.4, 0.8]), 4, 4, colors)],
        at: [{ translation: [-2, -2, -4] as const }, { translation: [2, -2, -4] as const, rotation: turned }],
      },
    ];
    const picture = await show({ sky, things, camera: { fov: 90 } });
    expectColor(
      picture,
      16,
      32,
      [0.4, 0.4, 0.2].map((part) => (part / Math.PI) * 2),
    );
    expectColor(picture, 48, 32, [0, 0, 0]);
    expect([picture.ids?.[32 * SIZE + 16], picture.ids?.[32 * SIZE + 48]]).toEqual([2, 0]);
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
    const imported = await session.renderGlb(value.files[0]?.bytes ?? new Uint8Array(), options);
    const built = await session.render(emitBlender(stage).value, options);
    expect(imported.ids).toEqual(built.ids);
    expect(new Set(imported.ids)).toEqual(new Set([0, 1, 2, 3]));
    const farthest = imported.depth?.reduce((most, depth, index) => {
      const other = built.depth?.[index] ?? NaN;
      return depth === other ? most : Math.max(most, Math.abs(depth - other));
    }, 0);
    expect(farthest).toBeLessThan(1e-3);
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
    const { ids } = await session.render(value, { width: 8, height: 8, color: false });
    expect(new Set(ids)).toEqual(new Set([0, 100_001]));
  });

  test('a saved file holds names, collections, shared meshes and properties', async () => {
    const at = [{ translation: [0, 0, -5] as const }, { translation: [2, 0, -5] as const }];
    const parts = [boxPart(matte('grey', [0.5, 0.5, 0.5]), [1, 1, 1])];
    const things = [
      { name: 'bush/fern#2', asset: 'bush/fern#2', kind: 'bush' as const, parts, at },
      { name: 'rock', kind: 'boulder' as const, label: 'Öland "x"', parts, at: at.slice(1) },
    ];
    const { value } = emitBlender(testStage({ name: 'It’s a \u2028 "name"', things }), {
      locate: ({ file, start }) => `${file}:${start}`,
    });
    const check = `
import bpy, sys
bpy.ops.wm.open_mainfile(filepath=sys.argv[-1])
assert {c.name: sorted(o.name for o in c.objects) for c in bpy.data.collections} == {'Plants': ['bush 1', 'bush 2'], 'Rocks': ['Öland "x"']}
one, two, rock = (bpy.data.objects[name] for name in ('bush 1', 'bush 2', 'Öland "x"'))
assert one.data == two.data and one.data.name == 'bush/fern#2' and len(one.data.polygons) == 12
assert dict(two.items()) == {'diorama_id': 3, 'diorama_asset': 'bush/fern#2', 'diorama_kind': 'bush', 'diorama_source': 'test.dio:10'}, dict(two.items())
assert rock['diorama_label'] == 'Öland "x"' and tuple(rock.location) == (2.0, 5.0, 0.0)
assert bpy.context.scene.name == 'It’s a \u2028 "name"' and bpy.context.scene.camera is not None
`;
    const folder = await mkdtemp(join(tmpdir(), 'diorama-blend-'));
    try {
      const file = join(folder, 'scene.blend');
      await session.run(value, ['--save', file]);
      await session.run({ program: check }, [file]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('data in files, more objects than lines, exposure, Python’s own errors', async () => {
    const at = Array.from({ length: 450 }, (_, index) => ({
      translation: [(index % 30) - 14.5, Math.floor(index / 30) - 7.5, -20] as const,
    }));
    const stage: TestStage = {
      things: [{ name: 'cube', kind: 'box', parts: [boxPart(matte('grey', [0.5, 0.5, 0.5]), [1, 1, 1])], at }],
      camera: { fov: 40 },
    };
    const { ids } = await show(stage, { color: false }, { meshData: 'files' });
    const [x, y] = project({ position: [0, 0, 0], rotation: quaternion.identity, fov: 40 }, [
      at[200]?.translation[0] ?? 0,
      (at[200]?.translation[1] ?? 0) + 0.5,
      -19.5,
    ]);
    expect(ids?.[Math.floor(y) * SIZE + Math.floor(x)]).toBe(202);
    await expect(session.run({ program: 'def f():\n    raise ValueError("no such tree")\nf()\n' }, [])).rejects.toThrow(
      /scene\.py", line 2, in f[\s\S]*no such tree/,
    );
    await session.run({ program: 'import bpy\n' }, []);
    await expect(session.run({ program: 'import time\ntime.sleep(60)\n' }, [], 1500)).rejects.toThrow(
      /more than 1\.5 s/,
    );
    // A new Blender takes its place.
    await session.run({ program: 'import bpy\n' }, []);
  });
});

// ---- Arithmetic ---------------------------------------------------------------------------------------------------------

type Eye = {
  readonly position: Vector3;
  readonly rotation: readonly [number, number, number, number];
  readonly fov: number;
};

/** Where a point is in a square picture, in pixels. */
function project({ position, rotation, fov }: Eye, point: Vector3, size = 64): readonly [x: number, y: number] {
  const away: Vector3 = [point[0] - position[0], point[1] - position[1], point[2] - position[2]];
  const [x, y, z] = quaternion.rotateVector(quaternion.conjugate(rotation), away);
  const reach = -z * Math.tan((fov * Math.PI) / 360);
  return [(size / 2) * (1 + x / reach), (size / 2) * (1 - y / reach)];
}

/** The normal of the ball of radius 1 at (0, 1, 0) at the middle of a pixel. */
function normalAt({ position, rotation, fov }: Eye, x: number, y: number, size = 64): Vector3 {
  const reach = Math.tan((fov * Math.PI) / 360);
  const [dx, dy, dz] = quaternion.rotateVector(rotation, [
    reach * ((2 * (x + 0.5)) / size - 1),
    reach * (1 - (2 * (y + 0.5)) / size),
    -1,
  ]);
  const [ex, ey, ez] = [position[0], position[1] - 1, position[2]];
  const [a, b, c] = [dx * dx + dy * dy + dz * dz, ex * dx + ey * dy + ez * dz, ex * ex + ey * ey + ez * ez - 1];
  const along = (-b - Math.sqrt(b * b - a * c)) / a;
  return [ex + along * dx, ey + along * dy, ez + along * dz];
}

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

function bytesAt({ color, width }: BlenderPicture, x: number, y: number): readonly number[] {
  const at = 4 * (y * width + x);
  return Array.from(color?.pixels.subarray(at, at + 3) ?? []);
}

/** The linear red at a place of the picture. */
function lightAt(picture: BlenderPicture, [x, y]: readonly [number, number]): number {
  return linearFromSrgb((bytesAt(picture, Math.floor(x), Math.floor(y))[0] ?? NaN) / 255);
}

/** Linear light, compared in bytes of sRGB. */
function expectColor(picture: BlenderPicture, x: number, y: number, light: readonly number[], within = 1): void {
  const expected = light.map((part) => {
    const clipped = Math.max(0, Math.min(1, part));
    return Math.round(255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055));
  });
  const found = bytesAt(picture, x, y);
  const isNear = expected.every((byte, part) => Math.abs(byte - (found[part] ?? NaN)) <= within);
  if (!isNear) expect({ x, y, color: found }).toEqual({ x, y, color: expected });
}
