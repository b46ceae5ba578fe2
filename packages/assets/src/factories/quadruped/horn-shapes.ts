// The table of horns without branches: where each leaves the head, its path and its thickness.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { HornKind } from './quadruped-table.ts';

/** A horn of the right side; metres. */
export interface Horn {
  /** Where it leaves the head, measured from the poll along and across the skull. */
  readonly base: Vector3;
  /** From there, at rest: forwards, up, outwards. */
  readonly path: readonly Vector3[];
  readonly radii: readonly number[];
  /** At the base and at the tip. */
  readonly colors: readonly [base: LinearColor, tip: LinearColor];
  /** Whether there is only one, in the middle. */
  readonly isSingle?: boolean;
  /** Points to each stretch of the path; 3 if left out. */
  readonly steps?: number;
  /** How far every other ring stands out. */
  readonly ringed?: number;
  readonly sides?: number;
  readonly flatness?: number;
  /** What its rings stand square to: not along its path; to the side if left out. */
  readonly up?: Vector3;
}

/** How far an individual's horns have grown. */
export interface Growth {
  /** Times the table's. */
  readonly length: number;
  /** Times the table's, sideways. */
  readonly spread: number;
  /** 0..1: few tines or many. */
  readonly tines: number;
}

const HORN_DARK: LinearColor = [0.03, 0.026, 0.022];

// biome-ignore format: a row for each horn
export const HORNS: Readonly<Record<Exclude<HornKind, 'antlers' | 'palms'>, readonly Horn[]>> = {
  tusks: [{
    base: [0.44, -0.5, 0.2], colors: [[0.5, 0.43, 0.32], [0.58, 0.52, 0.42]],
    path: [[-0.1, 0.16, -0.02], [0.06, -0.16, 0.04], [0.3, -0.42, 0.09], [0.62, -0.44, 0.09], [0.84, -0.28, 0.05]], radii: [0.095, 0.1, 0.085, 0.06, 0.012],
  }],
  ossicones: [{
    base: [0.03, 0.12, 0.055], colors: [[0.3, 0.19, 0.1], [0.02, 0.014, 0.01]],
    path: [[0, 0, 0], [-0.04, 0.1, 0.015], [-0.075, 0.19, 0.022], [-0.085, 0.235, 0.022]], radii: [0.046, 0.034, 0.036, 0.026],
  }],
  cattle: [{
    base: [-0.03, 0.085, 0.07], up: [1, 0, 0], colors: [[0.42, 0.36, 0.27], [0.04, 0.033, 0.028]],
    path: [[0, 0, -0.02], [0, 0.03, 0.1], [0.05, 0.08, 0.17], [0.11, 0.18, 0.17]], radii: [0.04, 0.037, 0.028, 0.005],
  }],
  buffalo: [{
    // The bosses meet on the forehead; from there the horns go out and down, and turn up.
    base: [0.02, 0.12, 0.0], colors: [[0.085, 0.075, 0.066], [0.03, 0.026, 0.024]], sides: 12, steps: 4, up: [1, 0, 0],
    path: [[0, 0.0, 0.01], [-0.02, 0.03, 0.1], [-0.05, -0.05, 0.22], [-0.09, -0.17, 0.34], [-0.13, -0.13, 0.46], [-0.17, 0.04, 0.49], [-0.21, 0.18, 0.42]], radii: [0.085, 0.1, 0.078, 0.06, 0.045, 0.026, 0.006],
  }],
  goat: [{
    base: [0.02, 0.075, 0.03], colors: [[0.1, 0.085, 0.068], [0.05, 0.042, 0.034]], steps: 5, ringed: 0.09, flatness: 0.7,
    path: [[0, -0.02, 0], [-0.03, 0.12, 0.012], [-0.12, 0.21, 0.04], [-0.24, 0.22, 0.09], [-0.32, 0.17, 0.14]], radii: [0.034, 0.032, 0.028, 0.02, 0.004],
  }],
  lyre: [{
    base: [0.01, 0.07, 0.03], colors: [[0.02, 0.017, 0.015], HORN_DARK], steps: 5, ringed: 0.14,
    path: [[0, -0.02, 0], [0.0, 0.1, 0.015], [-0.05, 0.22, 0.07], [-0.08, 0.31, 0.105], [-0.06, 0.38, 0.085], [-0.03, 0.42, 0.045]], radii: [0.024, 0.023, 0.02, 0.016, 0.011, 0.004],
  }],
  rhino: [
    { base: [0.7, 0.02, 0], isSingle: true, colors: [[0.11, 0.1, 0.085], [0.05, 0.045, 0.04]], sides: 10, path: [[-0.05, -0.04, 0], [0.08, 0.14, 0], [0.14, 0.34, 0], [0.12, 0.56, 0]], radii: [0.125, 0.095, 0.06, 0.01] },
    { base: [0.42, 0.09, 0], isSingle: true, colors: [[0.11, 0.1, 0.085], [0.05, 0.045, 0.04]], sides: 10, path: [[-0.02, -0.05, 0], [0.03, 0.1, 0], [0.05, 0.22, 0]], radii: [0.1, 0.062, 0.012] },
  ],
};

/** Radii between given ones, as many as {@link smoothCurve} makes points. */
export function spreadRadii(radii: readonly number[], steps: number): number[] {
  return radii.flatMap((radius, index) => {
    const next = radii[index + 1];
    if (next === undefined) return [radius];
    return Array.from({ length: steps }, (_, step) => radius + ((next - radius) * step) / steps);
  });
}
