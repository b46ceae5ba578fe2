// A place in the camera's view cannot be rewritten where it stands.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const CANNOT_PIN: ProblemPage = {
  code: 'cannot-pin',
  severity: 'error',
  command: 'pin',
  title: 'a view that cannot be pinned',
  explanation: `\`diorama pin\` replaces each \`view(…)\`, a point as the camera sees it, by the point of the world that it means,
so that the camera can be moved without moving what it sees. The rest of the text stays as it is.

So the text must have one place for each point. In a loop one \`view(…)\` means many points; and what a group or the use of
a prefab draws hangs on the text of its \`at\`, unless it has a label. \`diorama expand\` writes every element on a line of
its own, which can always be pinned. A place that a \`?\` leaves open is no point yet: write its value first.`,
  bad: `for i in 1..3 {
  tree { at: view(i * 1m, -1, -9), height: 4 }
}`,
  good: `tree { at: view(1, -1, -9), height: 4 }
tree { at: view(2, -1, -9), height: 4 }
tree { at: view(3, -1, -9), height: 4 }`,
};

export function cannotPin(place: Place, fact: string, nextStep: string): Diagnostic {
  return problem(CANNOT_PIN, place, fact, { notes: [nextStep] });
}
