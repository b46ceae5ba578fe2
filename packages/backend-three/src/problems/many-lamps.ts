// More lamps than three.js can light a surface by on every device.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const MANY_LAMPS: ProblemPage = {
  code: 'many-lamps',
  severity: 'warning',
  command: 'compile',
  title: 'more lamps than every graphics card takes',
  explanation: `In three.js every surface reckons with every lamp, and each lamp takes four of the numbers that a shader may be
given. Every graphics card holds enough of them for 32 lamps; on one that holds no more, a scene with more lamps stays black.

Computers have room for about 200 lamps, telephones for fewer. The other outputs take any number of lamps.`,
  bad: `for i in 1..40 {
  lamp { at: (i * 2m, 2, -10), power: 20 }
}`,
  good: `for i in 1..4 {
  lamp { at: (i * 20m, 2, -10), power: 200 }
}`,
};

/** Said of the first lamp that is too many. */
export function manyLamps(place: Place, count: number): Diagnostic {
  return problem(MANY_LAMPS, place, `the first of ${count - MOST_LAMPS} lamps too many`, {
    notes: [
      `expected at most ${MOST_LAMPS} lamps\nfound    ${count}`,
      'fewer and stronger lamps are seen on every device',
    ],
  });
}

/** WebGL 2 promises a shader 224 vectors of four numbers; four a lamp leave enough for all else. */
export const MOST_LAMPS = 32;
