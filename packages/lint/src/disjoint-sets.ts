// Keeps apart, or joins, sets of numbered things (Tarjan's union–find, with path halving).

export class DisjointSets {
  readonly #parents = new Map<number, number>();

  join(a: number, b: number): void {
    const [first, second] = [this.#root(a), this.#root(b)];
    if (first !== second) this.#parents.set(Math.max(first, second), Math.min(first, second));
  }

  areJoined(a: number, b: number): boolean {
    return a === b || this.#root(a) === this.#root(b);
  }

  #root(member: number): number {
    let at = member;
    for (let parent = this.#parents.get(at); parent !== undefined; parent = this.#parents.get(at)) {
      const grandparent = this.#parents.get(parent);
      if (grandparent !== undefined) this.#parents.set(at, grandparent);
      at = parent;
    }
    return at;
  }
}
