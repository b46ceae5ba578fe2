// Turns seeds into grounds: the linear color of each point of a seamless square, out of layers of noise, cells and strokes.
import type { LinearColor } from '@diorama/geometry';
import { smoothstep } from '../build/noise.ts';
import { blend, scale } from '../build/vectors.ts';
import type { ColorAt } from './draw-ground.ts';
import { fractalLayer } from './fractal-layer.ts';
import { strokeLayer } from './stroke-layer.ts';
import { tileCells, tileNoise } from './tileable-noise.ts';

/** The color of a point, for one seed. */
export type GroundPattern = (seed: number) => ColorAt;

/** Blades over earth, in patches of two greens. */
export function grassy(
  colors: { earth: LinearColor; low: LinearColor; high: LinearColor; dead: LinearColor },
  bare: number,
): GroundPattern {
  return (seed) => {
    const patchNoise = fractalLayer(4, 3, seed);
    const fineNoise = fractalLayer(48, 2, seed + 20);
    const oneStrokes = strokeLayer(72, seed + 40, 0.13);
    const twoStrokes = strokeLayer(54, seed + 60, 0.12);
    return (_, __, pixel) => {
      const patch = patchNoise[pixel]!;
      const fine = fineNoise[pixel]!;
      const one = { cover: oneStrokes.cover[pixel]!, id: oneStrokes.id[pixel]! };
      const two = { cover: twoStrokes.cover[pixel]!, id: twoStrokes.id[pixel]! };
      const bareness = smoothstep(bare - 0.25, bare + 0.25, -patch + 0.5 * fine);
      const base = scale(blend(colors.low, colors.earth, bareness), 0.8);
      const blade = (id: number): LinearColor =>
        scale(
          blend(blend(colors.low, colors.high, id), colors.dead, smoothstep(0.72, 0.95, id + 0.35 * patch)),
          0.85 + 0.4 * id,
        );
      const under = two.cover === 0 ? base : blend<LinearColor>(base, blade(two.id), 0.85 * two.cover);
      const over = one.cover === 0 ? under : blend<LinearColor>(under, blade(one.id), 0.9 * one.cover);
      return scale(over, 1 + 0.16 * patch + 0.12 * fine);
    };
  };
}

export const sand: GroundPattern = (seed) => {
  const bendNoise = fractalLayer(3, 3, seed);
  const rippleNoise = tileNoise(14, seed + 10);
  const duneNoise = fractalLayer(3, 3, seed + 30);
  const grainNoise = fractalLayer(200, 1, seed + 50);
  const speckCells = tileCells(90, seed + 70);
  return (u, v, pixel) => {
    const bend = 0.05 * bendNoise[pixel]!;
    const ripple = rippleNoise(u, v + bend);
    const dune = duneNoise[pixel]!;
    const grain = grainNoise[pixel]!;
    const speck = speckCells(u, v);
    const light = 1 + 0.1 * ripple + 0.1 * dune + 0.1 * grain - (speck.nearest < 0.12 && speck.id > 0.8 ? 0.3 : 0);
    return scale(blend<LinearColor>([0.4, 0.295, 0.17], [0.46, 0.355, 0.225], 0.5 + 0.5 * dune), light);
  };
};

export const snow: GroundPattern = (seed) => {
  const driftNoise = fractalLayer(3, 4, seed);
  const crustNoise = fractalLayer(24, 3, seed + 20);
  return (_, __, pixel) => {
    const drift = driftNoise[pixel]!;
    const crust = crustNoise[pixel]!;
    const light = 0.64 + 0.16 * drift + 0.07 * crust;
    // What lies in the lee of a drift is lit by the sky.
    const blue = 0.05 - 0.08 * drift;
    return [light * (1 - blue), light, light * (1 + blue)];
  };
};

export const rock: GroundPattern = (seed) => {
  const warpUNoise = fractalLayer(5, 3, seed);
  const warpVNoise = fractalLayer(5, 3, seed + 5);
  const slabCells = tileCells(7, seed + 20);
  const coarseNoise = fractalLayer(8, 4, seed + 40);
  const fineNoise = fractalLayer(60, 3, seed + 60);
  const lichenNoise = fractalLayer(18, 3, seed + 80);
  return (u, v, pixel) => {
    const warpU = u + 0.07 * warpUNoise[pixel]!;
    const warpV = v + 0.07 * warpVNoise[pixel]!;
    const slab = slabCells(warpU, warpV);
    const crack = smoothstep(0.0, 0.09, slab.second - slab.nearest);
    const coarse = coarseNoise[pixel]!;
    const fine = fineNoise[pixel]!;
    const lichen = smoothstep(0.25, 0.45, lichenNoise[pixel]!);
    const stone = scale(
      [0.27, 0.26, 0.24],
      (0.82 + 0.3 * slab.id) * (1 + 0.35 * coarse + 0.3 * fine) * (0.72 + 0.28 * crack),
    );
    return blend<LinearColor>(stone, [0.38, 0.38, 0.3], 0.45 * lichen * crack);
  };
};

export const gravel: GroundPattern = (seed) => {
  const largeCells = tileCells(34, seed);
  const smallCells = tileCells(80, seed + 20);
  const toneNoise = fractalLayer(5, 3, seed + 40);
  return (u, v, pixel) => {
    const large = largeCells(u, v);
    const small = smallCells(u, v);
    const pebble = (cell: { nearest: number; second: number; id: number }, size: number): number =>
      smoothstep(0.0, size, cell.second - cell.nearest);
    const tone = (id: number): LinearColor => blend<LinearColor>([0.2, 0.19, 0.175], [0.45, 0.41, 0.36], id);
    const shade = 0.75 + 0.4 * pebble(large, 0.5) - 0.25 * (large.dx + large.dy);
    const stones =
      large.id > 0.35
        ? scale(tone(large.id), shade * (0.45 + 0.55 * pebble(large, 0.14)))
        : scale(tone(small.id), 0.4 + 0.5 * pebble(small, 0.2));
    return scale(stones, 1 + 0.15 * toneNoise[pixel]!);
  };
};

export const forestFloor: GroundPattern = (seed) => {
  const earthNoise = fractalLayer(10, 3, seed);
  const mossNoise = fractalLayer(4, 3, seed + 10);
  const leafStrokes = strokeLayer(26, seed + 20, 0.4);
  const twigStrokes = strokeLayer(20, seed + 40, 0.06);
  const needleStrokes = strokeLayer(70, seed + 60, 0.1);
  return (_, __, pixel) => {
    const earth = scale([0.075, 0.05, 0.03], 1 + 0.4 * earthNoise[pixel]!);
    const moss = smoothstep(0.12, 0.4, mossNoise[pixel]!);
    const ground = blend<LinearColor>(earth, [0.06, 0.1, 0.025], 0.75 * moss);
    const leaf = { cover: leafStrokes.cover[pixel]!, id: leafStrokes.id[pixel]! };
    const twig = { cover: twigStrokes.cover[pixel]!, id: twigStrokes.id[pixel]! };
    const needle = { cover: needleStrokes.cover[pixel]!, id: needleStrokes.id[pixel]! };
    const fallen: LinearColor = blend(
      blend<LinearColor>([0.2, 0.1, 0.035], [0.3, 0.2, 0.08], leaf.id),
      [0.1, 0.055, 0.025],
      leaf.id > 0.6 ? 0.6 : 0,
    );
    const littered = blend(
      blend(ground, [0.17, 0.11, 0.055], 0.5 * needle.cover),
      fallen,
      leaf.id > 0.3 ? 0.9 * Math.min(1, 2 * leaf.cover) * (1 - 0.6 * moss) : 0,
    );
    return blend<LinearColor>(littered, [0.11, 0.085, 0.06], twig.id > 0.55 ? 0.8 * twig.cover : 0);
  };
};

export const mud: GroundPattern = (seed) => {
  const warpNoise = fractalLayer(6, 3, seed);
  const plateCells = tileCells(11, seed + 20);
  const wetNoise = fractalLayer(3, 3, seed + 40);
  const fineNoise = fractalLayer(40, 3, seed + 60);
  return (u, v, pixel) => {
    const warp = 0.05 * warpNoise[pixel]!;
    const plate = plateCells(u + warp, v - warp);
    const wet = smoothstep(-0.1, 0.35, wetNoise[pixel]!);
    const crack = smoothstep(0.0, 0.06, plate.second - plate.nearest);
    const fine = fineNoise[pixel]!;
    const dry = scale([0.22, 0.155, 0.1], (0.9 + 0.15 * plate.id) * (0.6 + 0.4 * crack) * (1 + 0.2 * fine));
    return blend<LinearColor>(dry, scale([0.1, 0.07, 0.045], 1 + 0.25 * fine), wet);
  };
};

export const heath: GroundPattern = (seed) => {
  const clumpCells = tileCells(22, seed);
  const patchNoise = fractalLayer(4, 3, seed + 10);
  const fineNoise = fractalLayer(60, 2, seed + 20);
  const bladeStrokes = strokeLayer(60, seed + 40, 0.14);
  return (u, v, pixel) => {
    const clump = clumpCells(u, v);
    const patch = patchNoise[pixel]!;
    const fine = fineNoise[pixel]!;
    const blade = { cover: bladeStrokes.cover[pixel]!, id: bladeStrokes.id[pixel]! };
    const bloom = smoothstep(0.05, 0.4, patch + 0.3 * (clump.id - 0.5));
    const leaves = blend<LinearColor>([0.06, 0.075, 0.03], [0.13, 0.12, 0.05], clump.id);
    const purple = blend(leaves, [0.24, 0.1, 0.2], bloom * (0.35 + 0.4 * blade.cover));
    const straw = blend(purple, [0.3, 0.23, 0.1], (1 - bloom) * 0.6 * blade.cover);
    return scale(straw, (1.1 - 0.45 * clump.nearest) * (1 + 0.25 * fine));
  };
};
