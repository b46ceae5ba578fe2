// The haze hides something: its page and its words.
import type { LostInHaze } from '../finding.ts';
import { fact, type LintProblem, metres, point } from '../lint-problem.ts';

export const lostInHaze: LintProblem<LostInHaze> = {
  page: {
    code: 'lost-in-haze',
    severity: 'warning',
    title: 'lost in the haze',
    explanation: `So little light of this element comes through the haze, less than 1/255, that no pixel of the picture changes. Haze dims light by \`exp(−density · distance)\`; at a distance of \`visibility\` 2 % are left, and at 1.42 times that distance nothing can be made out.`,
    bad: 'haze { visibility: 20m }\ntree { at: (0, -80), height: 8 }\n',
    good: 'haze { visibility: 400m }\ntree { at: (0, -80), height: 8 }\n',
    command: 'lint',
  },
  describe({ count, worst }) {
    const { gap, distance, base } = worst;
    return {
      message: fact(count, `${metres(gap)} farther than anything can be made out`, 'of these are lost in the haze'),
      notes: [
        `expected: at most ${metres(distance - gap)} from the camera`,
        `found: ${metres(distance)}, its base at ${point(base)}`,
        'move it nearer, or make the haze thinner',
      ],
    };
  },
};
