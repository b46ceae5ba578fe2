// Adds branches to a mesh: a tube from each fork to the end of its thickest branch, the thickest first.
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import { addQuad, addTriangle, addVertex, type MeshBuilder } from '../../build/mesh-builder.ts';
import { noise } from '../../build/noise.ts';
import { depthUnder } from '../../build/slope.ts';
import { add, along, blend, cross, dot, length, scale, subtract, unit } from '../../build/vectors.ts';
import type { Bark } from './bark.ts';
import type { Branches } from './grow-crown.ts';

/** Options for {@link addWood}. */
export interface WoodOptions {
  readonly bark: Bark;
  readonly seed: number;
  /** No more triangles than these: the thinnest branches are left out. */
  readonly most: number;
  /** Corners of the trunk's cross-section: fewer for what is far away. */
  readonly sides: number;
}

/** A run of wood without forks. */
export interface Limb {
  readonly points: readonly Vector3[];
  readonly radii: readonly number[];
  /** Whether it begins at the ground, y = 0. */
  readonly isTrunk?: boolean;
}

export function addWood(mesh: MeshBuilder, branches: Branches, options: WoodOptions): void {
  addLimbs(mesh, limbsOf(branches), options);
}

/** The thickest limbs, as many as there may be triangles for; the trunk first. */
export function addLimbs(mesh: MeshBuilder, limbs: readonly Limb[], options: WoodOptions): void {
  const thickest = Math.max(...limbs.map(({ radii }) => radii[0]!));
  const ordered = limbs.map((limb, index) => {
    const share = Math.sqrt(limb.radii[0]! / thickest);
    const sides = limb.isTrunk ? options.sides : Math.max(3, Math.round(0.8 * options.sides * share));
    const size = limb.isTrunk ? Infinity : limb.radii[0]! * Math.sqrt(limb.points.length);
    return { limb, index, sides, size };
  });
  ordered.sort((a, b) => (a.size === b.size ? a.index - b.index : b.size - a.size));
  // Crooked twigs keep their bends where there are few of them.
  const isAmple = ordered.reduce((sum, { limb, sides }) => sum + trianglesOf(limb, sides), 0) <= options.most;
  const end = mesh.indices.length + 3 * options.most;
  const fits = (limb: Limb, sides: number) => mesh.indices.length + 3 * trianglesOf(limb, sides) <= end;
  for (const { limb, sides } of ordered) {
    let fine = limb.isTrunk ? refined(limb, options) : isAmple ? limb : coarsened(limb, options);
    if (limb.isTrunk && !fits(fine, sides)) fine = coarsened(fine, options);
    if (fits(fine, sides)) addLimb(mesh, fine, sides, options);
  }
}

function trianglesOf({ points }: Limb, sides: number): number {
  return 2 * sides * points.length;
}

function limbsOf({ nodes, parents, children, radii }: Branches): Limb[] {
  const starts = [0];
  const limbs: Limb[] = [];
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    const points: Vector3[] = [];
    const sizes: number[] = [];
    if (parents[start]! >= 0) {
      points.push(nodes[parents[start]!]!);
      sizes.push(Math.min(radii[parents[start]!]!, radii[start]! * 1.15));
    }
    for (let node: number | undefined = start; node !== undefined; ) {
      points.push(nodes[node]!);
      sizes.push(radii[node]!);
      const next: number[] = [...children[node]!].sort((a, b) => radii[b]! - radii[a]! || a - b);
      starts.push(...next.slice(1));
      node = next[0];
    }
    if (points.length >= 2) limbs.push({ points, radii: sizes, isTrunk: start === 0 });
  }
  return limbs;
}

/** Rings close enough for the bark's marks, and for the roots at its foot; one in the ground, as deep as slopes ask for. */
function refined({ points, radii }: Limb, { bark, sides }: WoodOptions): Limb {
  const grain = bark.grain * Math.max(1, 14 / sides);
  const depth = depthUnder(radii[0]! * (1 + bark.flare));
  const fine = { points: [along(points[0]!, [0, 1, 0], -depth)], radii: [radii[0]!] };
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (next === undefined) {
      fine.points.push(point);
      fine.radii.push(radii[index]!);
      return;
    }
    const count = radii[index]! < 0.25 * radii[0]! ? 1 : Math.max(1, Math.round(length(subtract(next, point)) / grain));
    for (let step = 0; step < count; step += 1) {
      fine.points.push(blend(point, next, step / count));
      fine.radii.push(radii[index]! + ((radii[index + 1]! - radii[index]!) * step) / count);
    }
  });
  return { ...fine, isTrunk: true };
}

/** Every second to fifth point, and the last. */
function coarsened({ points, radii, isTrunk = false }: Limb, { sides }: WoodOptions): Limb {
  const every = sides > 10 ? 2 : sides > 7 ? 3 : 5;
  const keeps = (_: unknown, index: number) => index % every === 0 || index === points.length - 1;
  return { points: points.filter(keeps), radii: radii.filter(keeps), isTrunk };
}

/** A tube with furrows; an open foot, a pointed end. */
function addLimb(mesh: MeshBuilder, { points, radii, isTrunk }: Limb, sides: number, options: WoodOptions): void {
  const { bark, seed } = options;
  const last = points.length - 1;
  const base = mesh.positions.length / 3;
  let first: Vector3 = [1, 0, 0];
  points.forEach((point, ring) => {
    // Thick wood turns slowly, or its rings would cut each other where it bends.
    const reach = isTrunk ? Math.max(1, Math.round(radii[ring]! / bark.grain)) : 1;
    const direction = unit(subtract(points[Math.min(last, ring + reach)]!, points[Math.max(0, ring - reach)]!));
    const flat = along(first, direction, -dot(first, direction));
    first = unit(length(flat) < 0.05 ? cross(direction, [0.2, 0.1, 1]) : flat);
    const second = cross(direction, first);
    const radius = radii[ring]!;
    const flare = isTrunk ? (bark.flare * radii[0]! * radii[0]!) / (radii[0]! + 2.2 * Math.max(0, point[1])) : 0;
    const reaches: number[] = [];
    for (let side = 0; side < sides; side += 1) {
      const [cosine, sine] = [cosDegrees((360 * side) / sides), sinDegrees((360 * side) / sides)];
      const furrow = sides < 6 ? 0 : bark.furrows * noise(3.2 * cosine, 0.7 * point[1], 3.2 * sine, seed + 9);
      const root = 0.35 + 0.65 * (0.5 + 0.5 * noise(1.9 * cosine, 5, 1.9 * sine, seed + 5));
      reaches.push(radius * (1 + furrow) + flare * root);
    }
    for (let side = 0; side < sides; side += 1) {
      const [cosine, sine] = [cosDegrees((360 * side) / sides), sinDegrees((360 * side) / sides)];
      const out = add(scale(first, cosine), scale(second, sine));
      const across = add(scale(first, -sine), scale(second, cosine));
      const slope = (reaches[(side + 1) % sides]! - reaches[(side + sides - 1) % sides]!) * sides;
      const place = along(point, out, reaches[side]!);
      const shade = 0.7 + 0.3 * Math.min(1, reaches[side]! / (radius + flare));
      addVertex(
        mesh,
        place,
        along(out, across, -slope / (12.6 * reaches[side]!)),
        scale(bark.color(place, radius, seed), shade),
      );
    }
  });
  for (let ring = 0; ring < last; ring += 1) {
    for (let side = 0; side < sides; side += 1) {
      const a = base + ring * sides + side;
      const b = base + ring * sides + ((side + 1) % sides);
      addQuad(mesh, a, b, b + sides, a + sides);
    }
  }
  const tip = along(points[last]!, unit(subtract(points[last]!, points[last - 1]!)), radii[last]!);
  const end = addVertex(mesh, tip, subtract(points[last]!, points[last - 1]!), bark.color(tip, radii[last]!, seed));
  for (let side = 0; side < sides; side += 1) {
    addTriangle(mesh, base + last * sides + side, base + last * sides + ((side + 1) % sides), end);
  }
}
