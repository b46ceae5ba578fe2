// Answers quickly whether a point keeps its distance from all points before it.

/**
 * Points of the map in a hash table of square cells as wide as the spacing: only the 3 × 3 cells around a point can hold
 * one that is too near. Cells of a row have neighbouring slots, so that looking at them is three steps in memory; rows
 * that happen to share slots cost time only, since every point met is measured.
 */
export class SpacingGrid {
  readonly #squaredSpacing: number;
  readonly #left: number;
  readonly #near: number;
  readonly #cell: number;
  /** x and z of point i at 2i. */
  #points = new Float64Array(2 * 64);
  /** The point that was put into the same slot before point i, plus 1; 0 if there is none. */
  #earlier = new Int32Array(64);
  #size = 0;
  /** The latest point of a slot, plus 1. Twice as many slots as points, a power of two. */
  #slots = new Int32Array(128);

  /** `left` and `near` are the lowest coordinates of any point, `extent` the larger extent of the box around them. */
  constructor(spacing: number, left: number, near: number, extent: number) {
    this.#squaredSpacing = spacing * spacing;
    this.#left = left;
    this.#near = near;
    // A spacing far below the extent would need cells that numbers cannot tell apart.
    this.#cell = Math.max(spacing, extent / CELLS_ACROSS);
  }

  /** Adds the point if every other is at least the spacing away; tells whether it did. */
  add(x: number, z: number): boolean {
    const column = Math.floor((x - this.#left) / this.#cell);
    const row = Math.floor((z - this.#near) / this.#cell);
    const [slots, points, earlier] = [this.#slots, this.#points, this.#earlier];
    const limit = this.#squaredSpacing;
    const mask = slots.length - 1;
    for (let r = row - 1; r <= row + 1; r += 1) {
      const first = slotOf(column - 1, r);
      for (let slot = first; slot <= first + 2; slot += 1) {
        for (let found = slots[slot & mask] ?? 0; found !== 0; found = earlier[found - 1] ?? 0) {
          const dx = (points[2 * found - 2] ?? 0) - x;
          const dz = (points[2 * found - 1] ?? 0) - z;
          if (dx * dx + dz * dz < limit) return false;
        }
      }
    }
    if (this.#size === this.#earlier.length) this.#grow();
    const index = this.#size;
    this.#size += 1;
    this.#points[2 * index] = x;
    this.#points[2 * index + 1] = z;
    this.#chain(index, slotOf(column, row));
    return true;
  }

  #chain(index: number, hash: number): void {
    const slot = hash & (this.#slots.length - 1);
    this.#earlier[index] = this.#slots[slot] ?? 0;
    this.#slots[slot] = index + 1;
  }

  #grow(): void {
    const points = new Float64Array(2 * this.#points.length);
    points.set(this.#points);
    this.#points = points;
    this.#earlier = new Int32Array(2 * this.#earlier.length);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let index = 0; index < this.#size; index += 1) {
      const column = Math.floor(((points[2 * index] ?? 0) - this.#left) / this.#cell);
      const row = Math.floor(((points[2 * index + 1] ?? 0) - this.#near) / this.#cell);
      this.#chain(index, slotOf(column, row));
    }
  }
}

/** 2^30: cells are numbered in 32 bits. */
const CELLS_ACROSS = 1073741824;

/** A place for the row (multiplied by an odd constant near 2^32 / φ, and folded), and from there on the columns. */
function slotOf(column: number, row: number): number {
  const mixed = Math.imul(row, 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) + column) | 0;
}
