// Something is not in the picture: its page and its words.
import { unreachable } from '@diorama/diagnostics';
import type { OutOfView, Side } from '../finding.ts';
import { fact, type LintProblem, metres, point } from '../lint-problem.ts';

export const outOfView: LintProblem<OutOfView> = {
  page: {
    code: 'out-of-view',
    severity: 'warning',
    title: 'out of the camera’s view',
    explanation: `The camera sees nothing of this element: all of it is beside the picture, behind the camera, nearer than \`near\` or farther than \`far\`. It costs time and shows at most as a shadow.

The angle of view, \`fov\`, is vertical; the picture is \`aspect\` times as wide as it is high. What a loop, scatter or prefab repeats is reported when none of it can be seen.`,
    bad: 'tree { at: (20, -10), height: 5 }\n',
    good: 'tree { at: (2, -10), height: 5 }\n',
    command: 'lint',
  },
  describe({ count, worst }) {
    const { gap, side, base } = worst;
    return {
      message: fact(count, placeOf(side, metres(gap)), 'of these are out of view'),
      notes: [`found: its base at ${point(base)}`, 'move it into the picture, turn the camera to it, or remove it'],
    };
  },
};

function placeOf(side: Side, gap: string): string {
  switch (side) {
    case 'behind':
      return `${gap} behind the camera`;
    case 'left':
    case 'right':
      return `${gap} to the ${side} of the picture`;
    case 'above':
    case 'below':
      return `${gap} ${side} the picture`;
    case 'near':
      return `${gap} nearer than the camera’s near`;
    case 'far':
      return `${gap} beyond the camera’s far`;
    default:
      return unreachable(side);
  }
}
