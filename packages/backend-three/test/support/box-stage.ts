// A small stage made by hand: two boxes, a shining ball of many, a cut-out leaf and a lamp on even ground, under an easy sky.
import { harmonicBasis, type Material, type Mesh, type ModelPart, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { Element, Scene } from '@diorama/scene';
import type { SkyModel } from '@diorama/sky';
import { GROUND, type Stage, type StagedModel } from '@diorama/stage';

/** What a test changes of the stage. */
export interface BoxStageOptions {
  /** The scene's name and the labels of its elements. */
  readonly words: string;
  readonly haze: boolean;
  readonly exposure: number;
}

/** The camera stands at (0, 1, 0) and looks level along −Z, 90° from top to bottom: at depth d a metre is 1/(2d) of its height. */
export function boxStage(options: Partial<BoxStageOptions> = {}): Stage {
  const { words = 'box', haze = false, exposure = 0 } = options;
  const elements = [
    element('box', `${words} 1`),
    element('box', `${words} 2`),
    element('sphere', `${words} 3`),
    element('plane', `${words} 4`),
    { ...element('lamp', `${words} 5`), color: '#ffffff', power: 50, radius: 0.05 } as Element,
  ];
  const scene = {
    settings: { name: words, seed: 0, credits: '' },
    ground: { roughness: 1, relief: 0, reliefScale: 1 },
    elements,
  } as unknown as Scene;
  const sky = easySky();
  return {
    scene,
    camera: { position: [0, 1, 0], rotation: [0, 0, 0, 1], fov: 90, aspect: 1, near: 0.05, far: 5000, exposure },
    sky,
    ambient: ambientOf(sky, [0.06, 0.08, 0.04]),
    ...(haze && { haze: { density: 0.05, color: [0.5, 0.55, 0.6] as const, ceiling: 100 } }),
    lamps: [{ element: 4, position: [1, 1, -3], intensity: [4, 3, 2], power: 50, color: [1, 0.75, 0.5], radius: 0.05 }],
    shadow: { center: [0, 1, -6], radius: 12 },
    models: [
      model('ground', [part(sheet(4000), { name: 'soil', color: [0.3, 0.25, 0.18] })], [[GROUND, 0, 0, 0, 1]]),
      model(
        'box',
        [part(box(), { name: 'paint', color: [0.7, 0.1, 0.1] })],
        [
          [0, -1.5, 0, -5, 1],
          [1, 0, 1, -9, 2],
        ],
      ),
      model(
        'ball',
        [part(ball(), { name: 'steel', color: [0.9, 0.9, 0.9], roughness: 0.3, metallic: 1 })],
        [[2, 1.5, 0, -5, 1]],
      ),
      model('leaf', [leaf()], [[3, 0, 0.5, -4, 1]]),
    ],
  };
}

function element(kind: string, label: string): Element {
  return { kind, label, at: { kind: 'world', x: 0, y: 0, z: 0 } } as unknown as Element;
}

type Row = readonly [element: number, x: number, y: number, z: number, scale: number];

function model(name: string, parts: readonly ModelPart[], rows: readonly Row[]): StagedModel {
  return {
    name,
    parts,
    instances: {
      count: rows.length,
      elements: Uint32Array.from(rows, ([index]) => index),
      translations: Float64Array.from(rows.flatMap(([, x, y, z]) => [x, y, z])),
      rotations: Float64Array.from(rows.flatMap(() => [0, 0, 0, 1])),
      scales: Float64Array.from(rows.flatMap(([, , , , scale]) => [scale, scale, scale])),
    },
  };
}

function part(mesh: Mesh, looks: Partial<Material> & Pick<Material, 'name' | 'color'>): ModelPart {
  return { mesh, material: { roughness: 1, metallic: 0, doubleSided: false, ...looks } };
}

/** A level square around the origin. */
function sheet(half: number): Mesh {
  return {
    positions: Float32Array.of(-half, 0, -half, -half, 0, half, half, 0, half, half, 0, -half),
    normals: Float32Array.of(0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
}

/** An upright square metre with a checked texture whose dark fields are cut out. */
function leaf(): ModelPart {
  const mesh: Mesh = {
    positions: Float32Array.of(-0.5, 0, 0, 0.5, 0, 0, 0.5, 1, 0, -0.5, 1, 0),
    normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
    uvs: Float32Array.of(0, 1, 1, 1, 1, 0, 0, 0),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
  const pixels = new Uint8Array(4 * 64 * 64);
  for (let index = 0; index < 64 * 64; index += 1) {
    const solid = (((index % 64) >> 5) + (index >> 11)) % 2 === 0;
    pixels.set(solid ? [60, 160, 40, 255] : [60, 160, 40, 0], 4 * index);
  }
  const image = { width: 64, height: 64, pixels };
  const texture = { image, wrapU: 'clamp', wrapV: 'clamp' } as const;
  return part(mesh, { name: 'leaf', color: [1, 1, 1], texture, alphaCutoff: 0.5, doubleSided: true });
}

/** A cube of edge 1 that stands on the middle of its base. */
function box(): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const colors: number[] = [];
  const indices: number[] = [];
  const sides: readonly [Vector3, Vector3, Vector3][] = [
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    [
      [-1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ],
    [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ],
    [
      [0, -1, 0],
      [1, 0, 0],
      [0, 0, 1],
    ],
    [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ],
    [
      [0, 0, -1],
      [0, 1, 0],
      [1, 0, 0],
    ],
  ];
  for (const [normal, u, v] of sides) {
    const first = positions.length / 3;
    for (const [a, b] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      for (const axis of [0, 1, 2] as const) {
        positions.push((normal[axis] + a * u[axis] + b * v[axis]) / 2 + (axis === 1 ? 0.5 : 0));
        normals.push(normal[axis]);
      }
      colors.push(65535, b > 0 ? 65535 : 30000, 65535, 65535);
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors: Uint16Array.from(colors),
    indices: Uint32Array.from(indices),
  };
}

/** A ball of diameter 1 on its lowest point. */
function ball(): Mesh {
  const rows = 24;
  const columns = 48;
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const ring = sinDegrees((180 * row) / rows);
      const normal = [
        ring * sinDegrees((360 * column) / columns),
        sinDegrees(90 - (180 * row) / rows),
        ring * sinDegrees((360 * column) / columns + 90),
      ] as const;
      normals.push(...normal);
      positions.push(normal[0] / 2, normal[1] / 2 + 0.5, normal[2] / 2);
      if (row === rows || column === columns) continue;
      const here = row * (columns + 1) + column;
      indices.push(here, here + columns + 1, here + 1, here + 1, here + columns + 1, here + columns + 2);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

/** Blue that pales towards the horizon, and a sun 40° high in front on the right. */
function easySky(): SkyModel {
  const width = 32;
  const height = 16;
  const radiance = new Float32Array(3 * width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const up = (row + 0.5) / height;
      const glow = 1 - (column + 0.5) / width;
      radiance.set([0.5 - 0.4 * up + 0.1 * glow, 0.6 - 0.3 * up, 0.75 - 0.1 * up], 3 * (row * width + column));
    }
  }
  const [flat, high] = [sinDegrees(50), sinDegrees(40)];
  const sky = {
    sunDirection: [flat * sinDegrees(60), high, -flat * sinDegrees(30)] as Vector3,
    sunIrradiance: [2.4, 2.2, 1.9] as const,
    discRadiance: [900, 850, 700] as const,
    table: { width, height, radiance },
    parameters: { sunSize: 3 } as SkyModel['parameters'],
  };
  return { ...sky, harmonics: halfSphere([0.35, 0.48, 0.7], 1) };
}

function ambientOf(sky: SkyModel, below: Vector3): readonly number[] {
  const ground = halfSphere(below, -1);
  return sky.harmonics.map((part, index) => part + (ground[index] as number));
}

/** The harmonics of an even light from above (1) or below (−1), by summing over rings of equal height. */
function halfSphere(light: Vector3, side: 1 | -1): readonly number[] {
  const sums = new Array<number>(27).fill(0);
  const [rings, steps] = [64, 64];
  for (let ring = 0; ring < rings; ring += 1) {
    const y = (side * (ring + 0.5)) / rings;
    const level = Math.sqrt(1 - y * y);
    for (let step = 0; step < steps; step += 1) {
      const angle = (360 * step) / steps;
      const basis = harmonicBasis([level * sinDegrees(angle), y, level * sinDegrees(angle + 90)]);
      for (let index = 0; index < 9; index += 1) {
        for (const part of [0, 1, 2] as const) {
          const weight = (2 * Math.PI) / (rings * steps);
          sums[3 * index + part] = (sums[3 * index + part] as number) + light[part] * (basis[index] as number) * weight;
        }
      }
    }
  }
  return sums;
}
