// Something floats: its page and its words.
import type { Floats } from '../finding.ts';
import { fact, type LintProblem, metres, nameOf, point } from '../lint-problem.ts';

export const floats: LintProblem<Floats> = {
  page: {
    code: 'floats',
    severity: 'warning',
    title: 'floats above the ground',
    explanation: `Nothing holds this element: there is air between its base and what is below it. What stands beside it does not hold it: an object needs a top under its base, or to be inside of what it is on, as a bird is in a crown. Crowns and bushes hold neither trees nor boulders. Shapes hold each other wherever they touch, as rails and posts do.

A place with three numbers, \`(x, y, z)\`, is taken as it is. A place with two, \`(x, z)\`, is on the ground, whatever the ground's height is there. A bird with \`pose: fly\` may be anywhere; one with \`pose: perch\` must be near something to perch on. Gaps of less than 2 cm, or a hundredth of the height, are not reported.`,
    bad: 'tree { at: (1, 1.3, -12), height: 4 }\n',
    good: 'tree { at: (1, -12), height: 4 }\n',
    command: 'lint',
  },
  describe({ scene, count, worst }) {
    const { gap, base, ground, other } = worst;
    const below = other === undefined ? 'the ground' : nameOf(scene, other);
    const [x, , z] = base;
    return {
      message: fact(count, `${metres(gap)} above ${below}`, 'of these float'),
      notes: [
        `found: its base at ${point(base)}, where the ground is at ${metres(ground)}`,
        other === undefined
          ? `write \`at: ${point([x, z])}\` to stand it on the ground`
          : `lower it by ${metres(gap)} to stand it on ${below}, or write \`at: ${point([x, z])}\` for the ground`,
      ],
      ...(other === undefined ? {} : { related: { element: other, message: 'this is below it' } }),
    };
  },
};
