// Physical lint: measured gaps in a scene.

export { CLASS_EXTENTS, type ExtentSource, type Form, type Matter, type Part } from './extents.ts';
export type {
  CameraInside,
  CameraUnderground,
  Finding,
  FindingCode,
  Floats,
  Hidden,
  ImplausibleHeight,
  LostInHaze,
  NoLight,
  OutOfView,
  Overlaps,
  Side,
  Sinks,
  SwimsOnLand,
} from './finding.ts';
export { LINT_DEFAULTS, type LintOptions, lint } from './lint.ts';
export { MEASURE_DEFAULTS, type MeasureOptions, measure } from './measure.ts';
export { LINT_PAGES } from './problems.ts';
