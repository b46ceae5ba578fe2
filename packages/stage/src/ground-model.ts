// Turns the ground of a scene into a mesh that is fine where the eye looks and reaches to the horizon.
import { cosDegrees, type Mesh, type ModelPart, parseColor, sinDegrees, toLinear } from '@diorama/geometry';
import type { Color, Ground, GroundHeight, Point } from '@diorama/scene';
import type { GroundChoice } from './asset-library.ts';

/** What a ground's mesh is made from. */
export interface GroundModelInput {
  readonly ground: Ground;
  /** What the library gives for its appearance; left out for a plain color. */
  readonly choice?: GroundChoice;
  readonly heightAt: GroundHeight;
  /** Where the eye is. */
  readonly eye: Point;
  readonly sight: Sight;
  /** How far it reaches, metres. */
  readonly reach: number;
}

/** Which way the eye looks over the land, degrees. */
export interface Sight {
  /** The camera's yaw. */
  readonly heading: number;
  /** To both sides of it; 180 for all around. */
  readonly halfWidth: number;
}

/** Rings around the eye, the farther the wider: a facet looks equally large wherever it is. */
export function groundPart(input: GroundModelInput): ModelPart {
  const { ground, choice } = input;
  const plain = ground.surface?.kind === 'color' ? linearOf(ground.surface.color) : undefined;
  const { name, color, texture } = choice?.material ?? { name: 'ground', color: plain ?? [1, 1, 1] };
  return {
    mesh: groundMesh(input, choice?.tileSize ?? 1),
    material: {
      name,
      color: plain ?? color,
      roughness: ground.roughness,
      metallic: 0,
      doubleSided: false,
      ...(texture && { texture }),
    },
  };
}

function groundMesh(input: GroundModelInput, tileSize: number): Mesh {
  const { ground, heightAt, eye, reach } = input;
  const isEven = ground.relief === 0;
  const radii = isEven ? evenRadii(reach) : reliefRadii(ground.reliefScale, reach);
  const azimuths = isEven ? everyDirection(11.25) : directions(input.sight);
  const segments = azimuths.length;
  const count = 1 + radii.length * segments;
  const positions = new Float32Array(3 * count);
  const uvs = new Float32Array(2 * count);
  // The texture hangs on the world, not on the eye; whole tiles are left out, so that single precision suffices.
  const [originU, originV] = [Math.floor(eye[0] / tileSize), Math.floor(eye[2] / tileSize)];
  const place = (index: number, x: number, z: number): void => {
    positions.set([x, heightAt(x, z), z], 3 * index);
    uvs.set([x / tileSize - originU, z / tileSize - originV], 2 * index);
  };
  place(0, eye[0], eye[2]);
  for (const [segment, azimuth] of azimuths.entries()) {
    const [sine, cosine] = [sinDegrees(azimuth), cosDegrees(azimuth)];
    for (const [ring, radius] of radii.entries()) {
      place(1 + ring * segments + segment, eye[0] + radius * sine, eye[2] + radius * cosine);
    }
  }
  const indices = ringTriangles(radii.length, segments);
  const normals = isEven ? upward(count) : smoothNormals(positions, indices);
  return { positions, normals, uvs, indices };
}

/** Even ground needs rings only so that its texture is not stretched over kilometres. */
function evenRadii(reach: number): readonly number[] {
  const radii = [2];
  while ((radii.at(-1) ?? reach) * 2 < reach) radii.push((radii.at(-1) ?? reach) * 2);
  return [...radii, reach];
}

/** A facet as the eye sees it, radians: a pixel or two of a picture 512 high are what it may hide. */
const FACET = 0.025;
/** The finest layer of the relief is 16 times finer than its scale; six facets show one of its waves well. */
const FACETS_PER_SCALE = 96;

function reliefRadii(reliefScale: number, reach: number): readonly number[] {
  const finest = reliefScale / FACETS_PER_SCALE;
  const radii = [finest];
  for (let radius = finest; ; ) {
    radius += Math.max(finest, FACET * radius);
    if (radius >= reach) return [...radii, reach];
    radii.push(radius);
  }
}

const FINE_STEP = FACET * (180 / Math.PI);
/** Where the eye does not look, degrees. */
const COARSE_STEP = 6;

/** Azimuths anticlockwise seen from above from +Z, degrees: fine in the view, coarse elsewhere. */
function directions({ heading, halfWidth }: Sight): readonly number[] {
  if (halfWidth >= 180) return everyDirection(FINE_STEP);
  // The camera looks down −Z at heading 0.
  const middle = heading + 180;
  const fine = steps(2 * halfWidth, FINE_STEP).map((angle) => middle - halfWidth + angle);
  const coarse = steps(360 - 2 * halfWidth, COARSE_STEP).map((angle) => middle + halfWidth + angle);
  return [...fine, ...coarse];
}

function everyDirection(step: number): readonly number[] {
  return steps(360, step);
}

/** 0 and so many equal steps of at most `step` that the last one ends at `whole`, which is left out. */
function steps(whole: number, step: number): readonly number[] {
  const count = Math.ceil(whole / step);
  return Array.from({ length: count }, (_, index) => (whole * index) / count);
}

/** A fan around the middle, then two triangles a facet; counter-clockwise seen from above. */
function ringTriangles(rings: number, segments: number): Uint32Array {
  const indices = new Uint32Array(3 * segments * (2 * rings - 1));
  let at = 0;
  for (let segment = 0; segment < segments; segment += 1) {
    const next = (segment + 1) % segments;
    indices.set([0, 1 + segment, 1 + next], at);
    at += 3;
    for (let ring = 1; ring < rings; ring += 1) {
      const [inner, outer] = [1 + (ring - 1) * segments, 1 + ring * segments];
      indices.set([inner + segment, outer + segment, outer + next, inner + segment, outer + next, inner + next], at);
      at += 6;
    }
  }
  return indices;
}

function upward(count: number): Float32Array {
  const normals = new Float32Array(3 * count);
  for (let index = 1; index < normals.length; index += 3) normals[index] = 1;
  return normals;
}

/** The mean of the normals of the triangles at each vertex, weighted by their areas. */
function smoothNormals(positions: Float32Array, indices: Uint32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  const part = (index: number, axis: number) => positions[3 * index + axis] as number;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [indices[at] as number, indices[at + 1] as number, indices[at + 2] as number];
    const [ux, uy, uz] = [part(b, 0) - part(a, 0), part(b, 1) - part(a, 1), part(b, 2) - part(a, 2)];
    const [vx, vy, vz] = [part(c, 0) - part(a, 0), part(c, 1) - part(a, 1), part(c, 2) - part(a, 2)];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
    for (const vertex of [a, b, c]) {
      for (let axis = 0; axis < 3; axis += 1) {
        normals[3 * vertex + axis] = (normals[3 * vertex + axis] as number) + (normal[axis] as number);
      }
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const [x, y, z] = [normals[at] as number, normals[at + 1] as number, normals[at + 2] as number];
    const length = Math.sqrt(x * x + y * y + z * z);
    normals.set([x / length, y / length, z / length], at);
  }
  return normals;
}

function linearOf(color: Color) {
  return toLinear(parseColor(color) ?? [255, 255, 255]);
}
