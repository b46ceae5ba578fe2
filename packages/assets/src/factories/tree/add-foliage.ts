// Adds leaves, fruit and thorns to the twigs of a crown. Leaf number n is the same at every level of detail: there are fewer and larger ones.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { hash, mix, smoothstep } from '../../build/noise.ts';
import { addBall, addLeaf } from '../../build/shapes.ts';
import { add, along, blend, length, scale, subtract, unit } from '../../build/vectors.ts';
import type { CrownTable, Lobe, Shoots } from './crown-table.ts';
import { type Branches, depthIn } from './grow-crown.ts';
import { shadeLeaves } from './shade-leaves.ts';

/** What leaves grow on. */
export interface Twigs {
  readonly places: readonly Vector3[];
  /** For each twig, the middle of its tuft. */
  readonly tufts: readonly Vector3[];
}

/** As many leaves as there may be triangles for. */
export function addFoliage(mesh: MeshBuilder, twigs: Twigs, table: CrownTable, seed: number, most: number): void {
  const { leaves } = table;
  if (twigs.places.length === 0 || leaves.count === 0) return;
  const trianglesEach = 2 * (leaves.needles ?? 1);
  const count = Math.min(leaves.count, Math.floor(most / trianglesEach));
  // The light is measured by enough leaves to be the same at every level.
  const stems = stemsOf(twigs, table, seed, Math.max(count, Math.min(leaves.count, ENOUGH)));
  const light = shadeLeaves(stems.places, leaves.count * leaves.length * leaves.halfWidth * (leaves.needles ?? 1));
  const larger = Math.sqrt(leaves.count / count);
  const first = mesh.positions.length;
  for (let leaf = 0; leaf < count; leaf += 1) {
    const place: Vector3 = [stems.places[3 * leaf]!, stems.places[3 * leaf + 1]!, stems.places[3 * leaf + 2]!];
    addOne(mesh, leaf, place, { tuft: stems.tufts[leaf]!, light: light[leaf]!, larger, seed }, table);
  }
  keepWithin(mesh.positions, first, twigs, table);
}

const ENOUGH = 2500;

/** What a leaf is like but for its own draws. */
interface LeafLook {
  readonly tuft: Vector3;
  /** 0..1 */
  readonly light: number;
  /** Than the table says: there are fewer. */
  readonly larger: number;
  readonly seed: number;
}

function addOne(
  mesh: MeshBuilder,
  leaf: number,
  place: Vector3,
  { tuft, light, larger, seed }: LeafLook,
  { leaves, lobes }: CrownTable,
): void {
  const draw = (ordinal: number) => 2 * hash(leaf, ordinal, 1, seed) - 1;
  const outward = outwardOf(place, tuft, lobes, leaves.clump);
  const stray: Vector3 = [0.4 * draw(0), 0.15 + 0.3 * draw(1), 0.4 * draw(2)];
  const normal = unit(add(blend(outward, UP, leaves.level), stray));
  const free: Vector3 = [draw(3), 0.45 * draw(4) - 0.1, draw(5)];
  const tending = blend(along(free, outward, 0.5), DOWN, leaves.hanging);
  const direction = unit(leaves.rising === undefined ? tending : blend(tending, UP, leaves.rising));
  const grown = 1 + 0.25 * draw(6);
  const size = { length: leaves.length * grown * larger, halfWidth: leaves.halfWidth * grown * larger };
  const lit = smoothstep(0.1, 0.7, light);
  const hue = blend<LinearColor>(leaves.inner, leaves.outer, Math.min(1, Math.max(0, lit + 0.25 * draw(7))));
  const color = scale(hue, mix(0.45, 1.25, lit) * (1 + 0.12 * draw(8)));
  if (leaves.needles !== undefined) {
    return addTuft(
      mesh,
      place,
      unit(along(direction, outward, 0.6)),
      normal,
      { ...size, needles: leaves.needles },
      color,
    );
  }
  // The middle of a larger leaf is where that of a smaller one is; if it hangs, it ends where the smaller ones do.
  const back = Math.max(0.5, leaves.hanging) * (larger - 1) * leaves.length * grown;
  addLeaf(mesh, along(place, direction, -back), direction, normal, size, color);
}
const UP: Vector3 = [0, 1, 0];
const DOWN: Vector3 = [0, -1, 0];

/** Leaves neither reach into the ground nor beyond the crown's top, however large they are: all levels are equally high. */
function keepWithin(positions: number[], first: number, { places }: Twigs, { leaves, step }: CrownTable): void {
  const highest = places.reduce((most, place) => Math.max(most, place[1]), 0);
  const top = highest + TOP * (step * (leaves.spread ?? 0.8) + leaves.length);
  for (let leaf = first; leaf < positions.length; leaf += LEAF) {
    let [least, greatest] = [Infinity, -Infinity];
    for (let at = leaf + 1; at < leaf + LEAF; at += 3) {
      least = Math.min(least, positions[at]!);
      greatest = Math.max(greatest, positions[at]!);
    }
    const moved = least < 0 ? -least : Math.min(0, top - greatest);
    if (moved === 0) continue;
    for (let at = leaf + 1; at < leaf + LEAF; at += 3) positions[at] = positions[at]! + moved;
  }
}
/** How far leaves reach above the highest twig, of how far they may. */
const TOP = 0.5;
/** Numbers of a leaf's four corners. */
const LEAF = 12;

/** Places of so many leaves, twigs at the edge of the crown first choice; and the tuft that each belongs to. */
function stemsOf({ places: twigs, tufts }: Twigs, table: CrownTable, seed: number, count: number) {
  const { leaves, step, lobes } = table;
  const spread = step * (leaves.spread ?? 0.8);
  const depths = twigs.map(([x, y, z]) => Math.max(...lobes.map((lobe) => depthIn(lobe, x, y, z))));
  const places = new Float64Array(3 * count);
  const own: Vector3[] = [];
  const twigOf = (number: number) => {
    let best = Math.floor(hash(number, 0, 2, seed) * twigs.length);
    for (let tries = 1; tries < 3; tries += 1) {
      const other = Math.floor(hash(number, tries, 2, seed) * twigs.length);
      if (depths[other]! < depths[best]!) best = other;
    }
    return best;
  };
  for (let leaf = 0; leaf < count; leaf += 1) {
    const draw = (ordinal: number) => 2 * hash(leaf, ordinal, 3, seed) - 1;
    const hangs = leaves.shoots !== undefined && hash(leaf, 5, 3, seed) < leaves.shoots.share;
    const shoot = hangs ? leaf % leaves.shoots!.count : undefined;
    const twig = twigOf(shoot ?? leaf);
    const flat = leaves.level > 0.5 ? 0.4 : 1;
    // Near its twig, or it would float.
    const away = unit([draw(0), draw(1), draw(2)]);
    const far = spread * (0.5 + 0.7 * Math.abs(draw(4)));
    let place = along(twigs[twig]!, [away[0], flat * away[1], away[2]], far);
    if (leaves.clump > 0) place = blend(place, tufts[twig]!, 0.22);
    if (shoot !== undefined) place = hanging(twigs[twig]!, leaves.shoots!, shoot, leaf, seed);
    places.set(place, 3 * leaf);
    own.push(tufts[twig]!);
  }
  return { places, tufts: own };
}

/** A place on a shoot: outwards a little, then straight down. */
function hanging(twig: Vector3, { count, length }: Shoots, shoot: number, leaf: number, seed: number): Vector3 {
  // Evenly down the shoot, however few there are: a Weyl sequence.
  const t = (Math.floor(leaf / count) * 0.6180339887 + hash(shoot, 5, 4, seed)) % 1;
  const whole = mix(length[0], length[1], hash(shoot, 9, 4, seed));
  const long = Math.min(whole, twig[1] - 0.25 - 0.9 * hash(shoot, 8, 4, seed));
  const outward = unit([twig[0], 0, twig[2]]);
  const sway: Vector3 = [hash(shoot, 7, 4, seed) - 0.5, 0, hash(shoot, 6, 4, seed) - 0.5];
  const out = 0.34 * (1 - (1 - t) * (1 - t));
  return add(along(along(twig, outward, out), sway, 0.5 * t), [0, 0.12 * (1 - t) - long * t * (0.6 + 0.4 * t), 0]);
}

/** Away from the lobe that a place is deepest in, and from the middle of its tuft. */
function outwardOf(place: Vector3, tuft: Vector3, lobes: readonly Lobe[], clump: number): Vector3 {
  let deepest = lobes[0]!;
  let depth = -Infinity;
  for (let lobe = 0; lobe < lobes.length; lobe += 1) {
    const own = depthIn(lobes[lobe]!, place[0], place[1], place[2]);
    if (own <= depth) continue;
    deepest = lobes[lobe]!;
    depth = own;
  }
  const { center } = deepest;
  const dx = place[0] - center[0];
  const dy = place[1] - center[1];
  const dz = place[2] - center[2];
  const flat = deepest.radius / deepest.halfHeight;
  const fromLobe = unit([dx, dy * flat * flat, dz]);
  if (clump === 0) return fromLobe;
  return unit(along(fromLobe, unit(subtract(place, tuft)), 0.8));
}

/** Needles that spread from one place. */
function addTuft(
  mesh: MeshBuilder,
  stem: Vector3,
  direction: Vector3,
  normal: Vector3,
  size: { readonly length: number; readonly halfWidth: number; readonly needles: number },
  color: LinearColor,
): void {
  const side = unit([direction[2], 0.3, -direction[0]]);
  for (let needle = 0; needle < size.needles; needle += 1) {
    const t = size.needles === 1 ? 0 : (2 * needle) / (size.needles - 1) - 1;
    const lift: Vector3 = needle % 2 === 0 ? [0, 0.35, 0] : [0, -0.25, 0];
    addLeaf(mesh, stem, unit(add(along(direction, side, 1.1 * t), lift)), normal, size, color);
  }
}

/** Balls at the outermost twigs, each on a stalk: `mesh` is of balls, `sheets` of stalks. */
export function addFruit(
  mesh: MeshBuilder,
  sheets: MeshBuilder,
  { places }: Twigs,
  table: CrownTable,
  seed: number,
  share: number,
): void {
  const { fruit, lobes, step } = table;
  if (fruit === undefined || places.length === 0) return;
  const color = fruit.colors[Math.floor(hash(1, 2, 5, seed) * fruit.colors.length)]!;
  const larger = 1 / Math.sqrt(share);
  for (let ball = 0; ball < Math.ceil(fruit.count * share); ball += 1) {
    let best = places[0]!;
    let least = Infinity;
    for (let tries = 0; tries < 7; tries += 1) {
      const place = places[Math.floor(hash(ball, tries, 6, seed) * places.length)]!;
      const depth = Math.max(...lobes.map((lobe) => depthIn(lobe, place[0], place[1], place[2])));
      if (depth < least) [best, least] = [place, depth];
    }
    const outward = outwardOf(best, best, lobes, 0);
    const [x, y, z] = add(along(best, outward, 1.15 * step), [0, -0.3 * step, 0]);
    const radius = fruit.radius * larger * (0.85 + 0.3 * hash(ball, 5, 6, seed));
    const at: Vector3 = [x, Math.max(radius, y), z];
    const stalk = subtract(at, best);
    const size = { length: length(stalk), halfWidth: STALK * radius };
    addLeaf(sheets, best, unit(stalk), outward, size, table.leaves.inner);
    addBall(mesh, at, [radius, radius, radius], scale(color, 0.75 + 0.5 * hash(ball, 6, 6, seed)), share > 0.5 ? 4 : 3);
  }
}

/** Half a stalk's width for the radius of its fruit. */
const STALK = 0.15;

/** Thorns that stand off the twigs; fewer and broader ones from afar. */
export function addThorns(mesh: MeshBuilder, branches: Branches, table: CrownTable, seed: number, share: number): void {
  const { thorns } = table;
  if (thorns === undefined) return;
  const { nodes, parents, radii, firstOfCrown } = branches;
  for (let thorn = 0; thorn < thorns.count * share; thorn += 1) {
    const node = firstOfCrown + Math.floor(hash(thorn, 1, 7, seed) * (nodes.length - firstOfCrown));
    const parent = parents[node]!;
    if (parent < 0) continue;
    const t = hash(thorn, 2, 7, seed);
    const twig = unit(subtract(nodes[node]!, nodes[parent]!));
    const any = unit([hash(thorn, 3, 7, seed) - 0.5, hash(thorn, 4, 7, seed) - 0.3, hash(thorn, 5, 7, seed) - 0.5]);
    const size = {
      length: thorns.length * (0.7 + 0.6 * hash(thorn, 6, 7, seed)),
      halfWidth: (0.06 * thorns.length) / Math.sqrt(share),
    };
    const stem = along(blend(nodes[parent]!, nodes[node]!, t), any, 0.5 * radii[node]!);
    addLeaf(mesh, stem, unit(along(any, twig, 0.3)), unit([any[2] + 0.1, 0.8, -any[0]]), size, thorns.color);
  }
}

/** Thin ends of branches, and the tufts that they stand in: all twigs in a cell of a lattice. */
export function twigsOf({ nodes, radii, children, firstOfCrown }: Branches, table: CrownTable): Twigs {
  const { twigRadius, leaves } = table;
  const places = nodes.filter(
    (_, node) => node >= firstOfCrown && (radii[node]! < twigRadius * 2.2 || children[node]!.length === 0),
  );
  if (leaves.clump === 0) return { places, tufts: places };
  const groups = new Map<string, { sum: Vector3; count: number }>();
  const keys = places.map((place) => place.map((part) => Math.floor(part / leaves.clump)).join(' '));
  places.forEach((place, index) => {
    const group = groups.get(keys[index]!);
    groups.set(keys[index]!, { sum: add(group?.sum ?? [0, 0, 0], place), count: (group?.count ?? 0) + 1 });
  });
  return { places, tufts: keys.map((key) => scale(groups.get(key)!.sum, 1 / groups.get(key)!.count)) };
}
