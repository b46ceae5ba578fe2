// Makes stages without a program or a library, for tests.
import { type Material, type Mesh, type ModelPart, type Quaternion, quaternion, type Vector3 } from '@diorama/geometry';
import type { Element } from '@diorama/scene';
import { makeElement, makeScene, type SceneParts } from '@diorama/scene/testing';
import { createSky, type SkyModel, type SkyParameters } from '@diorama/sky';
import { GROUND, type Instances, type Stage, type StagedLamp, type StagedModel } from '@diorama/stage';

/** Parts of a stage that differ from those of an empty scene. */
export interface StageParts extends SceneParts {
  /** The ground is there in any case. */
  readonly models?: readonly StagedModel[];
  readonly stage?: Partial<Stage>;
}

export function makeStage({ models = [], stage = {}, ...parts }: StageParts = {}): Stage {
  const scene = makeScene(parts);
  const { fov, aspect, near, far, exposure } = scene.camera;
  return {
    scene,
    camera: { position: [0, 1.6, 0], rotation: [0, 0, 0, 1], fov, aspect, near, far, exposure },
    sky: skyOf(scene.sky),
    ambient: Array.from({ length: 27 }, (_, index) => index / 27),
    lamps: scene.elements.flatMap((element, index) => (element.kind === 'lamp' ? [lamp(index, element)] : [])),
    shadow: { center: [0, 0, 0], radius: 20 },
    models: [groundModel(), ...models],
    ...stage,
  };
}

/** Computed once for each set of parameters. */
function skyOf(parameters: SkyParameters): SkyModel {
  const key = JSON.stringify(parameters);
  const sky = skies.get(key) ?? createSky(parameters);
  skies.set(key, sky);
  return sky;
}
const skies = new Map<string, SkyModel>();

function lamp(element: number, { at, power, radius }: Element & { kind: 'lamp' }): StagedLamp {
  const strength = power / (4 * Math.PI);
  const { x, z } = at;
  const y = at.kind === 'ground' ? 0 : at.y;
  return {
    element,
    position: [x, y, z],
    intensity: [strength, strength / 2, strength / 8],
    power,
    color: [1, 0.5, 0.125],
    radius,
  };
}

function groundModel(): StagedModel {
  const parts = [{ mesh: sheetMesh(1000), material: makeMaterial({ name: 'ground', color: [0.2, 0.3, 0.1] }) }];
  return { name: 'ground', parts, instances: makeInstances([{ element: GROUND }]) };
}

/** Where one instance stands; what is left out is at the origin, unturned, of size 1. */
export interface Placement {
  readonly element: number;
  readonly translation?: Vector3;
  readonly rotation?: Quaternion;
  readonly scale?: Vector3;
}

export function makeInstances(placements: readonly Placement[]): Instances {
  return {
    count: placements.length,
    elements: Uint32Array.from(placements, ({ element }) => element),
    translations: Float64Array.from(placements.flatMap(({ translation = [0, 0, 0] }) => translation)),
    rotations: Float64Array.from(placements.flatMap(({ rotation = quaternion.identity }) => rotation)),
    scales: Float64Array.from(placements.flatMap(({ scale = [1, 1, 1] }) => scale)),
  };
}

/** A model of the given parts that stands where it is put. */
export function makeModel(name: string, parts: readonly ModelPart[], placements: readonly Placement[]): StagedModel {
  return { name, parts, instances: makeInstances(placements) };
}

/** Boulders of one model on a spiral, and the elements that they are. */
export function makeBoulders(count: number, models = 1): { elements: Element[]; models: StagedModel[] } {
  const elements = Array.from({ length: count }, () => makeElement('boulder', { height: 1 }));
  const placements = elements.map((_, element): Placement => {
    const yaw = (element * 137.5) % 360;
    const scale = 0.5 + (element % 7) / 7;
    return {
      element,
      translation: [Math.sqrt(element) * 0.3, (element % 11) / 10, -Math.sqrt(element + 3)],
      rotation: quaternion.fromYaw(yaw),
      scale: [scale, scale, scale],
    };
  });
  const parts = Array.from({ length: models }, (_, index) => [
    { mesh: boxMesh([1 + index / models, 1, 1]), material: makeMaterial({ name: `stone ${index}` }) },
  ]);
  return {
    elements,
    models: parts.map((part, index) => ({
      ...makeModel(
        `boulder/granite#${index}`,
        part,
        placements.filter(({ element }) => element % models === index),
      ),
      asset: `boulder/granite#${index}`,
    })),
  };
}

export function makeMaterial(parts: Partial<Material> = {}): Material {
  return { name: 'clay', color: [0.5, 0.25, 0.125], roughness: 1, metallic: 0, doubleSided: false, ...parts };
}

/** A box on its base at the origin, with texture coordinates on each face. */
export function boxMesh([width, height, depth]: Vector3 = [1, 1, 1]): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const uvs: number[] = [];
  for (const axis of [0, 1, 2]) {
    for (const side of [1, -1]) {
      const first = positions.length / 3;
      for (const [u, v] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const) {
        const corner = [0, 0, 0];
        corner[axis] = side;
        corner[(axis + 1) % 3] = u * side;
        corner[(axis + 2) % 3] = v;
        positions.push((corner[0]! * width) / 2, ((corner[1]! + 1) * height) / 2, (corner[2]! * depth) / 2);
        normals.push(axis === 0 ? side : 0, axis === 1 ? side : 0, axis === 2 ? side : 0);
        uvs.push((u + 1) / 2, (v + 1) / 2);
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    uvs: Float32Array.from(uvs),
    indices: Uint32Array.from(indices),
  };
}

/** A level square about the origin. */
export function sheetMesh(size: number): Mesh {
  const half = size / 2;
  return {
    positions: Float32Array.from([-half, 0, half, half, 0, half, half, 0, -half, -half, 0, -half]),
    normals: Float32Array.from([0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0]),
    uvs: Float32Array.from([0, 1, 1, 1, 1, 0, 0, 0]),
    indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
  };
}

/** A ball on its lowest point, of radius 1. */
export function ballMesh(segments = 12): Mesh {
  const rows = segments;
  const normals: number[] = [];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= segments; column += 1) {
      const [up, around] = [(Math.PI * row) / rows, (2 * Math.PI * column) / segments];
      normals.push(Math.sin(up) * Math.sin(around), Math.cos(up), Math.sin(up) * Math.cos(around));
    }
  }
  const indices: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < segments; column += 1) {
      const upper = row * (segments + 1) + column;
      const lower = upper + segments + 1;
      if (row > 0) indices.push(upper, lower, upper + 1);
      if (row < rows - 1) indices.push(upper + 1, lower, lower + 1);
    }
  }
  return {
    positions: Float32Array.from(normals, (part, index) => (index % 3 === 1 ? part + 1 : part)),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}
