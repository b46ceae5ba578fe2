// Places the elements of a scene in the world, each with the room that it takes.
import { quaternion, type Vector3 } from '@diorama/geometry';
import { type Element, groundOf, resolveLocation, type Scene, worldRotation } from '@diorama/scene';
import { type ExtentSource, partsOf } from './extents.ts';
import { placePart, type Solid } from './solid.ts';

/** A box along the world's axes. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly minZ: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly maxZ: number;
}

/** An element that takes room. */
export interface Body extends Bounds {
  /** Its place among the scene's elements. */
  readonly index: number;
  /** Its place among the bodies, which does not depend on that. */
  readonly order: number;
  readonly element: Element;
  /** Its origin: the centre of its base. */
  readonly base: Vector3;
  /** The height of the ground under its origin. */
  readonly ground: number;
  readonly solids: readonly Solid[];
}

/** Every element but lamps, in an order that does not depend on that of the program. */
export function placeBodies(scene: Scene, extents: ExtentSource): readonly Body[] {
  const groundHeight = groundOf(scene);
  const bodies: MutableBody[] = [];
  for (const [index, element] of scene.elements.entries()) {
    const parts = partsOf(element, extents);
    if (parts.length === 0) continue;
    const base = resolveLocation(scene, element.at);
    const rotation = worldRotation(scene, element);
    const matrix = quaternion.toMatrix(rotation);
    const frame = { translation: base, rotation, scale: 1 };
    const solids = parts.map((part) => placePart(part, frame, matrix));
    const ground = element.at.kind === 'ground' ? base[1] : groundHeight(base[0], base[2]);
    let { minX, minY, minZ, maxX, maxY, maxZ } = solids[0]!;
    for (const solid of solids) {
      minX = Math.min(minX, solid.minX);
      minY = Math.min(minY, solid.minY);
      minZ = Math.min(minZ, solid.minZ);
      maxX = Math.max(maxX, solid.maxX);
      maxY = Math.max(maxY, solid.maxY);
      maxZ = Math.max(maxZ, solid.maxZ);
    }
    bodies.push({ index, order: 0, element, base, ground, solids, minX, minY, minZ, maxX, maxY, maxZ });
  }
  return inOrder(bodies);
}

type MutableBody = { -readonly [K in keyof Body]: Body[K] };

function inOrder(bodies: readonly MutableBody[]): readonly Body[] {
  // Nearly all comparisons end with x: beside each other in memory, they take a third of the time.
  const x = Float64Array.from(bodies, (body) => body.base[0]);
  const places = Uint32Array.from(bodies, (_, place) => place);
  places.sort((a, b) => x[a]! - x[b]! || inSpace(bodies[a]!, bodies[b]!));
  return Array.from(places, (place, order) => {
    const body = bodies[place]!;
    body.order = order;
    return body;
  });
}

/** Whether two boxes come as near to each other as `margin`. */
export function boxesMeet(a: Bounds, b: Bounds, margin = 0): boolean {
  return (
    a.minX - margin <= b.maxX &&
    b.minX <= a.maxX + margin &&
    a.minZ - margin <= b.maxZ &&
    b.minZ <= a.maxZ + margin &&
    a.minY - margin <= b.maxY &&
    b.minY <= a.maxY + margin
  );
}

/** By position, then by what it is and where it was written. */
function inSpace(a: Body, b: Body): number {
  return (
    a.base[0] - b.base[0] ||
    a.base[2] - b.base[2] ||
    a.base[1] - b.base[1] ||
    a.maxY - b.maxY ||
    compareTexts(a.element.kind, b.element.kind) ||
    compareWritten(a.element, b.element)
  );
}

/** In the order in which sources were written; what has no origin comes first. */
export function compareWritten(a: Element, b: Element): number {
  return (
    compareTexts(a.origin?.file ?? '', b.origin?.file ?? '') ||
    (a.origin?.start ?? -1) - (b.origin?.start ?? -1) ||
    compareTexts(a.label ?? '', b.label ?? '')
  );
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
