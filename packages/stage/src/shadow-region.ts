// Finds the sphere that holds all that is worth a shadow.
import {
  atan2Degrees,
  type Bounds,
  cosDegrees,
  type Mesh,
  type ModelPart,
  meshBounds,
  quaternion,
  sinDegrees,
  tanDegrees,
  type Vector3,
  vector,
} from '@diorama/geometry';
import type { Sphere, StagedCamera, StagedModel } from './stage.ts';

/** Farther than this shadows are not seen, metres. */
const REACH = 200;
/** What looks smaller than this share of the picture's height casts no shadow worth a texel. */
const LEAST_SHARE = 0.01;
/** What is behind or beside the view may still throw its shadow into it, metres. */
const AROUND = 15;
const LEAST_RADIUS = 2;

/**
 * A sphere around everything that stands in the view, or near the eye, and is not tiny there; the ground is not part of it.
 * Around the eye, if nothing stands there.
 */
export function shadowRegion(camera: StagedCamera, models: readonly StagedModel[]): Sphere {
  const forward = quaternion.rotateVector(camera.rotation, [0, 0, -1]);
  const halfHeight = tanDegrees(camera.fov / 2);
  // The cone around the picture's corners.
  const corner = atan2Degrees(halfHeight * Math.sqrt(1 + camera.aspect * camera.aspect), 1);
  const [cosine, sine] = [cosDegrees(Math.min(90, corner)), sinDegrees(Math.min(90, corner))];
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const greatest: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { parts, instances } of models) {
    const own = boundingSphere(parts);
    if (own === undefined) continue;
    for (let index = 0; index < instances.count; index += 1) {
      const { center, radius } = worldSphere(own, instances, index);
      const offset = vector.subtract(center, camera.position);
      const distance = vector.length(offset);
      if (distance - radius > REACH || radius < LEAST_SHARE * halfHeight * distance) continue;
      const depth = vector.dot(offset, forward);
      const aside = Math.sqrt(Math.max(0, distance * distance - depth * depth));
      // How far the sphere's centre is outside of the view's cone.
      const outside = aside * cosine - depth * sine;
      if (outside > radius + AROUND) continue;
      for (let axis = 0; axis < 3; axis += 1) {
        least[axis] = Math.min(least[axis] as number, (center[axis] as number) - radius);
        greatest[axis] = Math.max(greatest[axis] as number, (center[axis] as number) + radius);
      }
    }
  }
  if (least[0] > greatest[0]) return { center: camera.position, radius: LEAST_RADIUS };
  const center = vector.scale(vector.add(least, greatest), 0.5);
  return { center, radius: Math.max(LEAST_RADIUS, vector.length(vector.subtract(greatest, center))) };
}

/** The sphere of an instance in the world, a little larger than needed where its scales differ. */
function worldSphere(own: Sphere, instances: StagedModel['instances'], index: number): Sphere {
  const { translations, rotations, scales } = instances;
  const at = 3 * index;
  const scale: Vector3 = [scales[at] as number, scales[at + 1] as number, scales[at + 2] as number];
  const turned = quaternion.rotateVector(
    [
      rotations[4 * index] as number,
      rotations[4 * index + 1] as number,
      rotations[4 * index + 2] as number,
      rotations[4 * index + 3] as number,
    ],
    [own.center[0] * scale[0], own.center[1] * scale[1], own.center[2] * scale[2]],
  );
  const translation: Vector3 = [
    translations[at] as number,
    translations[at + 1] as number,
    translations[at + 2] as number,
  ];
  return { center: vector.add(translation, turned), radius: own.radius * Math.max(...scale) };
}

function boundingSphere(parts: readonly ModelPart[]): Sphere | undefined {
  const boxes = parts.map(({ mesh }) => boundsOf(mesh)).filter((box) => box !== undefined);
  if (boxes.length === 0) return undefined;
  const corner = (of: (box: Bounds, axis: 0 | 1 | 2) => number, pick: (...numbers: number[]) => number): Vector3 => [
    pick(...boxes.map((box) => of(box, 0))),
    pick(...boxes.map((box) => of(box, 1))),
    pick(...boxes.map((box) => of(box, 2))),
  ];
  const least = corner((box, axis) => box.least[axis], Math.min);
  const greatest = corner((box, axis) => box.greatest[axis], Math.max);
  const center = vector.scale(vector.add(least, greatest), 0.5);
  return { center, radius: vector.length(vector.subtract(greatest, center)) };
}

/** Kept for as long as the mesh is: from one staging to the next models are the same, and nobody changes them. */
function boundsOf(mesh: Mesh): Bounds | undefined {
  const known = KNOWN.get(mesh);
  if (known !== undefined) return known;
  const made = meshBounds(mesh);
  if (made !== undefined) KNOWN.set(mesh, made);
  return made;
}

const KNOWN = new WeakMap<Mesh, Bounds>();
