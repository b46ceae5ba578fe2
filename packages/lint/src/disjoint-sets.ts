// Keeps apart, or joins, sets of numbered things (Tarjan's union–find, with path halving).

export class DisjointSets {
  readonly #parents: Int32Array;

  /** Sets of one thing each, numbered from 0. */
  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, index) => index);
  }

  join(a: number, b: number): void {
    const [first, second] = [this.#root(a), this.#root(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  areJoined(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  #root(member: number): number {
    const parents = this.#parents;
    let at = member;
    while (parents[at]! !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }
}
