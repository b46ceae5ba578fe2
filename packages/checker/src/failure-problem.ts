// Turns the reason why an expression has no value into its diagnostic.
import { type Diagnostic, type Label, type Place, unreachable } from '@diorama/diagnostics';
import type { Failure } from './evaluate.ts';
import { LIST_LIMIT } from './evaluate-functions.ts';
import * as problems from './problems/index.ts';

/** `related` says in which turn of a loop, or in which use of a prefab. */
export function failureProblem(place: Place, failure: Failure, related: readonly Label[] = []): Diagnostic {
  switch (failure.kind) {
    case 'division-by-zero':
      return problems.divisionByZero(place, failure.divisor, related);
    case 'zero-rotation':
      return problems.zeroRotation(place, related);
    case 'index-out-of-range':
      return problems.indexOutOfRange(place, failure.index, failure.length, related);
    case 'not-finite':
      return problems.notFinite(place, 'the result', related);
    case 'empty-list':
      return problems.emptyList(place);
    case 'reversed-range':
      return problems.reversedRange(place, failure.from, failure.to, related);
    case 'empty-ring':
      return problems.emptyRing(place, related);
    case 'reversed-clamp':
      return problems.reversedClamp(place, related);
    case 'long-list':
      return problems.longList(place, failure.length, LIST_LIMIT);
    case 'still-path':
      return problems.stillPath(place, related);
    case 'short-path':
      return problems.shortPath(place, failure.length, related);
    case 'argument':
      return problems.outOfRange(place, failure.value, failure.type, true, related);
    default:
      return unreachable(failure);
  }
}
