// A scatter found no room for all of its points.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import { ATTEMPTS } from '../scatter-points.ts';

export const REGION_FULL: ProblemPage = {
  code: 'region-full',
  severity: 'warning',
  title: 'no room for all points of a scatter',
  explanation: `\`spacing\` keeps the points of a \`scatter\` at least that far apart. Points are placed one after the other,
each where a dart falls that is far enough from those before it. When ${ATTEMPTS} darts in a row fall too near, the region counts
as full, and the scene gets the points that were placed until then.

No way of placing points fits more than about 1.15 times the region's area divided by the square of the spacing, and
falling darts reach about six tenths of that.`,
  bad: `scatter 100 in disk(radius: 3) spacing 1 {
  bush { height: 0.6 }
}`,
  good: `scatter 100 in disk(radius: 9) spacing 1 {
  bush { height: 0.6 }
}`,
};

/** What happened in the first run of the scatter that found no room; `times` counts all of them. */
export function regionFull(
  region: Place,
  count: Place,
  found: { fitted: number; wanted: number; spacing: number; times: number; countIsLiteral: boolean },
): Diagnostic {
  const { fitted, wanted, spacing, times, countIsLiteral } = found;
  const apart = `${shortestDecimal(spacing)} m apart`;
  const again = times === 1 ? '' : ` the first time; ${times} runs of this scatter had too little room`;
  const narrower = Math.sqrt(fitted / wanted) * spacing;
  return problem(REGION_FULL, region, `only ${fitted} of ${wanted} points fit, ${apart}${again}`, {
    notes: [
      `expected: room for ${wanted} points`,
      `found: room for ${fitted}`,
      narrower > 0
        ? `make the region larger, the count at most ${fitted}, or the spacing about ${shown(narrower)} m`
        : 'make the region larger',
    ],
    fixes: countIsLiteral ? [replace(count, String(fitted), { title: `scatter ${fitted}`, safe: false })] : [],
  });
}

/** Two digits that count, rounded down: more points fit then. */
function shown(length: number): string {
  for (const step of [1, 0.1, 0.01, 0.001]) {
    if (length >= 10 * step) return shortestDecimal(Math.floor(length / step) / Math.round(1 / step));
  }
  return shortestDecimal(length);
}
