// Reports a quaternion or a matrix of zeros, which is no rotation.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const zeroRotationPage: ProblemPage = {
  code: 'zero-rotation',
  severity: 'error',
  title: 'a rotation of nothing but zeros',
  explanation:
    'The four numbers of a `quaternion` give an axis and a turn about it; how large they are together does not matter, as long as they are not all 0. Four zeros name no axis and no turn; no more do the nine of a `matrix`.\n\nIf draws or loops decide the numbers, they must not be able to be 0 all at once. No turn at all is `quaternion(0, 0, 0, 1)`, and a turn about the vertical is easier to write as `yaw(40)`.',
  bad: 'tree { at: (0, -8), height: 4, rotation: quaternion(0, 0, 0, 0) }',
  good: 'tree { at: (0, -8), height: 4, rotation: quaternion(0, 0, 0, 1) }',
};

/** A quaternion or matrix whose numbers are, or can be, all 0. */
export function zeroRotation(place: Place, related: readonly Label[] = []): Diagnostic {
  return problem(zeroRotationPage, place, 'nothing but zeros is no rotation', {
    related,
    notes: ['expected at least one number that is not 0; no turn at all is `quaternion(0, 0, 0, 1)`'],
  });
}
