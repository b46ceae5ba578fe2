// Turns weights into the places of the largest ones, largest first.

/**
 * At most `count` places, and no more than it takes to reach the sum `enough`; of equal weights the first. Linear in the
 * number of weights, but for the logarithm of it for each one taken: a heap that is not emptied.
 */
export function takeLargest(weights: Float64Array, count: number, enough = Infinity): Uint32Array {
  const heap = new Uint32Array(weights.length);
  for (let place = 0; place < heap.length; place += 1) heap[place] = place;
  let size = heap.length;
  for (let root = (size >> 1) - 1; 0 <= root; root -= 1) sink(heap, size, root, weights);
  const taken = new Uint32Array(Math.min(count, size));
  let sum = 0;
  let length = 0;
  while (length < taken.length && sum < enough) {
    const place = heap[0] as number;
    taken[length] = place;
    length += 1;
    sum += weights[place] as number;
    size -= 1;
    heap[0] = heap[size] as number;
    sink(heap, size, 0, weights);
  }
  return taken.subarray(0, length);
}

/** Lets what is at `root` sink below all that comes before it. */
function sink(heap: Uint32Array, size: number, root: number, weights: Float64Array): void {
  const sinking = heap[root] as number;
  let at = root;
  for (;;) {
    let child = 2 * at + 1;
    if (size <= child) break;
    if (child + 1 < size && isBefore(weights, heap[child + 1] as number, heap[child] as number)) child += 1;
    const rising = heap[child] as number;
    if (isBefore(weights, sinking, rising)) break;
    heap[at] = rising;
    at = child;
  }
  heap[at] = sinking;
}

function isBefore(weights: Float64Array, a: number, b: number): boolean {
  const difference = (weights[a] as number) - (weights[b] as number);
  return difference > 0 || (difference === 0 && a < b);
}
