// Turns a key into a coconut palm: a leaning ringed trunk, fronds at golden angles, a cluster of nuts.
import {
  cosDegrees,
  exp,
  extend,
  type Key,
  type LinearColor,
  type Model,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import { createDraws } from '../../build/draws.ts';
import { createMeshBuilder } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addBall, addLeaf, addTube } from '../../build/shapes.ts';
import { add, along, blend, scale, unit } from '../../build/vectors.ts';

const HEIGHT = 6.5;
const FRONDS = 26;
const LEAFLETS = 20;
/** Degrees between two leaves of a spiral that never repeats. */
const GOLDEN_ANGLE = 137.50776405;

/** In metres; the trunk's foot is at the origin. */
export function buildPalm(key: Key): Model {
  const draws = createDraws(extend(key, 'palm'));
  const [wood, fronds] = [createMeshBuilder(), createMeshBuilder()];
  const lean = draws.between(0.5, 1.5);
  const trunk = Array.from({ length: 41 }, (_, ring): Vector3 => {
    const t = ring / 40;
    return [lean * t * t, HEIGHT * t, 0.2 * sinDegrees(115 * t)];
  });
  const girth = trunk.map(
    (_, ring) => (0.17 - (0.06 * ring) / 40 + 0.12 * exp(-0.35 * ring)) * (ring % 2 === 0 ? 0.95 : 1.07),
  );
  addTube(wood, trunk, girth, (ring) => scale([0.24, 0.19, 0.14], ring % 2 === 0 ? 0.7 : 1), { sides: 9 });
  const top = trunk.at(-1)!;
  for (let frond = 0; frond < FRONDS; frond += 1) {
    const turn = frond * GOLDEN_ANGLE + draws.between(0, 17);
    const t = frond / (FRONDS - 1);
    const length = draws.between(2.4, 2.9);
    const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
    const across: Vector3 = [-outward[2], 0, outward[0]];
    const rachis = Array.from({ length: 9 }, (_, index): Vector3 => {
      const q = index / 8;
      const height = length * ((1.15 - 1.5 * t) * 0.75 * q - (0.55 + 0.35 * t) * q * q);
      return add(along(top, outward, length * q * (0.92 - 0.12 * q)), [0, height, 0]);
    });
    addTube(
      wood,
      rachis,
      rachis.map((_, index) => 0.03 * (1 - index / 8.5)),
      () => [0.2, 0.22, 0.06],
      { sides: 4 },
    );
    const isDead = t > 0.93;
    for (let leaflet = 1; leaflet <= LEAFLETS; leaflet += 1) {
      for (const side of [1, -1]) {
        const q = (0.99 * leaflet) / LEAFLETS;
        const index = Math.min(7, Math.floor(q * 8));
        const at = blend(rachis[index]!, rachis[index + 1]!, q * 8 - index);
        const sideways = along(scale(across, side), outward, 0.55 + 0.5 * q);
        const direction = unit(add(sideways, [0, draws.between(-0.6, -0.35), 0]));
        const fresh = blend<LinearColor>([0.06, 0.15, 0.025], [0.16, 0.24, 0.05], q);
        const color = scale(isDead ? [0.25, 0.18, 0.07] : fresh, draws.between(0.8, 1.15));
        const size = { length: 0.75 * sinDegrees(180 * (0.12 + 0.83 * q)) + 0.12, halfWidth: 0.045 };
        addLeaf(fronds, at, direction, unit(add([0, 1, 0], scale(across, 0.5 * side))), size, color);
      }
    }
  }
  for (let nut = 0; nut < 6; nut += 1) {
    const at = add(top, [0.2 * cosDegrees(62 * nut), -0.22, 0.2 * sinDegrees(62 * nut)]);
    addBall(wood, at, [0.11, 0.14, 0.11], [0.16, 0.12, 0.03], 6);
  }
  return { parts: presentParts(solidPart('bark', wood), sheetPart('fronds', fronds)) };
}
