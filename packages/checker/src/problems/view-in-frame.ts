// Reports a point of the camera’s frame inside of another frame.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Frame } from '../type.ts';

export const viewInFramePage: ProblemPage = {
  code: 'view-in-frame',
  severity: 'error',
  title: 'a view position inside a frame',
  explanation:
    '`view(x, y, z)` is a point as the camera sees it: x to its right, y up, z towards it. Inside of a group, prefab or scatter, positions are measured in that one’s own frame, which may come to stand anywhere and many times; a point of the camera has no meaning there.\n\nMove the element to the top level, or give its place in the local frame: `(x, z)` or `(x, y, z)`.',
  bad: 'group { at: (0, -5) tree { at: view(0, 0, -8), height: 4 } }',
  good: 'tree { at: view(0, 0, -8), height: 4 }',
};

/** `view(…)` below something that has a frame. */
export function viewInFrame(place: Place, frame: Frame): Diagnostic {
  return problem(viewInFramePage, place, `\`view\` cannot be used inside ${frame.name}`, {
    related: frame.place === undefined ? [] : [label(frame.place, 'this has a frame of its own')],
    notes: ['move the element to the top level, or give its place in the local frame'],
  });
}
