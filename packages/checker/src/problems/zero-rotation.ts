// Reports a quaternion that turns nothing into anything.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const zeroRotationPage: ProblemPage = {
  code: 'zero-rotation',
  severity: 'error',
  title: 'a rotation of four zeros',
  explanation:
    'The four numbers of a `quaternion` give an axis and a turn about it; how large they are together does not matter, as long as they are not all 0. Four zeros name no axis and no turn.\n\nIf draws or loops decide the numbers, they must not be able to be 0 all at once. No turn at all is `quaternion(0, 0, 0, 1)`, and a turn about the vertical is easier to write as `yaw(40)`.',
  bad: 'tree { at: (0, -8), height: 4, rotation: quaternion(0, 0, 0, 0) }',
  good: 'tree { at: (0, -8), height: 4, rotation: quaternion(0, 0, 0, 1) }',
};

/** A quaternion that has, or can have, no direction. */
export function zeroQuaternion(place: Place, related: readonly Label[] = []): Diagnostic {
  return problem(zeroRotationPage, place, 'four zeros are no rotation', {
    related,
    notes: ['expected at least one number that is not 0; no turn at all is `quaternion(0, 0, 0, 1)`'],
  });
}
