// Reports a name that one block declares twice.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const duplicateNamePage: ProblemPage = {
  code: 'duplicate-name',
  severity: 'error',
  title: 'name declared twice',
  explanation:
    'One block declares a name once: lets, labels, parameters and loop variables share their names. Otherwise a reader would have to know which of the two is meant.\n\nChoose another name. An inner block, such as the body of a loop, may use the name again for something else.',
  bad: 'let far = 30m\nlet far = 40m\ntree { at: (0, -far), height: 4 }',
  good: 'let far = 30m\nlet farther = 40m\ntree { at: (0, -far), height: 4 }\ntree { at: (0, -farther), height: 4 }',
};

/** A block declares a name a second time. */
export function duplicateName(place: Place, name: string, earlier: Place): Diagnostic {
  return problem(duplicateNamePage, place, `\`${name}\` is declared already`, {
    related: [label(earlier, 'first declared here')],
    notes: [`choose another name, such as \`${name}2\``],
  });
}
