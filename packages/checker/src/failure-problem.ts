// Turns the reason why an expression has no value into its diagnostic.
import { type Diagnostic, type Place, unreachable } from '@diorama/diagnostics';
import { type Failure, LIST_LIMIT } from './evaluate.ts';
import * as problems from './problems/index.ts';

/** `uses` are the uses of prefabs that led here, outermost first. */
export function failureProblem(place: Place, failure: Failure, uses: readonly Place[] = []): Diagnostic {
  switch (failure.kind) {
    case 'division-by-zero':
      return problems.divisionByZero(place, failure.divisor, uses);
    case 'index-out-of-range':
      return problems.indexOutOfRange(place, failure.index, failure.length, uses);
    case 'not-finite':
      return problems.notFinite(place, 'the result');
    case 'empty-choice':
      return problems.emptyChoice(place);
    case 'reversed-clamp':
      return problems.reversedClamp(place);
    case 'long-list':
      return problems.longList(place, failure.length, LIST_LIMIT);
    case 'argument':
      return problems.outOfRange(place, failure.value, failure.type, true, uses);
    default:
      return unreachable(failure);
  }
}
