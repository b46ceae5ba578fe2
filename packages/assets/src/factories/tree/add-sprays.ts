// Adds sprays of needles to boughs: fans to both sides, and twigs that hang. Spray number n is the same at every level of detail.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { hash, mix, noise, smoothstep } from '../../build/noise.ts';
import { addLeaf } from '../../build/shapes.ts';
import { add, along, blend, scale, unit } from '../../build/vectors.ts';
import type { Bough, ConiferTable } from './build-conifer.ts';
import { shadeLeaves } from './shade-leaves.ts';

interface Spray {
  readonly bough: Bough;
  readonly number: number;
  readonly place: Vector3;
  /** Along the bough: 0 at the trunk, 1 at its tip. */
  readonly q: number;
  readonly side: number;
}

/** As many sprays as there may be triangles for: every n-th of each bough's. */
export function addSprays(
  mesh: MeshBuilder,
  boughs: readonly Bough[],
  table: ConiferTable,
  seed: number,
  most: number,
): void {
  const counts = boughs.map(({ reach }) => Math.max(5, Math.round(reach * table.sprays)));
  const wanted = counts.reduce((sum, count) => sum + count, 0);
  const share = Math.min(1, (most / 2 - boughs.length) / wanted);
  const sprays = boughs.flatMap((bough, index) => spraysOf(bough, index, Math.floor(counts[index]! * share) + 1, seed));
  const places = new Float64Array(3 * sprays.length);
  sprays.forEach(({ place }, index) => {
    places.set(place, 3 * index);
  });
  const light = shadeLeaves(places, wanted * table.sprayLength * table.sprayWidth);
  // Sprays may grow in width more than in length, or the boughs would lose their shape.
  const larger = { length: Math.min(1.5, 1 + 0.25 * (1 / share - 1)), width: 0 };
  larger.width = 1 / share / larger.length;
  sprays.forEach((spray, index) => {
    addSpray(mesh, spray, table, { seed, light: light[index]!, ...larger });
  });
}

function spraysOf(bough: Bough, index: number, count: number, seed: number): Spray[] {
  return Array.from({ length: count }, (_, order): Spray => {
    const number = 512 * index + order;
    // Evenly spread, however few there are: a Weyl sequence.
    const q = 0.1 + 0.9 * ((order * 0.6180339887 + hash(index, 1, 11, seed)) % 1);
    const at = Math.min(4, Math.floor(q * 5));
    return {
      bough,
      number,
      place: blend(bough.points[at]!, bough.points[at + 1]!, q * 5 - at),
      q,
      side: order % 2 === 0 ? 1 : -1,
    };
  });
}

interface Look {
  readonly seed: number;
  readonly light: number;
  readonly length: number;
  readonly width: number;
}

function addSpray(mesh: MeshBuilder, { bough, number, place, q, side }: Spray, table: ConiferTable, look: Look): void {
  const { outward, reach, t } = bough;
  const draw = (ordinal: number) => hash(number, ordinal, 12, look.seed);
  const across: Vector3 = [-outward[2] * side, 0, outward[0] * side];
  const fan = table.spread * reach * Math.sqrt(Math.max(0, 1 - q)) * smoothstep(-0.1, 0.35, q);
  const hangs = draw(0) < table.hanging;
  const stem = add(along(place, across, hangs ? fan * 0.75 * draw(1) : fan * 0.5 * draw(1)), [0, hangs ? 0 : 0.02, 0]);
  const lean: Vector3 = hangs
    ? add(scale(outward, 0.35 + 0.3 * draw(2)), along([0, -1, 0], across, 0.4 * draw(3)))
    : add(scale(outward, 0.7 + 0.3 * q), along([0, 0.28 * draw(3) - 0.2, 0], across, 1.05 * (1.15 - q)));
  const direction = unit(lean);
  const size = {
    length:
      table.sprayLength *
      look.length *
      (0.6 + 0.5 * (1 - q)) *
      (1.05 - 0.45 * t) *
      (0.75 + 0.5 * draw(4)) *
      (hangs ? 0.8 : 1) *
      Math.min(1, 0.3 + 0.8 * reach),
    halfWidth: table.sprayWidth * look.width * (1.05 - 0.35 * t),
  };
  const lit = smoothstep(0.1, 0.75, look.light) * (0.45 + 0.55 * q);
  const green = blend<LinearColor>(table.inner, table.outer, Math.min(1, lit + 0.15 * draw(5)));
  const shade = mix(0.5, 1.25, lit) * (0.82 + 0.36 * draw(6)) * (hangs ? 0.72 : 1);
  const normal = unit(add([0, hangs ? 0.45 : 1, 0], along(scale(outward, hangs ? 1 : 0.55), across, 0.25)));
  // Snow lies in patches on what does not hang.
  const patch = noise(3 * place[0], 1.6 * place[1], 3 * place[2], look.seed + 3);
  const white = table.snow !== undefined && !hangs && patch > 0.75 - 1.7 * table.snow + 0.7 * draw(7);
  if (!white) return addLeaf(mesh, stem, direction, normal, size, scale(green, shade));
  const lying = unit(add(direction, [0, 0.12, 0]));
  const broad = { length: size.length * 0.95, halfWidth: size.halfWidth * 1.35 };
  addLeaf(mesh, add(stem, [0, 0.05, 0]), lying, unit(add([0, 1, 0], scale(outward, 0.3))), broad, [0.8, 0.83, 0.88]);
}
