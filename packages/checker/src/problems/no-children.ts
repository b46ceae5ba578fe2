// Reports an element inside of one that holds none.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const noChildrenPage: ProblemPage = {
  code: 'no-children',
  severity: 'error',
  title: 'an element that holds no others',
  explanation:
    'Only `group` holds other elements. A tree or an animal does not: its body holds its properties, and lets that they use.\n\nPlace the elements beside each other, and relate them by a label: `at: oak.at + (1m, 0m, 0m)`. Often a `}` is merely missing above.',
  bad: 'tree { at: (0, -8), height: 4 bird { at: (0, -8), height: 0.2 } }',
  good: 'tree oak { at: (0, -8), height: 4 }\nbird { at: oak.top, height: 0.2, pose: perch }',
};

/** An element stands in one that holds none. */
export function noChildren(place: Place, element: string, child: string): Diagnostic {
  return problem(noChildrenPage, place, `\`${element}\` cannot hold \`${child}\``, {
    notes: [`close the \`${element}\` with \`}\` before this, or put both into a \`group { … }\``],
  });
}
