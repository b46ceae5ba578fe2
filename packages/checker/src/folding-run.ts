// The run in which constants are computed: it has no variables and no draws, and reports what has no value.
import { type CheckContext, report } from './context.ts';
import type { Run } from './evaluate.ts';
import { failureProblem } from './failure-problem.ts';
import { UNKNOWN } from './value.ts';

export function foldingRun(ctx: CheckContext): Run & { failed: boolean } {
  const run = {
    locals: [],
    failed: false,
    global: () => UNKNOWN,
    uniform: () => UNKNOWN as never,
    fail(...[place, failure]: Parameters<NonNullable<Run['fail']>>) {
      if (!run.failed) report(ctx, failureProblem(place, failure));
      run.failed = true;
    },
  };
  return run;
}
