// What light does, by arithmetic.
import { fromLinear, harmonicIrradiance, type LinearColor, quaternion, type Vector3 } from '@diorama/geometry';
import { createSky, skyRadiance, sunRadiance } from '@diorama/sky';
import type { Stage } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { byteOf } from '../src/encode-color.ts';
import { type Picture, type RenderOptions, render } from '../src/index.ts';
import { rayThrough } from './support/cameras.ts';
import { ball, box, evenLight, ground, makeStage, matte, model, wall } from './support/stages.ts';

const SIZE = 9;
const MIDDLE = 4 * (4 * SIZE + 4);

/** Red, green, blue at the middle of the picture. */
function middle(stage: Stage, options: Partial<RenderOptions> = {}): number[] {
  return [...render(stage, { height: SIZE, ...options }).color.slice(MIDDLE, MIDDLE + 3)];
}

/** A wall that fills the view, 2 m ahead. */
const screen = (material = matte(0.5, 0.25, 0.125)) =>
  model('screen', [{ mesh: wall(20, 20), material }], { at: [0, -10, -2] });

const sunny = (direction: Vector3, irradiance: LinearColor) => ({
  sunDirection: direction,
  sunIrradiance: irradiance,
});

test('a byte is the nearest to its light', () => {
  for (let step = 0; step <= 20_000; step += 1) {
    const light = step / 19_990;
    expect(byteOf(light)).toBe(fromLinear([light, 0, 0])[0]);
  }
  expect([-1, Number.NaN, 0, 1, 7, Infinity].map(byteOf)).toEqual([0, 0, 0, 255, 255, 255]);
});

describe('a matte surface', () => {
  test('shows its color in even light', () => {
    expect(middle(makeStage({ ambient: evenLight(), models: [screen()] }))).toEqual(fromLinear([0.5, 0.25, 0.125]));
  });

  test('shows harmonic light as its normal sees it', () => {
    const ambient = Array.from({ length: 27 }, (_, index) => (index < 3 ? 1.5 : 0.3 * Math.sin(7 * index)));
    for (const yaw of [0, 35, -50]) {
      const rotation = quaternion.objectRotation({ pitch: 20, yaw, roll: 0 });
      const models = [
        model('box', [{ mesh: box(9, 9, 0.1), material: matte(0.5, 0.5, 0.5) }], { at: [0, 0, -9], rotation }),
      ];
      const light = harmonicIrradiance(ambient, quaternion.rotateVector(rotation, [0, 0, 1]));
      const expected = fromLinear(light.map((part) => (0.5 * part) / Math.PI) as unknown as LinearColor);
      expect(middle(makeStage({ ambient, models }))).toEqual(expected);
    }
  });

  test('reflects the sun by the cosine', () => {
    for (const degrees of [0, 30, 60, 85, 95]) {
      const angle = (degrees * Math.PI) / 180;
      const sky = sunny([Math.sin(angle), 0, Math.cos(angle)], [2, 3, 1]);
      const cosine = Math.max(0, Math.cos(angle)) / Math.PI;
      const expected = fromLinear([2 * 0.5 * cosine, 3 * 0.25 * cosine, 0.125 * cosine]);
      for (const shadows of [true, false])
        expect(middle(makeStage({ sky, models: [screen()] }), { shadows })).toEqual(expected);
    }
  });

  test('gives off light by itself', () => {
    const material = matte(0.5, 0.5, 0.5, { emissive: [0.1, 0.2, 0.3] });
    expect(middle(makeStage({ models: [screen(material)] }))).toEqual(fromLinear([0.1, 0.2, 0.3]));
  });

  test('mixes the colors of its corners', () => {
    const mesh = { ...wall(20, 20), colors: new Uint16Array(16).fill(65535) };
    for (const corner of [0, 1]) mesh.colors.set([0, 32768, 65535, 65535], 4 * corner);
    const models = [model('screen', [{ mesh, material: matte(0.5, 0.5, 0.5) }], { at: [0, -10, -2] })];
    expect(middle(makeStage({ ambient: evenLight(), models }))).toEqual(fromLinear([0.25, 0.375, 0.5]));
  });

  test('turns its normal to the eye on its back', () => {
    const turned = { at: [0, -10, -2] as const, rotation: quaternion.fromYaw(180) };
    const material = matte(0.5, 0.5, 0.5, { doubleSided: true });
    const models = [model('screen', [{ mesh: wall(20, 20), material }], turned)];
    const lit = middle(makeStage({ sky: sunny([0, 0, 1], [1, 1, 1]), models }));
    expect(lit).toEqual(fromLinear([0.5 / Math.PI, 0.5 / Math.PI, 0.5 / Math.PI]));
    expect(middle(makeStage({ sky: sunny([0, 0, -1], [1, 1, 1]), models }))).toEqual([0, 0, 0]);
  });

  test('that is stretched keeps its normals upright to it', () => {
    // A ball stretched to an ellipsoid: the normal at p is along p / radii².
    const radii: Vector3 = [2, 0.7, 1];
    const models = [
      model('ball', [{ mesh: ball(200, 100), material: matte(1, 1, 1) }], { at: [0, 0, -6], scale: radii }),
    ];
    const sun: Vector3 = [0.48, 0.64, 0.6];
    const stage = makeStage({ camera: { fov: 40 }, sky: sunny(sun, [2, 2, 2]), models });
    const picture = render(stage, { width: 80, height: 40, samples: 1, shadows: false });
    for (const [x, y] of [
      [40, 20],
      [50, 15],
      [30, 24],
      [58, 20],
      [25, 18],
    ] as const) {
      const ray = rayThrough(stage.camera, 80, 40, x + 0.5, y + 0.5);
      const depth = picture.depth[y * 80 + x]!;
      const place = [ray[0] * depth, ray[1] * depth, ray[2] * depth + 6];
      const normal = place.map((part, axis) => part / radii[axis]! ** 2);
      const cosine = normal.reduce((sum, part, axis) => sum + part * sun[axis]!, 0) / Math.hypot(...normal);
      const expected = fromLinear([(2 * Math.max(0, cosine)) / Math.PI, 0, 0])[0];
      expect(Math.abs(picture.color[4 * (y * 80 + x)]! - expected)).toBeLessThanOrEqual(2);
    }
  });
});

describe('a lamp', () => {
  test.each([1, 2, 4])('at %d m: the inverse square', (distance) => {
    const lamp = {
      ...{ element: 0, power: 1, radius: 0, color: [1, 1, 1] as const },
      ...{ position: [0, 0, distance - 2] as const, intensity: [3, 1, 0.5] as const },
    };
    const lit = [3, 1, 0.5].map((part, index) => (part * [0.5, 0.25, 0.125][index]!) / (Math.PI * distance * distance));
    expect(middle(makeStage({ lamps: [lamp], models: [screen()] }), { samples: 1 })).toEqual(
      fromLinear(lit as unknown as LinearColor),
    );
  });

  test('by the cosine, and not from behind', () => {
    const lamp = { element: 0, power: 1, radius: 0, color: [1, 1, 1] as const, intensity: [9, 9, 9] as const };
    const [beside, behind] = [
      [3, 0, 2],
      [0, 0, -3],
    ] as const;
    const square = 9 + 16;
    const expected = (9 * 0.5 * (4 / 5)) / (Math.PI * square);
    const lit = middle(makeStage({ lamps: [{ ...lamp, position: beside }], models: [screen()] }), { samples: 1 });
    expect(lit[0]).toBe(fromLinear([expected, 0, 0])[0]);
    expect(middle(makeStage({ lamps: [{ ...lamp, position: behind }], models: [screen()] }))).toEqual([0, 0, 0]);
  });
});

test.each([-2, -1, 0, 1, 1.5])('exposure %d', (exposure) => {
  const stage = makeStage({ camera: { exposure }, ambient: evenLight(0.4), models: [screen()] });
  expect(middle(stage)).toEqual(fromLinear([0.2 * 2 ** exposure, 0.1 * 2 ** exposure, 0.05 * 2 ** exposure]));
});

describe('haze', () => {
  const color: LinearColor = [0.6, 0.7, 0.8];
  const hazy = (density: number, ceiling: number, camera = {}) =>
    makeStage({ camera, ambient: evenLight(), haze: { density, ceiling, color }, models: [screen()] });
  const mixed = (path: number) => {
    const clear = Math.exp(-path);
    return fromLinear([0.5, 0.25, 0.125].map((part, index) => part * clear + color[index]! * (1 - clear)) as never);
  };

  test.each([0.01, 0.3, 2])('of density %d dims by exp(−density · d)', (density) => {
    expect(middle(hazy(density, 1000), { samples: 1 })).toEqual(mixed(2 * density));
  });

  test('is measured along the ray, and ends at its ceiling', () => {
    const camera = { rotation: quaternion.cameraRotation({ pitch: 30, yaw: 0, roll: 0 }) };
    const ray = 2 / Math.cos(Math.PI / 6);
    expect(middle(hazy(0.4, 1000, camera), { samples: 1 })).toEqual(mixed(0.4 * ray));
    // At a pitch of 30° the ray rises by half its length.
    expect(middle(hazy(0.4, 0.5, camera), { samples: 1 })).toEqual(mixed(0.4 * 1));
  });

  test('before the sky reaches to the far plane', () => {
    const rotation = quaternion.cameraRotation({ pitch: -10, yaw: 0, roll: 0 });
    const stage = makeStage({ camera: { far: 50, rotation }, haze: { density: 0.01, ceiling: 1000, color } });
    const clear = Math.exp(-0.5);
    expect(middle(stage, { samples: 1 })).toEqual(fromLinear(color.map((part) => part * (1 - clear)) as never));
  });
});

describe('the sky', () => {
  const sky = createSky({
    ...{ sunElevation: 25, sunAzimuth: 40, sunSize: 6, sunIntensity: 1, strength: 0.1, altitude: 0 },
    ...{ air: 1, dust: 1, ozone: 1 },
  });

  test.each([
    { name: 'at the sun', pitch: 20, yaw: -40 },
    { name: 'beside it, tilted', pitch: 5, yaw: 60 },
    { name: 'straight up', pitch: 88, yaw: 0 },
    { name: 'below the horizon', pitch: -15, yaw: 10 },
  ])('is that of the model: $name', ({ pitch, yaw }) => {
    const rotation = quaternion.cameraRotation({ pitch, yaw, roll: 15 });
    const stage = makeStage({ camera: { rotation, fov: 70 }, sky: { ...sky, discRadiance: [0.9, 0.7, 0.5] } });
    const picture = render(stage, { width: 60, height: 40, samples: 1 });
    const far = worst(picture, (x, y) => {
      const [dx, dy, dz] = rayThrough(stage.camera, 60, 40, x, y);
      const length = Math.hypot(dx, dy, dz);
      const direction: Vector3 = [dx / length, dy / length, dz / length];
      const sun = sunRadiance(stage.sky, direction);
      return sun[0] > 0 ? sun : skyRadiance(stage.sky, direction);
    });
    expect(far).toBeLessThanOrEqual(1);
  });
});

/** The largest difference in bytes between a picture and the light that a function says, at the centres of pixels. */
function worst({ width, height, color }: Picture, light: (x: number, y: number) => LinearColor): number {
  let difference = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const expected = fromLinear(light(x + 0.5, y + 0.5));
      for (let part = 0; part < 3; part += 1) {
        difference = Math.max(difference, Math.abs(color[4 * (y * width + x) + part]! - expected[part]!));
      }
    }
  }
  return difference;
}

describe('a glossy surface', () => {
  const table = { width: 2, height: 2, radiance: new Float32Array(12).fill(0.5) };
  /** Light of 0.5 from everywhere. */
  const everywhere = { sky: { table }, ambient: evenLight(0.5) };

  test('that is black reflects 4 % straight back', () => {
    const water = { ...matte(0, 0, 0), roughness: 0.05 };
    const [red] = middle(makeStage({ ...everywhere, models: [screen(water)] }));
    expect(Math.abs(red! - fromLinear([0.02, 0, 0])[0])).toBeLessThanOrEqual(3);
  });

  test('reflects nearly all at grazing angles', () => {
    const water = { ...matte(0, 0, 0), roughness: 0.05 };
    const camera = {
      position: [0, 1, 0] as const,
      rotation: quaternion.cameraRotation({ pitch: -0.5, yaw: 0, roll: 0 }),
      fov: 0.5,
    };
    const [red] = middle(makeStage({ ...everywhere, camera, models: [ground(water, 2000)] }));
    expect(red).toBeGreaterThan(fromLinear([0.4, 0, 0])[0]);
  });

  test('of metal reflects its own color', () => {
    const gold = { ...matte(1, 0.5, 0.25), roughness: 0.2, metallic: 1 };
    const [red, green, blue] = middle(makeStage({ ...everywhere, models: [screen(gold)] }));
    const expected = fromLinear([0.5, 0.25, 0.125]);
    for (const [index, part] of [red, green, blue].entries())
      expect(Math.abs(part! - expected[index]!)).toBeLessThan(12);
  });

  test('shows the sun where it mirrors it, the more sharply the smoother', () => {
    const shiny = (roughness: number, x: number) =>
      middle(
        makeStage({
          sky: sunny([x, 0, Math.sqrt(1 - x * x)], [0.2, 0.2, 0.2]),
          models: [screen({ ...matte(0, 0, 0), roughness })],
        }),
      )[0]!;
    expect(shiny(0.2, 0)).toBeGreaterThan(shiny(0.4, 0));
    expect(shiny(0.2, 0.6)).toBeLessThan(shiny(0.4, 0.6));
  });
});
