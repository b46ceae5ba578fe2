// Turns a number into its place on the scale that is natural to it, and back: there, equal steps mean equal errors.
import { exp, log } from '@diorama/geometry';
import { dimensionOf, findKind, findProperty, type Interval, type NumericType } from '@diorama/vocabulary';

/**
 * `linear`: the number itself. `log`: ln(1 + v / resolution), for what is not negative. `signed-log`: the same on both
 * sides of 0. `circular`: degrees or fractions of a turn, which begin again after one period.
 */
export type Scale =
  | { readonly kind: 'linear' }
  | { readonly kind: 'log' | 'signed-log'; readonly resolution: number }
  | { readonly kind: 'circular'; readonly period: number };

/** Where a number lies on its scale. Steps on the scale are relative errors of a `log`, absolute ones of the others. */
export function toScale(scale: Scale, value: number): number {
  switch (scale.kind) {
    case 'linear':
      return value;
    case 'log':
      return log(1 + value / scale.resolution);
    case 'signed-log':
      return value < 0 ? -log(1 - value / scale.resolution) : log(1 + value / scale.resolution);
    case 'circular':
      return wrapped(value, scale.period);
  }
}

/** The number at a place of its scale. */
export function fromScale(scale: Scale, place: number): number {
  switch (scale.kind) {
    case 'linear':
      return place;
    case 'log':
      return (exp(place) - 1) * scale.resolution;
    case 'signed-log':
      return place < 0 ? (1 - exp(-place)) * scale.resolution : (exp(place) - 1) * scale.resolution;
    case 'circular':
      return wrapped(place, scale.period);
  }
}

/** The same direction within half a turn of 0: [−period / 2, period / 2). */
export function wrapped(value: number, period: number): number {
  const rest = value % period;
  const half = period / 2;
  return (rest >= half ? rest - period : rest < -half ? rest + period : rest) + 0;
}

/**
 * The scale of a type, from its bounds and default alone.
 *
 * - Angles that may go all the way round are circular, others linear.
 * - What lies within 0..1, and what is a logarithm already (`EV`), is linear.
 * - Other lengths and numbers are logarithmic: from 0 on, or on both sides of it.
 *
 * Below its resolution a logarithmic scale is all but linear. That is a tenth of the default, or else the least value
 * above 0, or a ten-thousandth of the greatest; 1 where nothing is known (a metre, a pixel).
 */
export function naturalScale(type: NumericType, fallback?: number, unit = ''): Scale {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = type.range ?? {};
  if (dimensionOf(type) === 'angle') {
    if (max - min >= FULL_TURN) return { kind: 'circular', period: FULL_TURN };
    // A sun of half a degree among sizes up to 90: small angles are told apart by their ratio.
    if (min !== 0 || fallback === undefined || fallback > max * SMALL) return { kind: 'linear' };
  }
  if (unit === 'EV' || (min >= 0 && max <= 1)) return { kind: 'linear' };
  return { kind: min >= 0 ? 'log' : 'signed-log', resolution: resolutionOf(min, max, fallback) };
}

const FULL_TURN = 360;
const SMALL = 0.05;

function resolutionOf(min: number, max: number, fallback: number | undefined): number {
  if (min > 0) return min;
  if (fallback !== undefined && fallback > 0) return fallback / 10;
  return Number.isFinite(max) ? max / 10000 : 1;
}

/** Where numbers of a type usually lie: its bounds, and where it has none what a picture can show. */
export function usualSpan(type: NumericType, scale: Scale): readonly [low: number, high: number] {
  if (scale.kind === 'circular') return [-scale.period / 2, scale.period / 2];
  const { min, max } = type.range ?? {};
  const far = UNBOUNDED[type.kind] ?? 1;
  return [min ?? -far, max ?? far];
}

/** Integers count pixels; lengths reach as far as the camera sees; pure numbers are parts of rotations. */
const UNBOUNDED: Readonly<Record<string, number>> = {
  integer: 4096 * 4096,
  length: farthest(),
  number: 1,
  angle: FULL_TURN / 2,
};
function farthest(): number {
  const camera = findKind('camera');
  const far = camera && findProperty(camera, 'far')?.default;
  return typeof far === 'number' ? far : 1000;
}

/** A number moved into an interval, past an excluded bound by the least that a number can be. */
export function clampInto(range: Interval, value: number, resolution = 0): number {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, minExclusive, maxExclusive } = range;
  if (minExclusive ? value <= min : value < min) return minExclusive ? min + nudge(min, resolution) : min;
  if (maxExclusive ? max <= value : max < value) return maxExclusive ? max - nudge(max, resolution) : max;
  return value;
}

function nudge(bound: number, resolution: number): number {
  return Math.max(Math.abs(bound) * 2 * Number.EPSILON, resolution / 1000, Number.MIN_VALUE);
}
