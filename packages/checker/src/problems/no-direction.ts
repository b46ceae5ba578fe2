// Reports a direction from a point to that very point.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { expectedFound } from './wording.ts';

export const noDirectionPage: ProblemPage = {
  code: 'no-direction',
  severity: 'error',
  title: 'no way from a point to itself',
  explanation:
    'A direction leads from one point to another: a `path` along its points, a camera from its eye to its `target`, an element from its place to the point of `facing(…)`. Where both points are the same, there is none.\n\n`facing` and `path` look at the map alone: points above each other are one point there. Inside a group, a prefab or a scatter, an element without `at` stands at the origin, so that `facing((0, 0))` is its own place.\n\nName another point, or give angles instead: `yaw(40)` for an element, `pitch` and `yaw` for a camera.',
  bad: 'camera { position: (0, 1.6, 0), target: (0, 1.6, 0) }',
  good: 'camera { position: (0, 1.6, 0), target: (0, 1.6, -9) }',
};

/** All points of a path are one. */
export function stillPath(place: Place, related: readonly Label[] = []): Diagnostic {
  return problem(noDirectionPage, place, 'all of these points are the same on the map', {
    title: 'a path of no length',
    related,
    notes: [
      ...expectedFound('two points that lie apart', 'one point'),
      'name another point; a round piece of ground is `disk(radius: 6)`',
    ],
  });
}

/** A camera’s target is its eye. */
export function targetInEye(place: Place, related: readonly Label[] = []): Diagnostic {
  return problem(noDirectionPage, place, 'the camera itself is at this point', {
    title: 'a camera that looks at itself',
    related,
    notes: [
      ...expectedFound('a point apart from `position`', 'the same point'),
      'look at another point, or give `pitch` and `yaw` instead',
    ],
  });
}

/** An element faces its own place. */
export function facingItself(place: Place, related: readonly Label[] = []): Diagnostic {
  return problem(noDirectionPage, place, 'the element itself stands at this point', {
    title: 'an element that faces its own place',
    related,
    notes: [
      ...expectedFound('a point beside, on the map, where it stands', 'its own place'),
      'face another point, or write the angle: `yaw(40)`',
    ],
  });
}
