// Turns places of leaves into the light that reaches each: how much of the crown stands between it and the sky.
// A coarse grid of density, after Palubicki et al., "Self-organizing tree models for image synthesis", 2009.

/** From every one of these the sky shines in, with these weights; x, y, z in cells. */
const SKY: readonly (readonly [number, number, number, number])[] = [
  [0, 1, 0, 0.34],
  [1, 1, 0, 0.12],
  [-1, 1, 0, 0.12],
  [0, 1, 1, 0.12],
  [0, 1, -1, 0.12],
  [1, 0, 0, 0.045],
  [-1, 0, 0, 0.045],
  [0, 0, 1, 0.045],
  [0, 0, -1, 0.045],
];
const CELLS = 18;

/**
 * For each place (three numbers each): 0 in deep shade, 1 in the open. `area` is that of all leaves, square metres, in units of
 * the places.
 */
export function shadeLeaves(places: Float64Array, area: number): Float64Array {
  const count = places.length / 3;
  const least = [Infinity, Infinity, Infinity];
  const greatest = [-Infinity, -Infinity, -Infinity];
  for (let axis = 0; axis < 3; axis += 1) {
    for (let at = axis; at < places.length; at += 3) {
      least[axis] = Math.min(least[axis]!, places[at]!);
      greatest[axis] = Math.max(greatest[axis]!, places[at]!);
    }
  }
  const size = Math.max(1e-6, ...greatest.map((most, axis) => most - least[axis]!)) / CELLS;
  const [x0, y0, z0] = least as [number, number, number];
  const cellOf = (away: number) => Math.min(CELLS - 1, Math.floor(away / size));
  const indexOf = (x: number, y: number, z: number) => (z * CELLS + y) * CELLS + x;
  const density = new Float64Array(CELLS * CELLS * CELLS);
  const one = area / count / (size * size);
  const cells = new Int32Array(count);
  for (let place = 0, at = 0; place < count; place += 1, at += 3) {
    const cell = indexOf(cellOf(places[at]! - x0), cellOf(places[at + 1]! - y0), cellOf(places[at + 2]! - z0));
    cells[place] = cell;
    density[cell] = density[cell]! + one;
  }
  const known = new Float64Array(density.length).fill(-1);
  const lightAt = (at: number): number => {
    if (known[at]! >= 0) return known[at]!;
    let light = 0;
    for (const [dx, dy, dz, weight] of SKY) {
      let shade = 0.3 * density[at]!;
      let i = (at % CELLS) + dx;
      let j = (Math.floor(at / CELLS) % CELLS) + dy;
      let k = Math.floor(at / (CELLS * CELLS)) + dz;
      while (i >= 0 && i < CELLS && j >= 0 && j < CELLS && k >= 0 && k < CELLS) {
        shade += density[indexOf(i, j, k)]!;
        i += dx;
        j += dy;
        k += dz;
      }
      light += weight / (1 + 0.55 * shade);
    }
    known[at] = light;
    return light;
  };
  const lights = new Float64Array(count);
  for (let place = 0; place < count; place += 1) lights[place] = lightAt(cells[place]!);
  return lights;
}
