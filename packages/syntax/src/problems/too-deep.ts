// More nesting than the limit.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const tooDeepPage: ProblemPage = {
  code: 'too-deep',
  severity: 'error',
  title: 'nested too deeply',
  explanation:
    'Brackets, `else if` and conditional expressions may be nested 256 deep, which no scene written by a ' +
    'person needs. Deeper ones are not read, so that a program from a stranger cannot exhaust the memory.\n\n' +
    'Give the inner parts names with `let`, or make a prefab of them.',
  bad: `let far = ${'('.repeat(300)}30m${')'.repeat(300)}`,
  good: 'let far = (((30m)))',
};

export function tooDeep(place: Place, limit: number): Diagnostic {
  return problem(tooDeepPage, place, `the nesting passes ${limit} here`, {
    notes: ['this part of the file is not read', 'give inner parts a name with `let`, or make a prefab of them'],
  });
}
