// Something is behind other things: its page and its words.
import type { Hidden } from '../finding.ts';
import { fact, type LintProblem, nameOf, percent, point } from '../lint-problem.ts';

export const hidden: LintProblem<Hidden> = {
  page: {
    code: 'hidden',
    severity: 'warning',
    title: 'hidden behind another object',
    explanation: `At least 98 % of this element's outline, as the camera sees it, is covered by nearer things: stones, trunks, animals and shapes. Leaves and water hide nothing, and hills are not looked at.

The shares are measured on a coarse picture of about 40,000 pixels, with forms estimated from class and height. What a loop, scatter or prefab repeats is reported when none of it can be seen.`,
    bad: 'boulder { at: (0, -6), height: 2 }\nbird { at: (0, -14), height: 0.4 }\n',
    good: 'boulder { at: (0, -6), height: 2 }\nbird { at: (5, -14), height: 0.4 }\n',
    command: 'lint',
  },
  describe({ scene, count, worst }) {
    const { gap, other, base } = worst;
    return {
      message: fact(
        count,
        `${percent(gap)} of it is behind ${nameOf(scene, other)}${gap === 100 ? '' : ' and others'}`,
        'of these are hidden',
      ),
      notes: [`found: its base at ${point(base)}`, 'move one of them aside, or the camera, or remove it'],
      related: { element: other, message: 'this hides it' },
    };
  },
};
