// The table of ground materials. The first is what a scene has that says nothing of its ground.
import type { Key, LinearColor } from '@diorama/geometry';
import { createDraws } from '../build/draws.ts';
import { smoothstep } from '../build/noise.ts';
import { blend, scale } from '../build/vectors.ts';
import { drawGround } from './draw-ground.ts';
import type { Ground } from './ground.ts';
import { tileCells, tileFractal, tileNoise, tileStrokes } from './tileable-noise.ts';

/** The color of a point, for one seed. */
type GroundPattern = (seed: number) => (u: number, v: number) => LinearColor;

/** Blades over earth, in patches of two greens. */
function grassy(
  colors: { earth: LinearColor; low: LinearColor; high: LinearColor; dead: LinearColor },
  bare: number,
): GroundPattern {
  return (seed) => {
    const patchNoise = tileFractal(4, 3, seed);
    const fineNoise = tileFractal(48, 2, seed + 20);
    const oneStrokes = tileStrokes(72, seed + 40, 0.13);
    const twoStrokes = tileStrokes(54, seed + 60, 0.12);
    return (u, v) => {
      const patch = patchNoise(u, v);
      const fine = fineNoise(u, v);
      const one = oneStrokes(u, v);
      const two = twoStrokes(u, v);
      const base = blend(
        blend(colors.low, colors.earth, smoothstep(bare - 0.25, bare + 0.25, -patch + 0.5 * fine)),
        [0, 0, 0],
        0.2,
      );
      const blade = (id: number): LinearColor =>
        scale(
          blend(blend(colors.low, colors.high, id), colors.dead, smoothstep(0.72, 0.95, id + 0.35 * patch)),
          0.85 + 0.4 * id,
        );
      const under = blend(base, blade(two.id), 0.85 * two.cover);
      return scale(blend<LinearColor>(under, blade(one.id), 0.9 * one.cover), 1 + 0.16 * patch + 0.12 * fine);
    };
  };
}

const sand: GroundPattern = (seed) => {
  const bendNoise = tileFractal(3, 3, seed);
  const rippleNoise = tileNoise(14, seed + 10);
  const duneNoise = tileFractal(3, 3, seed + 30);
  const grainNoise = tileNoise(200, seed + 50);
  const speckCells = tileCells(90, seed + 70);
  return (u, v) => {
    const bend = 0.05 * bendNoise(u, v);
    const ripple = rippleNoise(u, v + bend);
    const dune = duneNoise(u, v);
    const grain = grainNoise(u, v);
    const speck = speckCells(u, v);
    const light = 1 + 0.1 * ripple + 0.1 * dune + 0.1 * grain - (speck.nearest < 0.12 && speck.id > 0.8 ? 0.3 : 0);
    return scale(blend<LinearColor>([0.53, 0.39, 0.22], [0.6, 0.47, 0.3], 0.5 + 0.5 * dune), light);
  };
};

const snow: GroundPattern = (seed) => {
  const driftNoise = tileFractal(3, 4, seed);
  const crustNoise = tileFractal(24, 3, seed + 20);
  return (u, v) => {
    const drift = driftNoise(u, v);
    const crust = crustNoise(u, v);
    const light = 0.8 + 0.06 * drift + 0.05 * crust;
    return [light * 0.98, light, light * 1.04];
  };
};

const rock: GroundPattern = (seed) => {
  const warpUNoise = tileFractal(5, 3, seed);
  const warpVNoise = tileFractal(5, 3, seed + 5);
  const slabCells = tileCells(7, seed + 20);
  const coarseNoise = tileFractal(8, 4, seed + 40);
  const fineNoise = tileFractal(60, 3, seed + 60);
  const lichenNoise = tileFractal(18, 3, seed + 80);
  return (u, v) => {
    const warpU = u + 0.07 * warpUNoise(u, v);
    const warpV = v + 0.07 * warpVNoise(u, v);
    const slab = slabCells(warpU, warpV);
    const crack = smoothstep(0.0, 0.09, slab.second - slab.nearest);
    const coarse = coarseNoise(u, v);
    const fine = fineNoise(u, v);
    const lichen = smoothstep(0.25, 0.45, lichenNoise(u, v));
    const stone = scale(
      [0.27, 0.26, 0.24],
      (0.82 + 0.3 * slab.id) * (1 + 0.35 * coarse + 0.3 * fine) * (0.72 + 0.28 * crack),
    );
    return blend<LinearColor>(stone, [0.38, 0.38, 0.3], 0.45 * lichen * crack);
  };
};

const gravel: GroundPattern = (seed) => {
  const largeCells = tileCells(34, seed);
  const smallCells = tileCells(80, seed + 20);
  const toneNoise = tileFractal(5, 3, seed + 40);
  return (u, v) => {
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
    return scale(stones, 1 + 0.15 * toneNoise(u, v));
  };
};

const forestFloor: GroundPattern = (seed) => {
  const earthNoise = tileFractal(10, 3, seed);
  const mossNoise = tileFractal(4, 3, seed + 10);
  const leafStrokes = tileStrokes(26, seed + 20, 0.4);
  const twigStrokes = tileStrokes(20, seed + 40, 0.06);
  const needleStrokes = tileStrokes(70, seed + 60, 0.1);
  return (u, v) => {
    const earth = scale([0.075, 0.05, 0.03], 1 + 0.4 * earthNoise(u, v));
    const moss = smoothstep(0.12, 0.4, mossNoise(u, v));
    const ground = blend<LinearColor>(earth, [0.06, 0.1, 0.025], 0.75 * moss);
    const leaf = leafStrokes(u, v);
    const twig = twigStrokes(u, v);
    const needle = needleStrokes(u, v);
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

const mud: GroundPattern = (seed) => {
  const warpNoise = tileFractal(6, 3, seed);
  const plateCells = tileCells(11, seed + 20);
  const wetNoise = tileFractal(3, 3, seed + 40);
  const fineNoise = tileFractal(40, 3, seed + 60);
  return (u, v) => {
    const warp = 0.05 * warpNoise(u, v);
    const plate = plateCells(u + warp, v - warp);
    const wet = smoothstep(-0.1, 0.35, wetNoise(u, v));
    const crack = smoothstep(0.0, 0.06, plate.second - plate.nearest);
    const fine = fineNoise(u, v);
    const dry = scale([0.22, 0.155, 0.1], (0.9 + 0.15 * plate.id) * (0.6 + 0.4 * crack) * (1 + 0.2 * fine));
    return blend<LinearColor>(dry, scale([0.1, 0.07, 0.045], 1 + 0.25 * fine), wet);
  };
};

const heath: GroundPattern = (seed) => {
  const clumpCells = tileCells(22, seed);
  const patchNoise = tileFractal(4, 3, seed + 10);
  const fineNoise = tileFractal(60, 2, seed + 20);
  const bladeStrokes = tileStrokes(60, seed + 40, 0.14);
  return (u, v) => {
    const clump = clumpCells(u, v);
    const patch = patchNoise(u, v);
    const fine = fineNoise(u, v);
    const blade = bladeStrokes(u, v);
    const bloom = smoothstep(0.05, 0.4, patch + 0.3 * (clump.id - 0.5));
    const leaves = blend<LinearColor>([0.06, 0.075, 0.03], [0.13, 0.12, 0.05], clump.id);
    const purple = blend(leaves, [0.24, 0.1, 0.2], bloom * (0.35 + 0.4 * blade.cover));
    const straw = blend(purple, [0.3, 0.23, 0.1], (1 - bloom) * 0.6 * blade.cover);
    return scale(straw, (1.1 - 0.45 * clump.nearest) * (1 + 0.25 * fine));
  };
};

const GRASS = {
  earth: [0.09, 0.065, 0.035],
  low: [0.05, 0.095, 0.018],
  high: [0.12, 0.19, 0.04],
  dead: [0.24, 0.21, 0.09],
} as const;
const SAVANNA = {
  earth: [0.25, 0.155, 0.08],
  low: [0.27, 0.2, 0.085],
  high: [0.5, 0.39, 0.18],
  dead: [0.58, 0.49, 0.27],
} as const;
const STUBBLE = {
  earth: [0.17, 0.115, 0.065],
  low: [0.33, 0.25, 0.1],
  high: [0.62, 0.5, 0.22],
  dead: [0.66, 0.57, 0.32],
} as const;

/** Every ground of the library. */
export const GROUNDS: readonly Ground[] = [
  ground(
    'short-grass',
    3,
    grassy(GRASS, 0.55),
    ['short grass', 'grass', 'lawn', 'pasture', 'meadow'],
    [...['green', 'field', 'alpine meadow', 'moor grass', 'turf', 'prairie', 'farmland', 'wet meadow', 'park', 'dewy']],
  ),
  ground(
    'dry-savanna',
    4,
    grassy(SAVANNA, 0.35),
    ['dry savanna grass', 'savanna', 'savannah', 'dry grass', 'steppe'],
    [...['red earth', 'scrub', 'africa', 'plain', 'bush', 'parched', 'outback', 'dusty']],
  ),
  ground(
    'stubble',
    3,
    grassy(STUBBLE, 0.3),
    ['stubble field', 'stubble', 'hay', 'straw'],
    ['harvested', 'wheat', 'corn', 'ploughed', 'crop', 'autumn'],
  ),
  ground('sand', 3, sand, ['sand', 'desert', 'beach', 'dune'], ['dry', 'coast', 'shore', 'sahara']),
  ground('snow', 5, snow, ['snow', 'ice', 'glacier'], ['winter', 'arctic', 'white', 'frozen', 'frost']),
  ground('rock', 4, rock, ['rock', 'stone', 'bare rock', 'cliff'], ['mountain', 'granite', 'slab', 'lava', 'lichen']),
  ground(
    'gravel',
    2,
    gravel,
    ['gravel', 'river gravel', 'scree and grass', 'scree', 'pebbles', 'shingle'],
    ['stony', 'stream bed', 'path', 'moraine'],
  ),
  ground(
    'forest-floor',
    2.5,
    forestFloor,
    ['forest floor', 'leaf litter', 'fallen leaves', 'pine needles'],
    ['wood', 'woodland', 'moss', 'jungle', 'bark', 'soil'],
  ),
  ground(
    'mud',
    3,
    mud,
    ['mud', 'earth', 'dirt', 'clay', 'bog'],
    ['swamp', 'marsh', 'wet', 'cracked', 'soil', 'peat', 'riverbank'],
  ),
  ground('heath', 3.5, heath, ['heath', 'heather', 'moor', 'moorland'], ['purple', 'tundra', 'highland', 'bilberry']),
];

function ground(
  name: string,
  tileSize: number,
  pattern: GroundPattern,
  names: readonly string[],
  tags: readonly string[],
): Ground {
  return {
    id: `ground/${name}`,
    names,
    tags,
    tileSize,
    draw: (key: Key) => drawGround(pattern(createDraws(key).seed())),
  };
}
