// Two things are in one another: the page and the words.
import type { Overlaps } from '../finding.ts';
import { fact, type LintProblem, metres, nameOf, point } from '../lint-problem.ts';

export const overlaps: LintProblem<Overlaps> = {
  page: {
    code: 'overlaps',
    severity: 'warning',
    title: 'overlaps another object',
    explanation: `Two things take the same room, deeper than they could in nature. The depth is how far one of them would have to be moved to come free.

How much room a thing takes is estimated from its class and height. Crowns and bushes may grow into each other by three quarters of the narrower one, stones may lie in each other by 60 %, animals may touch by 15 %; leaves hide nothing, so anything may stand in them, and shapes may be joined with shapes. A tree counts as its trunk for whatever is not a plant.

In a \`scatter\`, \`spacing\` keeps things apart.`,
    bad: 'herbivore { at: (0, -9), height: 1.5 }\nherbivore { at: (0.2, -9), height: 1.5 }\n',
    good: 'herbivore { at: (0, -9), height: 1.5 }\nherbivore { at: (2, -9), height: 1.5 }\n',
    command: 'lint',
  },
  describe({ scene, count, worst }) {
    const { gap, base, other } = worst;
    return {
      message: fact(count, `${metres(gap)} deep in ${nameOf(scene, other)}`, 'pairs here overlap'),
      notes: [`found: its base at ${point(base)}`, `move one of them by ${metres(gap)} or more`],
      related: { element: other, message: 'this is in the same place' },
    };
  },
};
