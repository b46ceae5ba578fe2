// The frames around an element scale one of its values out of what the vocabulary allows.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';

export const OUT_OF_RANGE_BY_SCALE: ProblemPage = {
  code: 'out-of-range-by-scale',
  severity: 'warning',
  title: 'a frame takes a value out of its range',
  explanation: `Inside a \`group\` or the use of a prefab, \`scale\` multiplies every height, radius and size, and every
distance from the frame's origin. What comes out is a value of the scene and has the same range as one that is written:
no tree is higher than 200 m.

A size out of its range is moved to the nearest one inside; what would stand infinitely far away is left out.`,
  bad: `group {
  at: (0, -40), scale: 100
  tree { height: 5 }
}`,
  good: `group {
  at: (0, -40), scale: 10
  tree { height: 5 }
}`,
};

/** A size that was moved into its range. */
export function sizeOutOfRange(
  place: Place,
  name: string,
  found: { size: number; scale: number; used: number },
): Diagnostic {
  const { size, scale, used } = found;
  return problem(OUT_OF_RANGE_BY_SCALE, place, `its ${name} would be ${written(size * scale)} m`, {
    notes: [
      `expected: a ${name} within its range`,
      `found: ${written(size)} m, scaled by ${written(scale)}`,
      `${written(used)} m is used; make the scale or the ${name} ${size * scale > used ? 'smaller' : 'larger'}`,
    ],
  });
}

/** Something that no number can place. */
export function placeOutOfRange(place: Place): Diagnostic {
  return problem(OUT_OF_RANGE_BY_SCALE, place, 'it would stand farther away than numbers reach', {
    notes: ['it is left out; make the scale, or the distance from its frame’s origin, smaller'],
  });
}

function written(number: number): string {
  return Number.isFinite(number) ? shortestDecimal(number) : 'infinitely many';
}
