// Answers quickly whether a point keeps its distance from all points before it.

/**
 * Points of the map in a hash table of square cells whose diagonal is the spacing: a cell holds at most one point (two on
 * its very edges), and only the 5 × 5 cells around a point can hold one that is too near.
 */
export class SpacingGrid {
  readonly #spacing: number;
  readonly #left: number;
  readonly #near: number;
  readonly #cell: number;
  #xs = new Float64Array(64);
  #zs = new Float64Array(64);
  #size = 0;
  /** The index of a point plus 1 in the slot of its cell, or a later one; 0 where there is none. A power of two. */
  #slots = new Int32Array(256);

  /** `left` and `near` are the lowest coordinates of any point, `extent` the larger extent of the box around them. */
  constructor(spacing: number, left: number, near: number, extent: number) {
    this.#spacing = spacing;
    this.#left = left;
    this.#near = near;
    // A spacing far below the extent would need cells that numbers cannot tell apart.
    this.#cell = Math.max(spacing * Math.SQRT1_2, extent / CELLS_ACROSS);
  }

  /** Adds the point if every other is at least the spacing away; tells whether it did. */
  add(x: number, z: number): boolean {
    const column = Math.floor((x - this.#left) / this.#cell);
    const row = Math.floor((z - this.#near) / this.#cell);
    for (let down = -2; down <= 2; down += 1) {
      for (let across = -2; across <= 2; across += 1) {
        if (this.#isCrowded(column + across, row + down, x, z)) return false;
      }
    }
    this.#insert(x, z, column, row);
    return true;
  }

  #isCrowded(column: number, row: number, x: number, z: number): boolean {
    const mask = this.#slots.length - 1;
    const [cell, spacing] = [this.#cell, this.#spacing];
    for (let slot = slotOf(column, row) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0) return false;
      const [otherX, otherZ] = [this.#xs[found - 1] ?? 0, this.#zs[found - 1] ?? 0];
      if (Math.floor((otherX - this.#left) / cell) !== column || Math.floor((otherZ - this.#near) / cell) !== row) continue;
      const [dx, dz] = [x - otherX, z - otherZ];
      if (dx * dx + dz * dz < spacing * spacing) return true;
    }
  }

  #insert(x: number, z: number, column: number, row: number): void {
    if (this.#size === this.#xs.length) {
      this.#xs = grown(this.#xs);
      this.#zs = grown(this.#zs);
      // A quarter full at most, so that looking into the empty cells around a point is quick.
      this.#slots = new Int32Array(this.#xs.length * 4);
      for (let index = 0; index < this.#size; index += 1) {
        const [otherX, otherZ] = [this.#xs[index] ?? 0, this.#zs[index] ?? 0];
        const [cell, left, near] = [this.#cell, this.#left, this.#near];
        this.#occupy(Math.floor((otherX - left) / cell), Math.floor((otherZ - near) / cell), index);
      }
    }
    this.#xs[this.#size] = x;
    this.#zs[this.#size] = z;
    this.#occupy(column, row, this.#size);
    this.#size += 1;
  }

  #occupy(column: number, row: number, index: number): void {
    const mask = this.#slots.length - 1;
    let slot = slotOf(column, row) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = index + 1;
  }
}

/** 2^30: cells are numbered in 32 bits. */
const CELLS_ACROSS = 1073741824;

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Mixes the cell's two numbers so that neighbours spread: multiplications by odd constants near 2^32 / φ, folded. */
function slotOf(column: number, row: number): number {
  let hash = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca77);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
