// What is seen where, against rays: nothing here is shared with the rasterizer.
import { quaternion, type Vector3 } from '@diorama/geometry';
import type { StagedCamera } from '@diorama/stage';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPixels, createRasterizer, render } from '../src/index.ts';
import { CAMERAS, rayThrough } from './support/cameras.ts';
import {
  box,
  evenLight,
  ground,
  makeStage,
  matte,
  model,
  type Standing,
  sheet,
  withNormals,
} from './support/stages.ts';

const WIDTH = 83;
const HEIGHT = 61;
const gray = matte(0.5, 0.5, 0.5);
const rasterizer = createRasterizer();

interface Box {
  readonly size: Vector3;
  readonly standing: Standing;
}

const BOXES: readonly Box[] = [
  { size: [1, 0.6, 0.4], standing: { element: 0, at: [-0.3, 0.1, -5], rotation: quaternion.fromYaw(25) } },
  {
    size: [1, 1, 1],
    standing: {
      ...{ element: 1, at: [0.4, -0.2, -5.6], scale: [0.3, 1.7, 0.8] },
      rotation: quaternion.objectRotation({ pitch: 20, yaw: -40, roll: 70 }),
    },
  },
  { size: [0.2, 0.2, 3], standing: { element: 2, at: [0.1, 0.5, -4.6], rotation: quaternion.fromYaw(70) } },
];

/** Where a ray from the eye enters a box, in multiples of the ray: the slab method. */
function enterBox(origin: Vector3, ray: Vector3, { size, standing }: Box): number {
  const back = quaternion.conjugate(standing.rotation!);
  const [from, along] = [
    quaternion.rotateVector(back, origin.map((part, axis) => part - standing.at![axis]!) as unknown as Vector3),
    quaternion.rotateVector(back, ray),
  ];
  let [enter, leave] = [-Infinity, Infinity];
  for (let axis = 0; axis < 3; axis += 1) {
    const half = (size[axis]! * (standing.scale?.[axis] ?? 1)) / 2;
    const crossings = [(-half - from[axis]!) / along[axis]!, (half - from[axis]!) / along[axis]!];
    enter = Math.max(enter, Math.min(...crossings));
    leave = Math.min(leave, Math.max(...crossings));
  }
  return enter <= leave && enter > 0 ? enter : Infinity;
}

describe('boxes, by rays', () => {
  const models = BOXES.map((one, index) =>
    model(`box ${index}`, [{ mesh: box(...one.size), material: gray }], one.standing),
  );

  test.each(CAMERAS)('$name', ({ camera }) => {
    const stage = makeStage({ camera, models });
    const { ids, depth } = rasterizer.render(stage, { width: WIDTH, height: HEIGHT, color: false });
    const expected = (x: number, y: number) => {
      const ray = rayThrough(stage.camera, WIDTH, HEIGHT, x, y);
      const depths = BOXES.map((one) => enterBox(stage.camera.position, ray, one));
      const nearest = Math.min(...depths);
      return { id: nearest === Infinity ? 0 : depths.indexOf(nearest) + 2, depth: nearest };
    };
    let compared = 0;
    const wrong: string[] = [];
    for (let y = 0; y < HEIGHT; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) {
        const here = expected(x + 0.5, y + 0.5);
        // On the very edge either is right.
        const around = [1e-6, -1e-6].flatMap((by) => [
          expected(x + 0.5 + by, y + 0.5),
          expected(x + 0.5, y + 0.5 + by),
        ]);
        if (around.some(({ id }) => id !== here.id)) continue;
        compared += 1;
        const pixel = y * WIDTH + x;
        const isNear = here.id === 0 ? depth[pixel] === Infinity : Math.abs(depth[pixel]! / here.depth - 1) < 1e-6;
        if (ids[pixel] !== here.id || !isNear) wrong.push(`${x},${y}: ${ids[pixel]} ${depth[pixel]}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(WIDTH * HEIGHT - 10);
    expect(countPixels(ids).size).toBe(4);
  });
});

// ---- Any triangles --------------------------------------------------------------------------------------------------

type Triangle = readonly [Vector3, Vector3, Vector3];

/** The depth at which a ray meets a triangle, and by how much it misses its nearest edge (in shares of its size). */
function meet(origin: Vector3, ray: Vector3, [a, b, c]: Triangle): { depth: number; margin: number } | undefined {
  const minus = (p: Vector3, q: Vector3): Vector3 => [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
  const cross = (p: Vector3, q: Vector3): Vector3 => [
    p[1] * q[2] - p[2] * q[1],
    p[2] * q[0] - p[0] * q[2],
    p[0] * q[1] - p[1] * q[0],
  ];
  const dot = (p: Vector3, q: Vector3) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  const [toB, toC, from] = [minus(b, a), minus(c, a), minus(origin, a)];
  const across = cross(ray, toC);
  const determinant = dot(toB, across);
  if (Math.abs(determinant) < 1e-9) return undefined;
  const u = dot(from, across) / determinant;
  const upright = cross(from, toB);
  const v = dot(ray, upright) / determinant;
  return { depth: dot(toC, upright) / determinant, margin: Math.min(u, v, 1 - u - v) };
}

const coordinate = (least: number, greatest: number) =>
  fc.double({ min: least, max: greatest, noNaN: true }).map(Math.fround);
const corner: fc.Arbitrary<Vector3> = fc.tuple(coordinate(-4, 4), coordinate(-4, 4), coordinate(-9, 2));

describe('triangles, by rays', () => {
  const [width, height] = [31, 23];
  const camera: Partial<StagedCamera> = {
    ...{ position: [0.1, -0.2, 0.3], fov: 75, near: 0.5, far: 8 },
    rotation: quaternion.cameraRotation({ pitch: 4, yaw: -7, roll: 12 }),
  };

  test('a soup of them, also before the near and beyond the far plane', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(corner, corner, corner), { minLength: 1, maxLength: 12 }), (soup) => {
        const models = soup.map((triangle, index) =>
          model(
            `triangle ${index}`,
            [
              {
                mesh: withNormals(Float32Array.from(triangle.flat()), Uint32Array.of(0, 1, 2)),
                material: { ...gray, doubleSided: true },
              },
            ],
            { element: index },
          ),
        );
        const stage = makeStage({ camera, models });
        const { ids, depth } = rasterizer.render(stage, { width, height, color: false });
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const ray = rayThrough(stage.camera, width, height, x + 0.5, y + 0.5);
            const met = soup.map((triangle) => meet(stage.camera.position, ray, triangle));
            // Beside an edge, where the ray lies in a triangle, or where two are equally near, anything is right.
            if (met.some((one) => one === undefined || Math.abs(one.margin) < 1e-6)) continue;
            const hits = met
              .map((one, index) => ({ ...one!, id: index + 2 }))
              .filter((one) => one.margin > 0 && 0.5 < one.depth && one.depth < 8)
              .sort((one, other) => one.depth - other.depth);
            if (hits.length > 1 && hits[1]!.depth - hits[0]!.depth < 1e-5) continue;
            const pixel = y * width + x;
            expect(ids[pixel], `id at ${x}, ${y}`).toBe(hits[0]?.id ?? 0);
            if (hits[0] === undefined) expect(depth[pixel]).toBe(Infinity);
            else expect(Math.abs(depth[pixel]! - hits[0].depth)).toBeLessThan(1e-5);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('edges that triangles share', () => {
  const size = 32;
  const cells = 6;
  /** In halves of a pixel, so that corners often lie exactly on centres of pixels or between them. */
  const jitter = fc.oneof(fc.constantFrom(-2, -1, 0, 1, 2), fc.double({ min: -3, max: 3, noNaN: true }));

  test('each pixel belongs to exactly one triangle of a triangulation', () => {
    fc.assert(
      fc.property(
        fc.array(jitter, { minLength: 2 * (cells + 1) ** 2, maxLength: 2 * (cells + 1) ** 2 }),
        fc.array(fc.boolean(), { minLength: cells * cells, maxLength: cells * cells }),
        (offsets, diagonals) => {
          const positions: number[] = [];
          for (let row = 0; row <= cells; row += 1) {
            for (let column = 0; column <= cells; column += 1) {
              const vertex = row * (cells + 1) + column;
              const isInner = 0 < row && row < cells && 0 < column && column < cells;
              const [x, y] = isInner ? [offsets[2 * vertex]!, offsets[2 * vertex + 1]!] : [0, 0];
              // At a depth of 1 the picture is 2 wide. The outline lies on centres of pixels.
              positions.push((1 + 10 * column + x) / size - 1, (1 + 10 * row + y) / size - 1, -1);
            }
          }
          const covered = new Uint8Array(size * size);
          for (let row = 0; row < cells; row += 1) {
            for (let column = 0; column < cells; column += 1) {
              const a = row * (cells + 1) + column;
              const [b, c, d] = [a + 1, a + cells + 2, a + cells + 1];
              const both = diagonals[row * cells + column]!
                ? [
                    [a, b, c],
                    [a, c, d],
                  ]
                : [
                    [a, b, d],
                    [b, c, d],
                  ];
              for (const triangle of both) {
                const mesh = withNormals(Float32Array.from(positions), Uint32Array.from(triangle));
                const models = [model('triangle', [{ mesh, material: { ...gray, doubleSided: true } }])];
                const stage = makeStage({ camera: { fov: 90 }, models });
                const { ids } = rasterizer.render(stage, { width: size, height: size, color: false });
                for (const [pixel, id] of ids.entries()) if (id !== 0) covered[pixel] = covered[pixel]! + 1;
              }
            }
          }
          expect([...covered].filter((times) => times > 1)).toEqual([]);
          // The left and the upper outline belong to it, the right and the lower one do not.
          expect(covered.reduce((sum, times) => sum + times, 0)).toBe((5 * cells) ** 2);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('ground as far as one sees', () => {
  test.each([0.1, 1.7, 30])('from a height of %d m, to the far plane', (eye) => {
    const stage = makeStage({ camera: { position: [0, eye, 0], fov: 60, far: 5000 }, models: [ground(gray, 20_000)] });
    const { ids, depth } = rasterizer.render(stage, { width: 40, height: 200, color: false });
    for (let y = 0; y < 200; y += 1) {
      const down = ((y + 0.5 - 100) / 100) * Math.tan(Math.PI / 6);
      const expected = eye / down;
      const isSeen = down > 0 && expected < 5000;
      expect(ids[y * 40 + 7]).toBe(isSeen ? 1 : 0);
      if (isSeen) expect(Math.abs(depth[y * 40 + 7]! / expected - 1)).toBeLessThan(1e-6);
    }
  });
});

describe('sides', () => {
  const camera = { position: [0, -2, 0] as const, rotation: quaternion.cameraRotation({ pitch: 90, yaw: 0, roll: 0 }) };

  test.each([
    { doubleSided: false, seen: 0 },
    { doubleSided: true, seen: 2 },
  ])('a sheet from below, double-sided: $doubleSided', ({ doubleSided, seen }) => {
    const models = [model('sheet', [{ mesh: sheet(3, 3), material: { ...gray, doubleSided } }])];
    const { ids } = render(makeStage({ camera, models }), { height: 9, color: false });
    expect(new Set(ids)).toEqual(new Set([seen]));
  });
});

test('samples and color change neither ids nor depth', () => {
  const models = BOXES.map((one, index) =>
    model(`box ${index}`, [{ mesh: box(...one.size), material: gray }], one.standing),
  );
  const stage = makeStage({ camera: CAMERAS[4]!.camera, models });
  const plain = render(stage, { width: WIDTH, height: HEIGHT, color: false });
  expect(plain.color.length).toBe(0);
  for (const samples of [1, 2, 3, 4] as const) {
    const { ids, depth } = render(stage, { width: WIDTH, height: HEIGHT, samples });
    expect(ids).toEqual(plain.ids);
    expect(depth).toEqual(plain.depth);
  }
});

test('a picture that is made in bands is one picture', () => {
  const models = BOXES.map((one, index) =>
    model(`box ${index}`, [{ mesh: box(...one.size), material: gray }], one.standing),
  );
  const stage = makeStage({ camera: CAMERAS[4]!.camera, ambient: evenLight(), models });
  const options = { width: 400, height: 300 } as const;
  const whole = render(stage, { ...options, samples: 1 });
  const banded = render(stage, { ...options, samples: 4 });
  expect(banded.ids).toEqual(whole.ids);
  expect(banded.depth).toEqual(whole.depth);
  // Away from edges the color is the same, too.
  const differing = whole.ids.filter((_, pixel) => banded.color[4 * pixel] !== whole.color[4 * pixel]).length;
  expect(differing).toBeLessThan(2000);
});

test('an instance drawn many times is drawn as if alone', () => {
  const mesh = box(0.3, 0.4, 0.5);
  const standing = Array.from({ length: 30 }, (_, element) => ({
    element,
    at: [(element % 6) - 2.5, Math.floor(element / 6) - 2, -6 - element / 10] as const,
    rotation: quaternion.fromYaw(12 * element),
  }));
  const together = render(makeStage({ models: [model('boxes', [{ mesh, material: gray }], ...standing)] }), {
    ...{ height: 64, color: false },
  });
  const models = standing.map((one) => model(`box ${one.element}`, [{ mesh, material: gray }], one));
  const alone = render(makeStage({ models }), { height: 64, color: false });
  expect(together).toEqual(alone);
  expect([...countPixels(together.ids).values()].reduce((sum, count) => sum + count, 0)).toBe(64 * 64);
  expect(countPixels(together.ids).size).toBe(31);
});
