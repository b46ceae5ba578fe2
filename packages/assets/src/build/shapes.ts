// Adds tubes, balls and blades to a mesh: horns and hair, eyes, feathers and leaves.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import { addQuad, addTriangle, addVertex, type MeshBuilder } from './mesh-builder.ts';
import { add, along, blend, cross, length, scale, subtract, unit } from './vectors.ts';

/** Options for {@link addTube}. */
export interface TubeOptions {
  /** Corners of the cross-section. */
  readonly sides: number;
  /** Less than 1 flattens it along the frame's second axis. */
  readonly flatness: number;
  /** The direction around which the cross-section's first axis stands square. */
  readonly up: Vector3;
}

const TUBE_DEFAULTS: TubeOptions = Object.freeze({ sides: 8, flatness: 1, up: [0, 0, 1] as const });

/** A closed tube along points, with a radius and a color at each. */
export function addTube(
  mesh: MeshBuilder,
  points: readonly Vector3[],
  radii: readonly number[],
  color: (index: number) => LinearColor,
  options: Partial<TubeOptions> = {},
): void {
  const { sides, flatness, up } = { ...TUBE_DEFAULTS, ...options };
  const base = mesh.positions.length / 3;
  const last = points.length - 1;
  const turn = turns(sides);
  points.forEach((point, index) => {
    const direction = unit(subtract(points[Math.min(last, index + 1)]!, points[Math.max(0, index - 1)]!));
    const square = cross(direction, up);
    const first = unit(length(square) < 0.05 ? cross(direction, [1, 0.2, 0]) : square);
    const second = cross(direction, first);
    for (const [cosine, sine] of turn) {
      const radius = radii[index]!;
      const offset = add(scale(first, cosine * radius), scale(second, sine * radius * flatness));
      addVertex(mesh, add(point, offset), add(scale(first, cosine), scale(second, sine / flatness)), color(index));
    }
  });
  for (let ring = 0; ring < last; ring += 1) {
    for (let side = 0; side < sides; side += 1) {
      const a = base + ring * sides + side;
      const b = base + ring * sides + ((side + 1) % sides);
      addQuad(mesh, a, b, b + sides, a + sides);
    }
  }
  addCap(mesh, base, sides, points[0]!, unit(subtract(points[0]!, points[1]!)), color(0), true);
  const end = base + last * sides;
  addCap(mesh, end, sides, points[last]!, unit(subtract(points[last]!, points[last - 1]!)), color(last), false);
}

function addCap(
  mesh: MeshBuilder,
  ring: number,
  sides: number,
  center: Vector3,
  normal: Vector3,
  color: LinearColor,
  reversed: boolean,
): void {
  const middle = addVertex(mesh, center, normal, color);
  for (let side = 0; side < sides; side += 1) {
    const [a, b] = [ring + side, ring + ((side + 1) % sides)];
    if (reversed) addTriangle(mesh, middle, b, a);
    else addTriangle(mesh, middle, a, b);
  }
}

/** An ellipsoid with the given radii along x, y and z. */
export function addBall(mesh: MeshBuilder, center: Vector3, radii: Vector3, color: LinearColor, rings = 8): void {
  const sides = rings + 2;
  const turn = turns(sides);
  const base = mesh.positions.length / 3;
  for (let ring = 0; ring <= rings; ring += 1) {
    const [height, width] = [-cosDegrees((180 * ring) / rings), sinDegrees((180 * ring) / rings)];
    for (const [cosine, sine] of ring === 0 || ring === rings ? turn.slice(0, 1) : turn) {
      const at: Vector3 = [cosine * width, height, -sine * width];
      addVertex(
        mesh,
        [center[0] + at[0] * radii[0], center[1] + at[1] * radii[1], center[2] + at[2] * radii[2]],
        [at[0] / radii[0], at[1] / radii[1], at[2] / radii[2]],
        color,
      );
    }
  }
  const at = (ring: number, side: number) => base + 1 + (ring - 1) * sides + (side % sides);
  const top = base + 1 + (rings - 1) * sides;
  for (let side = 0; side < sides; side += 1) {
    addTriangle(mesh, base, at(1, side + 1), at(1, side));
    for (let ring = 1; ring < rings - 1; ring += 1) {
      addQuad(mesh, at(ring, side), at(ring, side + 1), at(ring + 1, side + 1), at(ring + 1, side));
    }
    addTriangle(mesh, top, at(rings - 1, side), at(rings - 1, side + 1));
  }
}

/** A curved strip, three points wide, for material that is drawn from both sides: a feather, a blade of grass. */
export function addBlade(
  mesh: MeshBuilder,
  points: readonly Vector3[],
  halfWidths: readonly number[],
  side: Vector3,
  color: (index: number) => LinearColor,
  bend = 0,
): void {
  const base = mesh.positions.length / 3;
  const normal = unit(cross(side, subtract(points.at(-1)!, points[0]!)));
  points.forEach((point, index) => {
    for (const edge of [-1, 0, 1]) {
      const half = halfWidths[index]!;
      const place = along(along(point, side, edge * half), normal, edge === 0 ? 0 : -bend * half);
      addVertex(mesh, place, along(normal, side, edge * bend), color(index));
    }
  });
  for (let index = 0; index + 1 < points.length; index += 1) {
    for (const edge of [0, 1]) {
      const a = base + index * 3 + edge;
      addQuad(mesh, a, a + 1, a + 4, a + 3);
    }
  }
}

/**
 * A folded rhombic leaf for material that is drawn from both sides: from `stem` along `direction`, its face towards `normal`,
 * which its shading takes, so that a crown is lit softly as a whole.
 */
export function addLeaf(
  mesh: MeshBuilder,
  stem: Vector3,
  direction: Vector3,
  normal: Vector3,
  size: { readonly length: number; readonly halfWidth: number },
  color: LinearColor,
): void {
  const side = unit(cross(direction, normal));
  const middle = along(stem, direction, size.length * 0.45);
  const base = addVertex(mesh, stem, normal, scale(color, 0.7));
  addVertex(mesh, along(middle, side, size.halfWidth), along(normal, side, 0.3), color);
  addVertex(mesh, along(stem, direction, size.length), normal, color);
  addVertex(mesh, along(middle, side, -size.halfWidth), along(normal, side, -0.3), color);
  mesh.indices.push(base, base + 1, base + 2, base, base + 2, base + 3);
}

/** A lock of hair: a tapered tube that starts along `direction` and bends by `sag`. */
export function addLock(
  mesh: MeshBuilder,
  root: Vector3,
  direction: Vector3,
  sag: Vector3,
  radius: number,
  color: LinearColor,
  rings = 4,
): void {
  const points: Vector3[] = [];
  const radii: number[] = [];
  for (let ring = 0; ring < rings; ring += 1) {
    const t = ring / (rings - 1);
    points.push(along(along(root, direction, t), sag, t * t));
    radii.push(radius * Math.max(0.06, (0.7 + 1.2 * t) * (1 - t * t)));
  }
  addTube(mesh, points, radii, (ring) => scale(color, 0.75 + (0.5 * ring) / rings), { sides: 4, flatness: 0.55 });
}

/** Points between given points, `steps` to each stretch, on a smooth curve (Catmull and Rom, 1974). */
export function smoothCurve(points: readonly Vector3[], steps: number): Vector3[] {
  const curve: Vector3[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [p, q] = [points[index]!, points[index + 1]!];
    const before = points[index - 1] ?? add(p, subtract(p, q));
    const after = points[index + 2] ?? add(q, subtract(q, p));
    for (let step = 0; step < steps; step += 1) {
      const t = step / steps;
      const straight = blend(p, q, t);
      const [h, k] = [t * (1 - t) * (1 - t) * 0.5, -t * t * (1 - t) * 0.5];
      const entry = subtract(subtract(q, before), scale(subtract(q, p), 2));
      const exit = subtract(subtract(after, p), scale(subtract(q, p), 2));
      curve.push(along(along(straight, entry, h), exit, k));
    }
  }
  curve.push(points.at(-1)!);
  return curve;
}

/** Cosine and sine of each corner of a regular polygon. */
function turns(sides: number): readonly (readonly [cosine: number, sine: number])[] {
  const known = TURNS.get(sides);
  if (known !== undefined) return known;
  const made = Array.from(
    { length: sides },
    (_, side) => [cosDegrees((360 * side) / sides), sinDegrees((360 * side) / sides)] as const,
  );
  TURNS.set(sides, made);
  return made;
}
const TURNS = new Map<number, readonly (readonly [cosine: number, sine: number])[]>();
