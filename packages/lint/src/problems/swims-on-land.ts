// A swimmer is not in water: the page and the words.
import type { SwimsOnLand } from '../finding.ts';
import { fact, type LintProblem, metres, nameOf, point } from '../lint-problem.ts';

export const swimsOnLand: LintProblem<SwimsOnLand> = {
  page: {
    code: 'swims-on-land',
    severity: 'warning',
    title: 'swims on land',
    explanation: `An animal with \`pose: swim\` is at a place where there is no water. Put it inside a \`water\`, or give it another pose.`,
    bad: 'bird { at: (0, -8), height: 0.4, pose: swim }\n',
    good: 'water { at: (0, -8), size: (6, 0, 4) }\nbird { at: (0, -8), height: 0.4, pose: swim }\n',
    command: 'lint',
  },
  describe({ scene, count, worst }) {
    const { gap, base, other } = worst;
    const one = other === undefined ? 'there is no water in the scene' : `${metres(gap)} from the nearest shore`;
    return {
      message: fact(count, one, 'of these swim on land'),
      notes: [
        `found: its base at ${point(base)}`,
        other === undefined
          ? 'add a `water` around it, or write another pose'
          : `move it into ${nameOf(scene, other)}, make that larger, or write another pose`,
      ],
      ...(other === undefined ? {} : { related: { element: other, message: 'the nearest water' } }),
    };
  },
};
