// Something is too large or too small for its class: the page and the words.
import type { ImplausibleHeight } from '../finding.ts';
import { fact, type LintProblem, metres } from '../lint-problem.ts';

export const implausibleHeight: LintProblem<ImplausibleHeight> = {
  page: {
    code: 'implausible-height',
    severity: 'warning',
    title: 'implausible height',
    explanation: `No individual of this class has this height. Often a unit is wrong: a number without one is in metres, so a cat of 30 cm is \`height: 30cm\` or \`height: 0.3\`.

The height is that of the highest point above the base. \`object\` is a class for anything, and doubts almost no height.`,
    bad: 'carnivore { at: (0, -20), height: 11 }\n',
    good: 'carnivore { at: (0, -20), height: 1.1 }\n',
    command: 'lint',
  },
  describe({ scene, count, worst }) {
    const { gap, height, plausible, element } = worst;
    const kind = scene.elements[element]?.kind ?? 'object';
    const [comparison, bound] = height > (plausible.max ?? Infinity) ? ['more', 'tallest'] : ['less', 'smallest'];
    const expected = [plausible.min, plausible.max].map((limit) => (limit === undefined ? '…' : metres(limit)));
    return {
      message: fact(
        count,
        `${metres(height)}: ${metres(gap)} ${comparison} than the ${bound} ${kind}`,
        'of these are not of a natural size',
      ),
      notes: [
        `expected: ${expected.join(' to ')}`,
        `found: ${metres(height)}`,
        'check the unit: a number without one is in metres',
      ],
    };
  },
};
