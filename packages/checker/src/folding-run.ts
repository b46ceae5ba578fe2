// The run in which constants are computed: it has no variables and no draws, and reports what has no value.
import type { Place } from '@diorama/diagnostics';
import { type CheckContext, report } from './context.ts';
import type { Failure, Run } from './evaluate.ts';
import { failureProblem } from './failure-problem.ts';
import { type Scalar, UNKNOWN, type Value } from './value.ts';

export class FoldingRun implements Run {
  readonly locals: Value[] = NO_LOCALS;
  failed = false;
  readonly #ctx: CheckContext;

  constructor(ctx: CheckContext) {
    this.#ctx = ctx;
  }

  global(): Value {
    return UNKNOWN;
  }

  /** Draws are no constants, so nobody asks; whether there is anything to draw is found out without. */
  uniform(): Scalar {
    return UNKNOWN as never;
  }

  fail(place: Place, failure: Failure): void {
    if (!this.failed) report(this.#ctx, failureProblem(place, failure));
    this.failed = true;
  }
}

const NO_LOCALS: Value[] = [];
