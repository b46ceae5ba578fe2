// How long a picture takes on one core: 150,000 triangles in 14 meshes, 256 × 256 pixels, with ids and depth; and how long three.js
// in Chromium takes for its color.
import { findChromium, openChromium } from '@diorama/engines';
import { type Image, type Mesh, quaternion, type Vector3 } from '@diorama/geometry';
import { createRasterizer, type RenderOptions } from '@diorama/rasterizer';
import { makeElement, makeScene } from '@diorama/scene/testing';
import { createSky } from '@diorama/sky';
import { GROUND, type Stage, type StagedModel } from '@diorama/stage';
import { createRandom } from '@diorama/testing';
import { type Figure, type Measured, median, type Suite } from './suite.ts';

const SIZE = 256;
/** Pictures an hour and core. */
const TARGETS: Readonly<Record<string, number>> = {
  'plain, shadows': 35_000,
  'textures, haze, shadows, 2 × 2': 16_000,
};

const TASKS: Readonly<Record<string, { readonly stage: Stage; readonly options: Partial<RenderOptions> }>> = {
  'ids and depth': { stage: makeStage(true), options: { color: false } },
  'plain, shadows': { stage: makeStage(false), options: { samples: 1 } },
  'textures, haze, shadows': { stage: makeStage(true), options: { samples: 1 } },
  'textures, haze, 2 × 2': { stage: makeStage(true), options: { samples: 2, shadows: false } },
  'textures, haze, shadows, 2 × 2': { stage: makeStage(true), options: { samples: 2 } },
};

export default async function rasterizerSuite(): Promise<Suite> {
  const rasterizer = createRasterizer();
  const times = Object.fromEntries(
    Object.entries(TASKS).map(([name, { stage, options }]) => {
      const render = () => void rasterizer.render(stage, { width: SIZE, height: SIZE, ...options });
      return [name, Array.from({ length: WARM_UP + RUNS }, () => coreTime(render)).slice(WARM_UP)];
    }),
  );
  const ratios = await compareWithThree();
  const anHour = (measured: Measured, task: string) => Math.round(3_600_000 / measured(task).p50);
  return {
    times,
    figures: (measured) => [
      ...Object.keys(TASKS).map((task) => {
        const least = TARGETS[task];
        const figure = { name: task, value: anHour(measured, task), unit: 'pictures/h/core' };
        return least === undefined ? figure : { ...figure, target: { atLeast: least } };
      }),
      ...ratios,
    ],
  };
}

/** Wall time of both for the same picture: three.js draws with all cores, and makes no ids. */
async function compareWithThree(): Promise<readonly Figure[]> {
  if ('absent' in findChromium()) return [];
  const browser = await openChromium();
  const rasterizer = createRasterizer();
  const figures: Figure[] = [];
  for (const task of Object.keys(TARGETS)) {
    const { stage, options } = TASKS[task] as (typeof TASKS)[string];
    const settings = { width: SIZE, height: SIZE, shadows: true, ...options };
    const theirs = await browser.benchThree(stage, { ...settings, pictures: RUNS });
    const ours = median(Array.from({ length: RUNS }, () => wallTime(() => rasterizer.render(stage, settings))));
    figures.push({ name: `${task}: three.js takes`, value: theirs.milliseconds / ours, unit: '× our time' });
  }
  await browser.close();
  return figures;
}

function wallTime(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const WARM_UP = 10;
const RUNS = 30;

/** How long a core works for it, milliseconds: what else the machine does hardly counts. */
function coreTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Thirteen bumpy balls of 10,000 triangles and more on uneven ground of 16,000. */
function makeStage(isRich: boolean): Stage {
  const random = createRandom(5);
  const between = (low: number, high: number) => low + random.next() * (high - low);
  const texture = { image: noiseImage(256), wrapU: 'repeat', wrapV: 'repeat' } as const;
  const model = (name: string, mesh: Mesh, element: number, at: Vector3): StagedModel => {
    const color = [between(0.2, 0.9), between(0.2, 0.9), between(0.2, 0.9)] as const;
    const material = { name, color, roughness: 1, metallic: 0, doubleSided: false, ...(isRich ? { texture } : {}) };
    const instances = {
      ...{ count: 1, elements: Uint32Array.of(element), translations: Float64Array.from(at) },
      ...{ rotations: Float64Array.of(0, 0, 0, 1), scales: Float64Array.of(1, 1, 1) },
    };
    return { name, parts: [{ mesh, material }], instances };
  };
  const balls = Array.from({ length: 13 }, (_, index) => {
    const mesh = bumpyBall(100, 52, between(0.9, 1.5), between(0, 9));
    return model(`ball ${index}`, mesh, index, [between(-7, 7), 0.9, between(-18, 4)]);
  });
  const sky = createSky({
    ...{ sunElevation: 40, sunAzimuth: 120, sunSize: 0.5, sunIntensity: 1, strength: 0.05, altitude: 0 },
    ...{ air: 1, dust: 1, ozone: 1 },
  });
  return {
    scene: makeScene({ elements: balls.map(() => makeElement('sphere')) }),
    camera: {
      ...{ position: [0, 2.5, 11], rotation: quaternion.cameraRotation({ pitch: -8, yaw: 0, roll: 0 }) },
      ...{ fov: 45, aspect: 1, near: 0.1, far: 1000, exposure: 0 },
    },
    sky,
    ambient: sky.harmonics,
    ...(isRich ? { haze: { density: 0.005, color: [0.6, 0.68, 0.78], ceiling: 60 } } : {}),
    lamps: [],
    shadow: { center: [0, 1, -7], radius: 20 },
    models: [model('ground', unevenGround(100, 80, 60), GROUND, [0, 0, 0]), ...balls],
  };
}

function noiseImage(size: number): Image {
  const random = createRandom(7);
  const pixels = Uint8Array.from({ length: 4 * size * size }, (_, index) =>
    index % 4 === 3 ? 255 : random.integer(90, 220),
  );
  return { width: size, height: size, pixels };
}

function bumpyBall(columns: number, rows: number, radius: number, phase: number): Mesh {
  return surface(columns, rows, (u, v) => {
    const [around, down] = [2 * Math.PI * u, Math.PI * v];
    const [x, y, z] = [Math.sin(down) * Math.sin(around), Math.cos(down), Math.sin(down) * Math.cos(around)];
    const bump = Math.sin(7 * x + phase) * Math.sin(6 * y + 2 * phase) * Math.sin(5 * z + 3 * phase);
    const size = radius * (1 + 0.35 * bump);
    return [size * x, size * y, size * z];
  });
}

function unevenGround(columns: number, rows: number, size: number): Mesh {
  return surface(columns, rows, (u, v) => {
    const [x, z] = [(u - 0.5) * size, (v - 0.5) * size];
    return [x, 0.25 * Math.sin(0.35 * x) * Math.cos(0.27 * z), z];
  });
}

/** A grid of columns × rows × 2 triangles, its normals by differences. */
function surface(columns: number, rows: number, at: (u: number, v: number) => Vector3): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const [u, v] = [column / columns, Math.min(Math.max(row / rows, 1e-4), 1 - 1e-4)];
      const point = at(u, v);
      const [alongU, alongV] = [at(u + 1e-4, v), at(u, v + 1e-4)];
      const [ux, uy, uz] = alongU.map((part, axis) => part - (point[axis] as number)) as [number, number, number];
      const [vx, vy, vz] = alongV.map((part, axis) => part - (point[axis] as number)) as [number, number, number];
      const normal = [vy * uz - vz * uy, vz * ux - vx * uz, vx * uy - vy * ux];
      const length = Math.hypot(...normal);
      positions.push(...point);
      normals.push(...normal.map((part) => part / length));
      uvs.push(4 * u, 4 * v);
      if (row === rows || column === columns) continue;
      const corner = row * (columns + 1) + column;
      const below = corner + columns + 1;
      indices.push(corner, below, corner + 1, corner + 1, below, below + 1);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    uvs: Float32Array.from(uvs),
    indices: Uint32Array.from(indices),
  };
}
