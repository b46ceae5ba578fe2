// Measures of pictures of models: whether levels of detail have one silhouette, and shadows no speckles.
import type { Model, ModelPart } from '@diorama/geometry';
import { createRasterizer, type Picture } from '@diorama/rasterizer';
import type { Scene } from '@diorama/scene';
import type { SkyModel } from '@diorama/sky';
import type { Stage } from '@diorama/stage';

const SIZE = 192;
const rasterizer = createRasterizer();

/** What two silhouettes share, as a share of what either fills: the mean of a front and a side view. */
export function silhouetteAgreement(a: Model, b: Model): number {
  const shares = [20, 80].map((yaw) => {
    const [first, second] = [a, b].map((model) => draw(model, yaw, { color: false }).ids) as [Uint32Array, Uint32Array];
    let [both, either] = [0, 0];
    first.forEach((id, pixel) => {
      const [inFirst, inSecond] = [id > 0, second[pixel]! > 0];
      if (inFirst && inSecond) both += 1;
      if (inFirst || inSecond) either += 1;
    });
    return both / Math.max(1, either);
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The same for what is loose, as crowns are: how much of each square of the pictures is filled, and not which of its pixels. */
export function coverAgreement(a: Model, b: Model): number {
  const shares = [20, 80].map((yaw) => {
    const [first, second] = [a, b].map((model) => coverOf(draw(model, yaw, { color: false }))) as [number[], number[]];
    let [both, either] = [0, 0];
    first.forEach((cover, square) => {
      both += Math.min(cover, second[square]!);
      either += Math.max(cover, second[square]!);
    });
    return both / Math.max(1, either);
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function coverOf({ ids }: Picture): number[] {
  const across = SIZE / SQUARE;
  const cover = new Array<number>(across * across).fill(0);
  ids.forEach((id, pixel) => {
    const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
    const square = Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE);
    if (id > 0) cover[square] = cover[square]! + 1;
  });
  return cover;
}

/** Pixels. */
const SQUARE = 12;

/** The share of a model's pixels that its own shadow darkens though all around them, of the same even skin, are lit. */
export function speckleShare(model: Model): number {
  const lit = draw(model, 40, { shadows: false });
  const shaded = draw(model, 40, { shadows: true });
  const isDark = lit.ids.map((id, pixel) => (id > 0 && light(shaded, pixel) < 0.6 * light(lit, pixel) ? 1 : 0));
  let [speckles, all] = [0, 0];
  for (let y = 1; y < SIZE - 1; y += 1) {
    for (let x = 1; x < SIZE - 1; x += 1) {
      const pixel = y * SIZE + x;
      if (lit.ids[pixel] === 0) continue;
      all += 1;
      const near = AROUND.map(([i, j]) => pixel + j * SIZE + i);
      const depths = near.map((one) => lit.depth[one]!);
      // A step between two surfaces may hide the rest of a shadow.
      const isEven = Math.max(...depths) - Math.min(...depths) < STEP;
      if (isDark[pixel] === 1 && isEven && near.every((one) => isDark[one] === 0)) speckles += 1;
    }
  }
  return speckles / Math.max(1, all);
}

/** Metres of depth between neighbouring pixels, of a model of height 1. */
const STEP = 0.03;
const AROUND = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => [i, j] as const)).filter(([i, j]) => i !== 0 || j !== 0);

function light({ color }: Picture, pixel: number): number {
  return color[4 * pixel]! + color[4 * pixel + 1]! + color[4 * pixel + 2]!;
}

function draw(model: Model, yaw: number, options: { color?: boolean; shadows?: boolean }): Picture {
  return rasterizer.render(stageOf(model.parts, yaw), { width: SIZE, height: SIZE, samples: 1, ...options });
}

function stageOf(parts: readonly ModelPart[], yaw: number): Stage {
  const half = (yaw * Math.PI) / 360;
  const extent = Math.max(
    ...parts.flatMap(({ mesh }) => [mesh.positions.reduce((most, part) => Math.max(most, Math.abs(part)), 0)]),
  );
  const distance = 5 * extent;
  return {
    scene: { ground: { relief: 0 } } as unknown as Scene,
    camera: {
      position: [0, 0.45 * extent, distance],
      rotation: [0, 0, 0, 1],
      fov: 24,
      ...{ aspect: 1, near: 0.1, far: 100, exposure: 0 },
    },
    sky: SKY,
    ambient: Array.from({ length: 27 }, (_, index) => (index < 3 ? 0.6 : 0)),
    lamps: [],
    shadow: { center: [0, 0.5, 0], radius: 3 * extent },
    models: [
      {
        name: 'model',
        parts,
        instances: {
          count: 1,
          elements: Uint32Array.of(0),
          translations: Float64Array.of(0, 0, 0),
          rotations: Float64Array.of(0, Math.sin(half), 0, Math.cos(half)),
          scales: Float64Array.of(1, 1, 1),
        },
      },
    ],
  };
}

const SKY: SkyModel = {
  parameters: {
    ...{ sunElevation: 42, sunAzimuth: 30, sunSize: 0.5, sunIntensity: 1, strength: 1, altitude: 0 },
    ...{ air: 1, dust: 1, ozone: 1 },
  },
  sunDirection: [0.37, 0.67, 0.643],
  sunIrradiance: [3, 3, 3],
  table: { width: 1, height: 1, radiance: new Float32Array(3) },
  harmonics: new Array<number>(27).fill(0),
  discRadiance: [0, 0, 0],
};
