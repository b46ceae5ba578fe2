// Light in Blender: sun, surroundings, lamps and haze, as the contract has them.
import { harmonicIrradiance, type LinearColor, quaternion, type Vector3 } from '@diorama/geometry';
import { expect, test } from 'vitest';
import {
  ballPart,
  blackSky,
  boxPart,
  cardPart,
  floorPart,
  lookAt,
  matte,
  type TestStage,
} from '../../backend-blender/test/support/test-stage.ts';
import { bytesAt, describeBlender, type Eye, expectColor, lightAt, project } from './support/blender.ts';

describeBlender('light', ({ show }) => {
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
});

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
