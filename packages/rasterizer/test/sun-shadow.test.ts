// Where the sun does not shine, by rays.
import { quaternion, type Vector3 } from '@diorama/geometry';
import type { Stage, StagedModel } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { createRasterizer, type Picture } from '../src/index.ts';
import { rayThrough } from './support/cameras.ts';
import { ball, box, ground, makeStage, matte, model, wall } from './support/stages.ts';
import { image, repeated } from './support/textures.ts';

const SIZE = 120;
const rasterizer = createRasterizer();
const white = matte(0.8, 0.8, 0.8);

/** From −Z clockwise, as the language counts azimuths; degrees. */
function sunAt(azimuth: number, elevation: number): Vector3 {
  const [turn, rise] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  return [Math.cos(rise) * Math.sin(turn), Math.sin(rise), -Math.cos(rise) * Math.cos(turn)];
}

const DOWN = { position: [0, 14, 0], rotation: quaternion.cameraRotation({ pitch: -90, yaw: 0, roll: 0 }) } as const;

function makeSunny(models: readonly StagedModel[], sun: Vector3, camera: Partial<Stage['camera']> = DOWN): Stage {
  return makeStage({
    ...{ camera, models, shadow: { center: [0, 0, 0], radius: 30 } },
    sky: { sunDirection: sun, sunIrradiance: [2, 2, 2] },
  });
}

function draw(stage: Stage, shadows = true): Picture {
  return rasterizer.render(stage, { height: SIZE, width: SIZE, samples: 1, shadows });
}

const isDark = ({ color }: Picture, pixel: number) => color[4 * pixel] === 0;

/** The ground's point at a place of the picture. */
function groundPoint({ camera }: Stage, x: number, y: number): Vector3 {
  const ray = rayThrough(camera, SIZE, SIZE, x, y);
  const depth = -camera.position[1] / ray[1];
  return camera.position.map((part, axis) => part + depth * ray[axis]!) as unknown as Vector3;
}

/**
 * Compares the ground of a picture with what rays say; pixels through which a shadow's edge goes count as either. Gives back
 * the number of dark pixels.
 */
function checkGround(stage: Stage, isShaded: (point: Vector3) => boolean): number {
  const picture = draw(stage);
  const wrong: string[] = [];
  let dark = 0;
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const pixel = y * SIZE + x;
      if (picture.ids[pixel] !== 1) continue;
      const expected = isShaded(groundPoint(stage, x + 0.5, y + 0.5));
      const around = [-1e-4, 1e-4].flatMap((by) => [
        isShaded(groundPoint(stage, x + 0.5 + by, y + 0.5)),
        isShaded(groundPoint(stage, x + 0.5, y + 0.5 + by)),
      ]);
      if (around.some((one) => one !== expected)) continue;
      if (expected) dark += 1;
      if (isDark(picture, pixel) !== expected) wrong.push(`${x},${y}`);
    }
  }
  expect(wrong).toEqual([]);
  return dark;
}

/** Whether the way from a point to the sun goes through a box about `center`: the slab method. */
function hitsBox(point: Vector3, sun: Vector3, center: Vector3, size: Vector3): boolean {
  let [enter, leave] = [0, Infinity];
  for (let axis = 0; axis < 3; axis += 1) {
    const crossings = [-1, 1].map((side) => (center[axis]! + (side * size[axis]!) / 2 - point[axis]!) / sun[axis]!);
    enter = Math.max(enter, Math.min(...crossings));
    leave = Math.min(leave, Math.max(...crossings));
  }
  return enter < leave;
}

describe('a gnomon', () => {
  const size: Vector3 = [0.3, 2, 0.2];
  const center: Vector3 = [0, 1, 0];

  test.each([
    { azimuth: 20, elevation: 35 },
    { azimuth: 110, elevation: 60 },
    { azimuth: 200, elevation: 25 },
    { azimuth: 290, elevation: 48 },
  ])(
    'at azimuth $azimuth, elevation $elevation: its whole shadow, from the foot to the tip',
    ({ azimuth, elevation }) => {
      const sun = sunAt(azimuth, elevation);
      const models = [ground(white, 100), model('gnomon', [{ mesh: box(...size), material: white }], { at: center })];
      const stage = makeSunny(models, sun);
      expect(checkGround(stage, (point) => hitsBox(point, sun, center, size))).toBeGreaterThan(20);
    },
  );

  test('seen from the side, 30 m away', () => {
    const sun = sunAt(75, 12);
    const models = [ground(white, 100), model('gnomon', [{ mesh: box(...size), material: white }], { at: center })];
    const rotation = quaternion.cameraRotation({ pitch: -3, yaw: 0, roll: 0 });
    const stage = makeSunny(models, sun, { position: [-3, 1.7, 30], rotation, fov: 12 });
    expect(checkGround(stage, (point) => hitsBox(point, sun, center, size))).toBeGreaterThan(20);
  });
});

test('a view along the ground, crowded near the eye', () => {
  const sun = sunAt(100, 20);
  const size: Vector3 = [0.05, 0.3, 0.04];
  const near: Vector3 = [0.6, 0.15, 0];
  const far: Vector3 = [4, 4, -30];
  const models = [
    ground(white, 1000),
    model('stick', [{ mesh: box(...size), material: white }], { at: near }),
    model('tower', [{ mesh: box(3, 8, 3), material: white }], { at: far }),
  ];
  const rotation = quaternion.cameraRotation({ pitch: -14, yaw: 0, roll: 0 });
  const stage = makeSunny(models, sun, { position: [0, 0.25, 0.9], rotation, fov: 55 });
  const isShaded = (point: Vector3) => hitsBox(point, sun, near, size) || hitsBox(point, sun, far, [3, 8, 3]);
  expect(checkGround({ ...stage, shadow: { center: [0, 0, -15], radius: 40 } }, isShaded)).toBeGreaterThan(100);
});

test('a bumpy ball shades the ground as its triangles do', () => {
  const mesh = ball(24, 12, 0.35);
  const sun = sunAt(140, 40);
  const at: Vector3 = [0.3, 1, -0.4];
  const models = [ground(white, 100), model('ball', [{ mesh, material: white }], { at })];
  const { positions, indices } = mesh;
  const corner = (index: number): Vector3 =>
    [0, 1, 2].map((axis) => positions[3 * indices[index]! + axis]! + at[axis]!) as unknown as Vector3;
  const triangles = Array.from({ length: indices.length / 3 }, (_, index) =>
    [0, 1, 2].map((part) => corner(3 * index + part)),
  );
  /** Whether a point is within the triangle's shadow on the plane y = 0: seen along the sun, both are two-dimensional. */
  const shadows = triangles.map((triangle) =>
    triangle.map(([x, y, z]) => [x - (y * sun[0]) / sun[1], z - (y * sun[2]) / sun[1]] as const),
  );
  const extents = shadows.map((shadow) => {
    const [xs, zs] = [shadow.map(([x]) => x), shadow.map(([, z]) => z)];
    return [Math.min(...xs), Math.max(...xs), Math.min(...zs), Math.max(...zs)] as const;
  });
  const isShaded = ([x, , z]: Vector3) =>
    shadows.some((shadow, index) => {
      const [left, right, back, front] = extents[index]!;
      if (x < left || right < x || z < back || front < z) return false;
      const sides = shadow.map(([px, pz], side) => {
        const [qx, qz] = shadow[(side + 1) % 3]!;
        return (qx - px) * (z - pz) - (qz - pz) * (x - px);
      });
      return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
    });
  expect(checkGround(makeSunny(models, sun), isShaded)).toBeGreaterThan(150);
});

test('leaves cast the shadow of what alpha leaves of them', () => {
  // A chequered sheet, upright, with the sun behind it at 45°: its shadow is as long as it is high.
  const texture = repeated(image(64, 64, (x, y) => [255, 255, 255, ((x >> 4) + (y >> 4)) & 1 ? 255 : 0]));
  const leaf = { ...white, doubleSided: true, alphaCutoff: 0.5, texture };
  const models = [ground(white, 100), model('leaf', [{ mesh: wall(4, 4), material: leaf }], { at: [0, 0, 0] })];
  const isShaded = ([x, , z]: Vector3) => {
    if (Math.abs(x) > 2 || z < 0 || z > 4) return false;
    // Texels of 1/16 m; between two of them alpha crosses the cutoff just at their border.
    const [column, row] = [Math.floor((x + 2) * 16) >> 4, Math.floor((4 - z) * 16) >> 4];
    return ((column + row) & 1) === 1;
  };
  const stage = makeSunny(models, sunAt(0, 45));
  const picture = draw(stage);
  let [compared, wrong] = [0, 0];
  for (let pixel = 0; pixel < SIZE * SIZE; pixel += 1) {
    const point = groundPoint(stage, (pixel % SIZE) + 0.5, Math.floor(pixel / SIZE) + 0.5);
    // Corners of the chequers are round, as linear filtering makes them.
    const fromLine = [point[0], point[2]].map((part) => Math.abs(part - Math.round(part)));
    if (picture.ids[pixel] !== 1 || Math.min(...fromLine) < 0.1) continue;
    compared += 1;
    if (isDark(picture, pixel) !== isShaded(point)) wrong += 1;
  }
  expect(wrong).toBe(0);
  expect(compared).toBeGreaterThan(3000);
});

describe('nothing shades itself where it should not', () => {
  const sun = sunAt(60, 30);
  const side = {
    position: [2, 2.2, 4] as const,
    rotation: quaternion.cameraRotation({ pitch: -17, yaw: 26, roll: 0 }),
  };

  test.each([
    { name: 'a ball of few triangles', mesh: ball(12, 6), doubleSided: false },
    { name: 'a ball of many triangles', mesh: ball(80, 40), doubleSided: false },
    { name: 'a double-sided ball', mesh: ball(32, 16), doubleSided: true },
  ])('$name, which is round all over', ({ mesh, doubleSided }) => {
    for (const scale of [1, 0.02]) {
      const models = [
        model('ball', [{ mesh, material: { ...white, doubleSided } }], { at: [0, 1, 0], scale: [scale, scale, scale] }),
      ];
      const camera = { ...side, fov: 60 * scale + 1, position: side.position };
      const stage = makeSunny(models, sun, camera);
      expect(draw(stage).color).toEqual(draw(stage, false).color);
    }
  });

  test('double-sided leaves in full sun', () => {
    const leaf = { mesh: wall(1, 1), material: { ...white, doubleSided: true } };
    const standing = [0, 40, 80, 120].map((yaw, element) => ({
      ...{ element, at: [1.2 * (element - 1.5), 0.5, 0] as const },
      rotation: quaternion.objectRotation({ pitch: 7, yaw, roll: 11 }),
    }));
    // Apart, and side by side across the light: none shades another.
    const stage = makeSunny([model('leaf', [leaf], ...standing)], sunAt(180, 70), { ...side, fov: 60 });
    expect(draw(stage).color).toEqual(draw(stage, false).color);
  });
});

test('the ground casts shadows only if it has relief', () => {
  const hill = model('ground', [{ mesh: ball(40, 20), material: white }], { element: 0xffffffff, at: [0, -0.2, 0] });
  const floor = model('floor', [{ mesh: box(20, 0.1, 20), material: white }], { element: 0 });
  const models = [hill, floor];
  const sun = sunAt(90, 20);
  const dark = (relief: number) => {
    const picture = draw({ ...makeSunny(models, sun), scene: { ground: { relief } } as never });
    return picture.ids.filter((id, pixel) => id === 2 && isDark(picture, pixel)).length;
  };
  expect(dark(0)).toBe(0);
  expect(dark(1)).toBeGreaterThan(50);
});

test('what is outside the sphere of shadows casts none', () => {
  const models = [ground(white, 100), model('box', [{ mesh: box(1, 1, 1), material: white }], { at: [0, 2, 0] })];
  const sun = sunAt(90, 40);
  const count = (radius: number) => {
    const picture = draw({ ...makeSunny(models, sun), shadow: { center: [9, 0, 0], radius } });
    return picture.ids.filter((id, pixel) => id === 1 && isDark(picture, pixel)).length;
  };
  expect(count(5)).toBe(0);
  expect(count(10)).toBeGreaterThan(50);
});
