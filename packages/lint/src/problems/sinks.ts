// Something is in the ground: its page and its words.
import type { Sinks } from '../finding.ts';
import { fact, type LintProblem, metres, point } from '../lint-problem.ts';

export const sinks: LintProblem<Sinks> = {
  page: {
    code: 'sinks',
    severity: 'warning',
    title: 'sinks into the ground',
    explanation: `The base of this element is deeper in the ground than things of its kind are: the ground hides its lower part, or all of it.

A boulder may lie in the ground by half of its height, a bush by 15 %, everything else of the library by 10 %, and an animal in water up to its neck. A shape (\`box\`, \`sphere\`, …) is only reported when nothing of it is above the ground.`,
    bad: 'carnivore { at: (0, -0.6, -8), height: 1.1 }\n',
    good: 'carnivore { at: (0, -8), height: 1.1 }\n',
    command: 'lint',
  },
  describe({ count, worst }) {
    const { gap, base, ground, buried } = worst;
    const [x, , z] = base;
    const one = buried
      ? `all of it is under the ground, its top by ${metres(gap)}`
      : `its base is ${metres(gap)} under the ground`;
    return {
      message: fact(count, one, 'of these sink'),
      notes: [
        `found: its base at ${point(base)}, where the ground is at ${metres(ground)}`,
        `write \`at: ${point([x, z])}\` to stand it on the ground`,
      ],
    };
  },
};
