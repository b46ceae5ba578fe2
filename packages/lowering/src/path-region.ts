// Turns a line of points and a width into a strip of ground from which points can be drawn evenly.
import { invariant } from '@diorama/diagnostics';
import { atan2Degrees, cosDegrees, sinDegrees } from '@diorama/geometry';

/** A point of the local frame's map, at a height of it. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A strip that can be drawn from. */
export interface PathRegion {
  /** Square metres, overlaps counted twice. */
  readonly area: number;
  /**
   * A point of the strip from three draws in [0, 1), or nothing if the piece that was drawn overlaps an earlier one
   * there (unless `anyway`): points taken from the first piece that holds them are even over the union.
   */
  sample(share: number, along: number, across: number, anyway: boolean): PathPoint | undefined;
}

/**
 * The strip has flat ends and round joins, like an SVG stroke with `stroke-linecap: butt; stroke-linejoin: round`: a
 * rectangle for every stretch, and on the outer side of every bend a wedge of the circle about the corner. On the inner
 * side of a bend, and where the strip meets itself, pieces overlap; see {@link PathRegion.sample}. Repeated points count
 * once; a path without length is its one point.
 */
export function createPathRegion(points: readonly PathPoint[], width: number): PathRegion {
  const [first] = points;
  invariant(first !== undefined, 'the checker refuses a path without points');
  const stretches = toStretches(points, width / 2);
  const pieces = stretches.flatMap((stretch, index) => toPieces(stretch, stretches[index + 1], width / 2));
  if (pieces.length === 0) return { area: 0, sample: () => first };
  const ends: number[] = [];
  let area = 0;
  for (const piece of pieces) {
    area += piece.area;
    ends.push(area);
  }
  const tree = new PieceTree(pieces);
  return {
    area,
    sample(share, along, across, anyway) {
      const index = firstAbove(ends, share * area);
      const piece = pieces[index];
      invariant(piece !== undefined, 'every share of the area lies in a piece');
      const point = piece.sample(along, across);
      return !anyway && tree.hasBefore(index, point.x, point.z) ? undefined : point;
    },
  };
}

/** A straight part with its direction (a unit vector) and length. */
interface Stretch {
  readonly from: PathPoint;
  readonly to: PathPoint;
  readonly length: number;
  readonly x: number;
  readonly z: number;
}

/** A rectangle or a wedge, with the box around it. */
interface Piece {
  readonly area: number;
  readonly left: number;
  readonly right: number;
  readonly near: number;
  readonly far: number;
  holds(x: number, z: number): boolean;
  sample(along: number, across: number): PathPoint;
}

function toStretches(points: readonly PathPoint[], half: number): Stretch[] {
  const stretches: Stretch[] = [];
  let from = points[0];
  for (const to of points) {
    if (from === undefined) break;
    const [dx, dz] = [to.x - from.x, to.z - from.z];
    const length = Math.sqrt(dx * dx + dz * dz);
    // A stretch so short that its area vanishes cannot be drawn from.
    if (!(length * half > 0)) continue;
    stretches.push({ from, to, length, x: dx / length, z: dz / length });
    from = to;
  }
  return stretches;
}

function toPieces(stretch: Stretch, next: Stretch | undefined, half: number): Piece[] {
  const pieces = [rectangle(stretch, half)];
  if (next === undefined) return pieces;
  const bend = atan2Degrees(stretch.x * next.z - stretch.z * next.x, stretch.x * next.x + stretch.z * next.z);
  if (bend !== 0) pieces.push(wedge(stretch, next, bend, half));
  return pieces;
}

function rectangle({ from, to, length, x, z }: Stretch, half: number): Piece {
  const [sideways, forth] = [Math.abs(z) * half, Math.abs(x) * half];
  return {
    area: length * 2 * half,
    left: Math.min(from.x, to.x) - sideways,
    right: Math.max(from.x, to.x) + sideways,
    near: Math.min(from.z, to.z) - forth,
    far: Math.max(from.z, to.z) + forth,
    holds(px, pz) {
      const [dx, dz] = [px - from.x, pz - from.z];
      const along = dx * x + dz * z;
      return 0 <= along && along < length && Math.abs(dz * x - dx * z) <= half;
    },
    sample(along, across) {
      const aside = (across * 2 - 1) * half;
      const [px, pz] = [from.x + along * (to.x - from.x), from.z + along * (to.z - from.z)];
      return { x: px - aside * z, y: from.y + along * (to.y - from.y), z: pz + aside * x };
    },
  };
}

/** The sector outside of a bend: beyond the end of the stretch, before the beginning of the next one. */
function wedge({ to: corner, x, z }: Stretch, next: Stretch, bend: number, half: number): Piece {
  // From the normal of the one stretch to that of the other, on the side away from the bend.
  const start = atan2Degrees(z, x) - Math.sign(bend) * 90;
  return {
    area: (Math.abs(bend) / 360) * Math.PI * half * half,
    left: corner.x - half,
    right: corner.x + half,
    near: corner.z - half,
    far: corner.z + half,
    holds(px, pz) {
      const [dx, dz] = [px - corner.x, pz - corner.z];
      return dx * dx + dz * dz <= half * half && dx * x + dz * z >= 0 && dx * next.x + dz * next.z < 0;
    },
    sample(along, across) {
      const angle = start + along * bend;
      const radius = Math.sqrt(across) * half;
      return { x: corner.x + radius * cosDegrees(angle), y: corner.y, z: corner.z + radius * sinDegrees(angle) };
    },
  };
}

/** The first index whose sum is above an amount, or the last one. */
function firstAbove(sums: readonly number[], amount: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > amount) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Boxes around runs of neighbouring pieces, halved again and again, so that few pieces are asked for a point. */
class PieceTree {
  readonly #pieces: readonly Piece[];
  /** Left, right, near, far of node n at 4n; node n has the children 2n + 1 and 2n + 2. */
  readonly #boxes: Float64Array;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    let leaves = 1;
    while (leaves < pieces.length) leaves *= 2;
    this.#boxes = new Float64Array(8 * leaves);
    this.#bound(0, 0, pieces.length);
  }

  /** Whether a piece with a lower index holds the point. */
  hasBefore(index: number, x: number, z: number): boolean {
    return this.#search(0, 0, this.#pieces.length, index, x, z);
  }

  #bound(node: number, from: number, to: number): void {
    const boxes = this.#boxes;
    const piece = this.#pieces[from];
    if (piece === undefined) return;
    if (to - from === 1) {
      boxes.set([piece.left, piece.right, piece.near, piece.far], node * 4);
      return;
    }
    const middle = (from + to) >> 1;
    const [first, second] = [2 * node + 1, 2 * node + 2];
    this.#bound(first, from, middle);
    this.#bound(second, middle, to);
    for (let side = 0; side < 4; side += 1) {
      const [a, b] = [boxes[first * 4 + side] ?? 0, boxes[second * 4 + side] ?? 0];
      boxes[node * 4 + side] = side % 2 === 0 ? Math.min(a, b) : Math.max(a, b);
    }
  }

  #search(node: number, from: number, to: number, before: number, x: number, z: number): boolean {
    const boxes = this.#boxes;
    const at = node * 4;
    if (before <= from || !((boxes[at] ?? 0) <= x && x <= (boxes[at + 1] ?? 0))) return false;
    if (!((boxes[at + 2] ?? 0) <= z && z <= (boxes[at + 3] ?? 0))) return false;
    if (to - from === 1) return this.#pieces[from]?.holds(x, z) ?? false;
    const middle = (from + to) >> 1;
    return (
      this.#search(2 * node + 1, from, middle, before, x, z) || this.#search(2 * node + 2, middle, to, before, x, z)
    );
  }
}
