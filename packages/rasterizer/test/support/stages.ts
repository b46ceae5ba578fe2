// Stages made by hand, from a few shapes.
import type { Material, Mesh, ModelPart, Quaternion, Vector3 } from '@diorama/geometry';
import type { Scene } from '@diorama/scene';
import type { SkyModel } from '@diorama/sky';
import {
  GROUND,
  type Stage,
  type StagedCamera,
  type StagedHaze,
  type StagedLamp,
  type StagedModel,
} from '@diorama/stage';

/** What a test says of its stage; the rest is plain: no sky, no sun, no air. */
export interface StageParts {
  readonly camera?: Partial<StagedCamera>;
  readonly models?: readonly StagedModel[];
  readonly sky?: Partial<SkyModel>;
  readonly ambient?: readonly number[];
  readonly haze?: StagedHaze;
  readonly lamps?: readonly StagedLamp[];
  readonly shadow?: Stage['shadow'];
  readonly relief?: number;
}

export function makeStage(parts: StageParts): Stage {
  const camera = {
    ...{ position: [0, 0, 0], rotation: [0, 0, 0, 1], fov: 50, aspect: 1, near: 0.1, far: 1000, exposure: 0 },
    ...parts.camera,
  } as StagedCamera;
  return {
    scene: { ground: { relief: parts.relief ?? 0 } } as unknown as Scene,
    camera,
    sky: { ...DARK_SKY, ...parts.sky },
    ambient: parts.ambient ?? new Array<number>(27).fill(0),
    ...(parts.haze === undefined ? {} : { haze: parts.haze }),
    lamps: parts.lamps ?? [],
    shadow: parts.shadow ?? { center: [0, 0, 0], radius: 100 },
    models: parts.models ?? [],
  };
}

const DARK_SKY: SkyModel = {
  parameters: {
    ...{ sunElevation: 45, sunAzimuth: 0, sunSize: 0.5, sunIntensity: 1, strength: 1, altitude: 0 },
    ...{ air: 1, dust: 1, ozone: 1 },
  },
  sunDirection: [0, 1, 0],
  sunIrradiance: [0, 0, 0],
  table: { width: 1, height: 1, radiance: new Float32Array(3) },
  harmonics: new Array<number>(27).fill(0),
  discRadiance: [0, 0, 0],
};

/** Light of one strength from everywhere: a matte surface shows its color times the strength. */
export function evenLight(strength = 1): readonly number[] {
  return Array.from({ length: 27 }, (_, index) => (index < 3 ? strength / 0.282094791773878 : 0));
}

export function matte(red: number, green: number, blue: number, more: Partial<Material> = {}): Material {
  return { name: 'matte', color: [red, green, blue], roughness: 1, metallic: 0, doubleSided: false, ...more };
}

/** Where a model stands. */
export interface Standing {
  readonly element?: number;
  readonly at?: Vector3;
  readonly rotation?: Quaternion;
  readonly scale?: Vector3;
}

export function model(name: string, parts: readonly ModelPart[], ...standing: readonly Standing[]): StagedModel {
  const places = standing.length === 0 ? [{}] : standing;
  return {
    name,
    parts,
    instances: {
      count: places.length,
      elements: Uint32Array.from(places, ({ element }) => element ?? 0),
      translations: Float64Array.from(places.flatMap(({ at }) => [...(at ?? [0, 0, 0])])),
      rotations: Float64Array.from(places.flatMap(({ rotation }) => [...(rotation ?? [0, 0, 0, 1])])),
      scales: Float64Array.from(places.flatMap(({ scale }) => [...(scale ?? [1, 1, 1])])),
    },
  };
}

/** Level ground at y = 0, `size` metres wide. */
export function ground(material: Material, size = 1000, tile = 1): StagedModel {
  const half = size / 2;
  return model('ground', [{ mesh: sheet(half, half, half / tile), material }], { element: GROUND });
}

/** A level sheet that faces up: halves of its sides, and by how much its texture coordinates reach both ways. */
export function sheet(halfX: number, halfZ: number, reach = 0.5): Mesh {
  return {
    positions: Float32Array.of(-halfX, 0, halfZ, halfX, 0, halfZ, halfX, 0, -halfZ, -halfX, 0, -halfZ),
    normals: Float32Array.of(0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0),
    uvs: Float32Array.of(-reach, reach, reach, reach, reach, -reach, -reach, -reach),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
}

/** An upright sheet that faces +Z, its lower edge at y = 0, its texture upright. */
export function wall(width: number, height: number): Mesh {
  const half = width / 2;
  return {
    positions: Float32Array.of(-half, 0, 0, half, 0, 0, half, height, 0, -half, height, 0),
    normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
    uvs: Float32Array.of(0, 1, 1, 1, 1, 0, 0, 0),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
}

/** A box of these sizes about the origin. */
export function box(sizeX: number, sizeY: number, sizeZ: number): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const half = [sizeX / 2, sizeY / 2, sizeZ / 2];
  for (let axis = 0; axis < 3; axis += 1) {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
    for (const side of [1, -1]) {
      const first = positions.length / 3;
      for (const [su, sv] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const) {
        const corner = [0, 0, 0];
        corner[axis] = side * half[axis]!;
        corner[u] = su * half[u]!;
        corner[v] = sv * half[v]!;
        positions.push(...corner);
        normals.push(...[0, 1, 2].map((part) => (part === axis ? side : 0)));
      }
      const [b, d] = side === 1 ? [1, 3] : [3, 1];
      indices.push(first, first + b, first + 2, first, first + (side === 1 ? 2 : 2), first + d);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

/** A ball of radius 1, bumpy by a share of it, smooth to the light. */
export function ball(columns: number, rows: number, bumps = 0): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const around = ((column % columns) / columns) * 2 * Math.PI;
      const down = (row / rows) * Math.PI;
      const [x, y, z] = [Math.sin(down) * Math.sin(around), Math.cos(down), Math.sin(down) * Math.cos(around)];
      const radius = 1 + bumps * Math.sin(7 * x + 1) * Math.sin(6 * y + 2) * Math.sin(5 * z + 3);
      positions.push(radius * x, radius * y, radius * z);
    }
  }
  const width = columns + 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const corner = row * width + column;
      if (row > 0) indices.push(corner, corner + width, corner + 1);
      if (row < rows - 1) indices.push(corner + 1, corner + width, corner + width + 1);
    }
  }
  return withNormals(Float32Array.from(positions), Uint32Array.from(indices));
}

/** Normals as the mean of the triangles around each place, by area. */
export function withNormals(positions: Float32Array, indices: Uint32Array): Mesh {
  const sums = new Map<string, [number, number, number]>();
  const keyOf = (vertex: number) => [0, 1, 2].map((axis) => positions[3 * vertex + axis]!.toFixed(6)).join();
  for (let index = 0; index < indices.length; index += 3) {
    const corners = [0, 1, 2].map((corner) => indices[index + corner]!);
    const [a, b, c] = corners.map((vertex) => [0, 1, 2].map((axis) => positions[3 * vertex + axis]!)) as [
      number[],
      number[],
      number[],
    ];
    const [u, v] = [b, c].map((point) => point.map((part, axis) => part - a[axis]!)) as [number[], number[]];
    const normal = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
    for (const vertex of corners) {
      const sum = sums.get(keyOf(vertex)) ?? [0, 0, 0];
      sums.set(keyOf(vertex), sum.map((part, axis) => part + normal[axis]!) as [number, number, number]);
    }
  }
  const normals = new Float32Array(positions.length);
  for (let vertex = 0; 3 * vertex < positions.length; vertex += 1) {
    const sum = sums.get(keyOf(vertex)) ?? [0, 1, 0];
    const length = Math.hypot(...sum) || 1;
    normals.set(
      sum.map((part) => part / length),
      3 * vertex,
    );
  }
  return { positions, normals, indices };
}
