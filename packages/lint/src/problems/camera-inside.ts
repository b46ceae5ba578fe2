// The camera is in something: the page and the words.
import type { CameraInside } from '../finding.ts';
import { fact, type LintProblem, metres, nameOf } from '../lint-problem.ts';

export const cameraInside: LintProblem<CameraInside> = {
  page: {
    code: 'camera-inside',
    severity: 'warning',
    title: 'the camera is inside an object',
    explanation: `The eye is inside a stone, a trunk, an animal or a shape, which hides everything else or is cut open. The depth is how far the camera is from coming out. Leaves and water do not count.`,
    bad: 'camera { position: (0, 1, 0) }\nboulder { at: (0, 0), height: 2.4 }\n',
    good: 'camera { position: (0, 1, 0) }\nboulder { at: (0, -8), height: 2.4 }\n',
    command: 'lint',
  },
  describe({ scene, count, worst }) {
    const { gap, other } = worst;
    return {
      message: fact(count, `the eye is ${metres(gap)} deep in ${nameOf(scene, other)}`, 'things are around the eye'),
      notes: [`move the camera or ${nameOf(scene, other)} by ${metres(gap)} or more`],
      related: { element: other, message: 'this is around the camera' },
    };
  },
};
