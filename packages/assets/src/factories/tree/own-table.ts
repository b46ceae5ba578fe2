// Turns the row of a crown's table into that of an individual: turned, wider or taller, its lobes of their own size and place.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import type { CrownTable, Lobe } from './crown-table.ts';

export function ownTable(table: CrownTable, draws: Draws): CrownTable {
  const { freedom = 1, lobes, limbs } = table;
  const wide = 1 + 0.14 * freedom * draws.between(-1, 1);
  const tall = 1 + 0.1 * freedom * draws.between(-1, 1);
  const turn = 360 * draws.next();
  const mirror = draws.next() < 0.5 ? 1 : -1;
  const [cosine, sine] = [cosDegrees(turn), sinDegrees(turn)];
  const turned = ([x, y, z]: Vector3): Vector3 => [cosine * x + sine * mirror * z, y, cosine * mirror * z - sine * x];
  // A branch may be missing, but never the top.
  const missing =
    lobes.length > 4 && draws.next() < 0.45 * freedom ? 1 + Math.floor(draws.next() * (lobes.length - 1)) : -1;
  const own = lobes.map((lobe): Lobe => {
    const [x, y, z] = turned(lobe.center);
    const shift = () => 0.19 * freedom * draws.between(-1, 1);
    return {
      center: [
        x * wide + shift() * lobe.radius,
        y * tall + shift() * lobe.halfHeight,
        z * wide + shift() * lobe.radius,
      ],
      radius: lobe.radius * wide * (1 + freedom * draws.between(-0.14, 0.12)),
      halfHeight: lobe.halfHeight * tall * (1 + freedom * draws.between(-0.1, 0.12)),
    };
  });
  // Some are fresh and yellowish, some dark.
  const [light, warm] = [draws.between(0.85, 1.17), draws.between(0.88, 1.14)];
  const tinted = ([red, green, blue]: LinearColor): LinearColor => [red * light * warm, green * light, blue * light];
  return {
    ...table,
    leaves: { ...table.leaves, inner: tinted(table.leaves.inner), outer: tinted(table.leaves.outer) },
    lobes: own.filter((_, index) => index !== missing),
    ...(limbs === undefined ? {} : { limbs: limbs.map((limb) => limb.map(turned)) }),
    trunkRadius: table.trunkRadius * (1 + 0.16 * freedom * draws.between(-1, 1)),
  };
}
