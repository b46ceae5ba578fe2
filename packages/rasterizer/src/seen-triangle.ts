// Turns a triangle of a draw into what is the same for all places on it.
import { type DrawList, MATRIX_SIZE } from './draw-list.ts';
import type { PreparedPart } from './prepared-part.ts';
import type { Rays } from './rays.ts';

/** The triangle that a place shows; one record is filled in again and again, and first of all. */
export interface SeenTriangle {
  /** −1 before the first one. */
  draw: number;
  /** Its number in the mesh. */
  number: number;
  part: PreparedPart;
  /** Where the draw's matrices begin. */
  matrix: number;
  /** Its corners in the mesh. */
  first: number;
  second: number;
  third: number;
  /**
   * Normals of the planes of the eye and two corners: a ray's part along them is the weight of the third corner, times a
   * factor.
   */
  planeAX: number;
  planeAY: number;
  planeAZ: number;
  planeBX: number;
  planeBY: number;
  planeBZ: number;
  planeCX: number;
  planeCY: number;
  planeCZ: number;
  /** 1 for the front, −1 for the back. */
  side: number;
  /** How the sum of the weights changes from a place to its neighbours to the right and above; only if there is a texture. */
  slopeAcross: number;
  slopeUp: number;
  /** The same of the weights' sums with u and v. */
  slopeUAcross: number;
  slopeVAcross: number;
  slopeUUp: number;
  slopeVUp: number;
}

export function createSeenTriangle(): SeenTriangle {
  return {
    // There is no part to begin with; nobody reads it before a triangle is filled in.
    ...{ draw: -1, number: -1, part: undefined as unknown as PreparedPart, matrix: 0, first: 0, second: 0, third: 0 },
    ...{ planeAX: 0, planeAY: 0, planeAZ: 0, planeBX: 0, planeBY: 0, planeBZ: 0, planeCX: 0, planeCY: 0, planeCZ: 0 },
    ...{ side: 1, slopeAcross: 0, slopeUp: 0, slopeUAcross: 0, slopeVAcross: 0, slopeUUp: 0, slopeVUp: 0 },
  };
}

/** Fills the record in for one triangle of one draw. */
export function turnToTriangle(seen: SeenTriangle, list: DrawList, rays: Rays, draw: number, number: number): void {
  const part = list.parts[draw] as PreparedPart;
  const { positions, indices } = part;
  const { matrices } = list;
  const at = draw * MATRIX_SIZE;
  const first = indices[3 * number] as number;
  const second = indices[3 * number + 1] as number;
  const third = indices[3 * number + 2] as number;
  const m0 = matrices[at] as number;
  const m1 = matrices[at + 1] as number;
  const m2 = matrices[at + 2] as number;
  const m3 = matrices[at + 3] as number;
  const m4 = matrices[at + 4] as number;
  const m5 = matrices[at + 5] as number;
  const m6 = matrices[at + 6] as number;
  const m7 = matrices[at + 7] as number;
  const m8 = matrices[at + 8] as number;
  const m9 = matrices[at + 9] as number;
  const m10 = matrices[at + 10] as number;
  const m11 = matrices[at + 11] as number;
  let x = positions[3 * first] as number;
  let y = positions[3 * first + 1] as number;
  let z = positions[3 * first + 2] as number;
  const ax = m0 * x + m1 * y + m2 * z + m3;
  const ay = m4 * x + m5 * y + m6 * z + m7;
  const az = m8 * x + m9 * y + m10 * z + m11;
  x = positions[3 * second] as number;
  y = positions[3 * second + 1] as number;
  z = positions[3 * second + 2] as number;
  const bx = m0 * x + m1 * y + m2 * z + m3;
  const by = m4 * x + m5 * y + m6 * z + m7;
  const bz = m8 * x + m9 * y + m10 * z + m11;
  x = positions[3 * third] as number;
  y = positions[3 * third + 1] as number;
  z = positions[3 * third + 2] as number;
  const cx = m0 * x + m1 * y + m2 * z + m3;
  const cy = m4 * x + m5 * y + m6 * z + m7;
  const cz = m8 * x + m9 * y + m10 * z + m11;
  const planeAX = by * cz - bz * cy;
  const planeAY = bz * cx - bx * cz;
  const planeAZ = bx * cy - by * cx;
  seen.draw = draw;
  seen.number = number;
  seen.part = part;
  seen.matrix = at;
  seen.first = first;
  seen.second = second;
  seen.third = third;
  seen.planeAX = planeAX;
  seen.planeAY = planeAY;
  seen.planeAZ = planeAZ;
  seen.planeBX = cy * az - cz * ay;
  seen.planeBY = cz * ax - cx * az;
  seen.planeBZ = cx * ay - cy * ax;
  seen.planeCX = ay * bz - az * by;
  seen.planeCY = az * bx - ax * bz;
  seen.planeCZ = ax * by - ay * bx;
  // The eye is at the origin: a front has a negative volume with it.
  seen.side = ax * planeAX + ay * planeAY + az * planeAZ > 0 ? -1 : 1;
  if (part.isTextured) findSlopes(seen, part, rays);
}

/** The weights are linear over the picture; so are their sums with u and v. */
function findSlopes(seen: SeenTriangle, { uvs }: PreparedPart, rays: Rays): void {
  const { first, second, third } = seen;
  const { rightX, rightY, rightZ, upX, upY, upZ } = rays;
  const aAcross = seen.planeAX * rightX + seen.planeAY * rightY + seen.planeAZ * rightZ;
  const bAcross = seen.planeBX * rightX + seen.planeBY * rightY + seen.planeBZ * rightZ;
  const cAcross = seen.planeCX * rightX + seen.planeCY * rightY + seen.planeCZ * rightZ;
  const aUp = seen.planeAX * upX + seen.planeAY * upY + seen.planeAZ * upZ;
  const bUp = seen.planeBX * upX + seen.planeBY * upY + seen.planeBZ * upZ;
  const cUp = seen.planeCX * upX + seen.planeCY * upY + seen.planeCZ * upZ;
  const ua = uvs[2 * first] as number;
  const ub = uvs[2 * second] as number;
  const uc = uvs[2 * third] as number;
  const va = uvs[2 * first + 1] as number;
  const vb = uvs[2 * second + 1] as number;
  const vc = uvs[2 * third + 1] as number;
  seen.slopeAcross = aAcross + bAcross + cAcross;
  seen.slopeUp = aUp + bUp + cUp;
  seen.slopeUAcross = aAcross * ua + bAcross * ub + cAcross * uc;
  seen.slopeVAcross = aAcross * va + bAcross * vb + cAcross * vc;
  seen.slopeUUp = aUp * ua + bUp * ub + cUp * uc;
  seen.slopeVUp = aUp * va + bUp * vb + cUp * vc;
}
