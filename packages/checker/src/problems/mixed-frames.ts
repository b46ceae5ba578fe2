// Reports a position of one frame that is used in another.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Frame } from '../type.ts';

export const mixedFramesPage: ProblemPage = {
  code: 'mixed-frames',
  severity: 'error',
  title: 'a point of another frame',
  explanation:
    'Groups, prefabs and scatters have a frame of their own: what stands in them is measured from their own origin, and turned and scaled with them. A point that was measured in another frame would land somewhere else than where it was meant.\n\nWrite the coordinates as they are seen from the frame in which they are used, or move the element out of the frame.',
  bad: 'let spot = (4, -8)\ngroup { at: (1, -2) tree { at: spot, height: 4 } }',
  good: 'let spot = (4, -8)\ntree { at: spot, height: 4 }',
};

/** A position that was measured in one frame is used in another. */
export function mixedFrames(place: Place, found: Frame, expected: Frame): Diagnostic {
  return problem(mixedFramesPage, place, `this point is measured in ${found.name}, and used in ${expected.name}`, {
    related: [found, expected].flatMap((frame) =>
      frame.place === undefined ? [] : [label(frame.place, `${frame.name} opens a frame here`)],
    ),
    notes: [`write the coordinates as seen from ${expected.name}, or move the element out of it`],
  });
}
