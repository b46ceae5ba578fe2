// Nothing lights the scene: the page and the words.
import type { NoLight } from '../finding.ts';
import { degrees, fact, type LintProblem } from '../lint-problem.ts';

export const noLight: LintProblem<NoLight> = {
  page: {
    code: 'no-light',
    severity: 'warning',
    title: 'nothing lights the scene',
    explanation: `The sun is more than 6° below the horizon, where the sky gives no light that a picture would show, or the sky has \`strength: 0\`; and there is no \`lamp\`. The picture is black.`,
    bad: 'sky { sun_elevation: -20 }\ntree { at: (0, -12), height: 5 }\n',
    good: 'sky { sun_elevation: 20 }\ntree { at: (0, -12), height: 5 }\n',
    command: 'lint',
  },
  describe({ count, worst }) {
    const isNight = worst.reason === 'sun';
    return {
      message: fact(
        count,
        isNight ? `the sun is ${degrees(worst.gap)} below the horizon` : 'the sky’s strength is 0',
        '',
      ),
      notes: [`${isNight ? 'raise `sun_elevation`' : 'raise `strength`'}, or add a \`lamp\``],
    };
  },
};
