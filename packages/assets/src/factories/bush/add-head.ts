// Adds what stands at the tip of a blade: a cattail's spike, an ear, bells of heather, a flower.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addBall, addLeaf, addTube } from '../../build/shapes.ts';
import { add, along, blend, scale, subtract, unit } from '../../build/vectors.ts';
import type { Blade, Coarseness, Head } from './build-tuft.ts';

/** How large heads are made: metres of the tuft's greatest height. */
interface HeadSize extends Coarseness {
  readonly size: number;
}

export function addHead(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  head: Head,
  blade: Blade,
  size: HeadSize,
  draws: Draws,
): void {
  const number = Math.floor(draws.next() * head.colors.length);
  const color = scale(head.colors[number]!, draws.between(0.85, 1.12));
  switch (head.kind) {
    case 'spike':
      return addSpike(solid, color, blade, size);
    case 'ear':
      return addEar(sheets, color, blade, size, draws);
    case 'bells':
      return addBells(sheets, color, blade, size, draws);
    case 'flower':
      return addFlower(solid, sheets, color, PETALS[number % PETALS.length]!, blade, size, draws);
  }
}

/** A velvet sausage below a bare tip. */
function addSpike(mesh: MeshBuilder, color: LinearColor, { curve }: Blade, { size, every }: HeadSize): void {
  const places = [0.76, 0.775, 0.86, 0.935, 0.945, 1.02];
  const widths = [0.25, 1, 1.08, 1, 0.22, 0.08];
  addTube(
    mesh,
    places.map((t) => curve(t)),
    widths.map((width) => width * 0.0135 * size),
    (index) => (index > 3 ? [0.3, 0.24, 0.1] : scale(color, index === 2 ? 1.15 : 0.9)),
    { sides: every === 1 ? 9 : 5 },
  );
}

/** Grains along the last quarter. */
function addEar(
  mesh: MeshBuilder,
  color: LinearColor,
  { curve, outward }: Blade,
  { every, wider }: HeadSize,
  draws: Draws,
): void {
  const grains = every > 4 ? 3 : 11;
  for (let grain = 0; grain < grains; grain += 1) {
    const t = 0.76 + (0.24 * grain) / grains;
    const forward = unit(subtract(curve(t + 0.02), curve(t)));
    const turn = 137.5 * grain;
    const aside: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
    const direction = unit(along(forward, aside, 0.45));
    const size = { length: 0.05 * wider, halfWidth: 0.008 * wider };
    addLeaf(mesh, curve(t), direction, unit(add(outward, [0, 0.7, 0])), size, scale(color, draws.between(0.8, 1.15)));
  }
}

/** Small leaves below, and bells around the upper half of the twig. */
function addBells(
  mesh: MeshBuilder,
  color: LinearColor,
  { curve, height, outward }: Blade,
  { every, wider }: HeadSize,
  draws: Draws,
): void {
  const count = every > 4 ? 14 : every > 1 ? 17 : 24;
  // From afar there are gaps between few twigs, which larger bells fill.
  const larger = Math.sqrt(24 / count) * Math.sqrt(wider) * (every > 4 ? 1.25 : 1);
  for (let bell = 0; bell < count; bell += 1) {
    const t = 0.3 + (0.72 * bell) / count;
    const turn = 137.5 * bell + 40 * draws.next();
    const aside: Vector3 = [cosDegrees(turn), 0.35, sinDegrees(turn)];
    const isLeaf = t < 0.52;
    const tint = isLeaf
      ? ([0.055, 0.085, 0.03] as const)
      : blend<LinearColor>(scale(color, 0.75), color, (t - 0.5) * 2);
    const length = (isLeaf ? 0.05 : 0.034 + 0.03 * (1 - t)) * larger * (height / 0.4);
    const size = { length, halfWidth: length * (isLeaf ? 0.2 : 0.42) };
    const normal = unit(add([0, 0.9, 0], add(scale(aside, 0.4), scale(outward, 0.5))));
    addLeaf(mesh, curve(t), unit(aside), normal, size, scale(tint, draws.between(0.8, 1.2)));
  }
}

/** How petals stand: how many, how wide for their length, how steep, and the heart that they surround. */
interface Petals {
  readonly count: number;
  readonly length: number;
  readonly width: number;
  readonly rise: number;
  readonly heart: LinearColor;
  readonly heartRadius: number;
}

/** A poppy, a daisy, a buttercup, a cornflower. */
const PETALS: readonly Petals[] = [
  { count: 5, length: 0.095, width: 0.62, rise: 0.62, heart: [0.02, 0.02, 0.02], heartRadius: 0.018 },
  { count: 14, length: 0.085, width: 0.17, rise: 0.12, heart: [0.7, 0.45, 0.02], heartRadius: 0.03 },
  { count: 5, length: 0.065, width: 0.58, rise: 0.5, heart: [0.6, 0.5, 0.05], heartRadius: 0.015 },
  { count: 9, length: 0.075, width: 0.3, rise: 0.45, heart: [0.1, 0.05, 0.25], heartRadius: 0.02 },
];

function addFlower(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  color: LinearColor,
  petals: Petals,
  { curve, outward }: Blade,
  { size, every, wider }: HeadSize,
  draws: Draws,
): void {
  const tip = curve(1);
  const count = every > 4 ? Math.min(6, petals.count) : petals.count;
  const larger = Math.sqrt(wider);
  // A flower looks up and outwards.
  const axis = unit(add([0, 1, 0], scale(outward, draws.between(0.2, 0.9))));
  const first = unit([axis[1], -axis[0], 0.001]);
  const second: Vector3 = [
    axis[1] * first[2] - axis[2] * first[1],
    axis[2] * first[0] - axis[0] * first[2],
    axis[0] * first[1] - axis[1] * first[0],
  ];
  for (let petal = 0; petal < count; petal += 1) {
    const turn = (360 * petal) / count + draws.between(-8, 8);
    const out = add(scale(first, cosDegrees(turn)), scale(second, sinDegrees(turn)));
    const direction = unit(along(out, axis, petals.rise));
    const length = size * petals.length * larger * draws.between(0.9, 1.1);
    const halfWidth = (length * petals.width * petals.count) / count;
    const normal = unit(along(axis, out, -0.5 * petals.rise));
    addLeaf(sheets, tip, direction, normal, { length, halfWidth }, scale(color, draws.between(0.88, 1.08)));
  }
  const radius = size * petals.heartRadius * larger;
  addBall(
    solid,
    along(tip, axis, 0.4 * radius),
    [radius, 0.75 * radius, radius],
    petals.heart,
    every > 4 ? 2 : every > 1 ? 3 : 4,
  );
}
