// Says that the library has nothing for an object.
import type { ProblemPage } from '@diorama/diagnostics';

export const MISSING_ASSET: ProblemPage = {
  code: 'missing-asset',
  severity: 'error',
  title: 'the asset library has nothing for this',
  explanation: `A picture needs a model for every object, and the asset library has none that this one can mean: it lacks the
named asset, or has nothing of the class at all.

Name one of the library's assets, describe what it looks like with like("…"), or compile with the library that has it
(--library). With --placeholder a box that bears its name is drawn instead, and this is a warning.`,
  bad: 'tree { at: (0, -8), height: 5, appearance: asset("tree/of-another-library") }',
  good: 'tree { at: (0, -8), height: 5, appearance: like("an oak") }',
  command: 'compile',
};
