// The camera is in the ground: the page and the words.
import type { CameraUnderground } from '../finding.ts';
import { fact, type LintProblem, metres } from '../lint-problem.ts';

export const cameraUnderground: LintProblem<CameraUnderground> = {
  page: {
    code: 'camera-underground',
    severity: 'warning',
    title: 'the camera is not above the ground',
    explanation: `The eye is on the ground or under it, so the picture shows the ground from its edge or from below. A \`position\` with two numbers is on the ground itself; a standing person's eye is 1.6 m above it.`,
    bad: 'camera { position: (0, -1, 0) }\ntree { at: (0, -12), height: 5 }\n',
    good: 'camera { position: (0, 1.6, 0) }\ntree { at: (0, -12), height: 5 }\n',
    command: 'lint',
  },
  describe({ count, worst }) {
    const { gap, ground } = worst;
    return {
      message: fact(count, gap === 0 ? 'the eye is on the ground' : `the eye is ${metres(gap)} under the ground`, ''),
      notes: [
        `found: the ground at ${metres(ground)} under the camera`,
        `raise it by ${metres(gap + 1.6)} to a standing person’s eye`,
      ],
    };
  },
};
