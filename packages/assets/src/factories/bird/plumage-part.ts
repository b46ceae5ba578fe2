// Turns a finished bird into one with feathers on its skin: a texture along the body, its rows closer where the body is thin.
import type { ModelPart } from '@diorama/geometry';
import { texturedPart } from '../quadruped/hairy-part.ts';
import type { BirdTable } from './bird-table.ts';
import type { Section } from './spine.ts';

/**
 * The part begins with the body's rings of `sides` corners, and the middles of its two ends. Both flanks are alike: so there is
 * no seam.
 */
export function plumagePart(
  part: ModelPart,
  rest: readonly Section[],
  sides: number,
  { grain = USUAL, body }: BirdTable,
): ModelPart {
  const { pelt, repeats } = grain;
  const halfGirth = Math.PI * Math.max(...body.map(([, , high, wide = high]) => (high + wide) / 2));
  const places = new Float32Array(2 * (rest.length * sides + 2));
  let way = 0;
  rest.forEach(({ at: [x, y, z] }, ring) => {
    const [bx, by, bz] = rest[Math.max(0, ring - 1)]!.at;
    way += Math.sqrt((x - bx) * (x - bx) + (y - by) * (y - by) + (z - bz) * (z - bz));
    for (let side = 0; side < sides; side += 1) {
      const turn = side / sides;
      places[2 * (ring * sides + side)] = 2 * repeats * Math.min(turn, 1 - turn);
      places[2 * (ring * sides + side) + 1] = (-way * repeats) / halfGirth;
    }
  });
  places.set([0, 0, 0, (-way * repeats) / halfGirth], 2 * rest.length * sides);
  return texturedPart(part, places, pelt);
}

const USUAL: NonNullable<BirdTable['grain']> = { pelt: 'feathers', repeats: 1 };
