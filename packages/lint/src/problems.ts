// Every problem that lint reports, by its code.
import type { ProblemPage } from '@diorama/diagnostics';
import type { Finding, FindingCode } from './finding.ts';
import type { LintProblem } from './lint-problem.ts';
import { cameraInside } from './problems/camera-inside.ts';
import { cameraUnderground } from './problems/camera-underground.ts';
import { floats } from './problems/floats.ts';
import { hidden } from './problems/hidden.ts';
import { implausibleHeight } from './problems/implausible-height.ts';
import { lostInHaze } from './problems/lost-in-haze.ts';
import { noLight } from './problems/no-light.ts';
import { outOfView } from './problems/out-of-view.ts';
import { overlaps } from './problems/overlaps.ts';
import { sinks } from './problems/sinks.ts';
import { swimsOnLand } from './problems/swims-on-land.ts';

/** A new code is a compile error here until it has its words. In the order in which one place's problems are reported. */
export const PROBLEMS: { readonly [C in FindingCode]: LintProblem<Extract<Finding, { readonly code: C }>> } = {
  'camera-underground': cameraUnderground,
  'camera-inside': cameraInside,
  'no-light': noLight,
  floats,
  sinks,
  overlaps,
  'implausible-height': implausibleHeight,
  'swims-on-land': swimsOnLand,
  'out-of-view': outOfView,
  'lost-in-haze': lostInHaze,
  hidden,
};

/** The pages for `diorama explain`. */
export const LINT_PAGES: readonly ProblemPage[] = Object.values(PROBLEMS).map(({ page }) => page);
