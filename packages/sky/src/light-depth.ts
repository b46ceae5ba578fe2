// Turns a place in the air and the height of the sun there into how much air, dust and ozone its light comes through.
import { ATMOSPHERE_HEIGHT, airDensity, dustDensity, EARTH_RADIUS, ozoneDensity, wayToTop } from './atmosphere.ts';

/** Densities added up along a way, in metres of the densest. */
export interface Depth {
  air: number;
  dust: number;
  ozone: number;
}

/**
 * What lies between a point, `radius` metres from the earth's centre, and the sun, by the cosine of the sun's angle to the
 * zenith there. Written to `depth`. False if the earth hides the sun: then `depth` is as it was.
 */
export function lightDepth(radius: number, zenithCosine: number, depth: Depth): boolean {
  if (zenithCosine >= 0) {
    upwardDepth(radius, zenithCosine, depth);
    return true;
  }
  // Downwards the way sinks to its lowest point and rises again. From there it is level, and both halves of the whole
  // line are alike: what lies ahead is twice a half, less what lies behind.
  const lowest = radius * Math.sqrt(1 - zenithCosine * zenithCosine);
  if (lowest < EARTH_RADIUS) return false;
  upwardDepth(radius, -zenithCosine, depth);
  const { air, dust, ozone } = depth;
  upwardDepth(lowest, 0, depth);
  depth.air = Math.max(0, 2 * depth.air - air);
  depth.dust = Math.max(0, 2 * depth.dust - dust);
  depth.ozone = Math.max(0, 2 * depth.ozone - ozone);
  return true;
}

/** The depth of a way that does not sink, interpolated in the table. */
function upwardDepth(radius: number, zenithCosine: number, depth: Depth): void {
  table ??= tabulate();
  const height = Math.max(0, radius - EARTH_RADIUS);
  const row = Math.min(LAST_HEIGHT, height / HEIGHT_STEP);
  const column = Math.min(1, Math.sqrt(zenithCosine)) * LAST_COSINE;
  const lower = Math.min(LAST_HEIGHT - 1, row | 0);
  const left = Math.min(LAST_COSINE - 1, column | 0);
  const up = row - lower;
  const right = column - left;
  const near = 3 * (lower * (LAST_COSINE + 1) + left);
  const far = near + 3 * (LAST_COSINE + 1);
  const nearLeft = (1 - up) * (1 - right);
  const nearRight = (1 - up) * right;
  const farLeft = up * (1 - right);
  const farRight = up * right;
  depth.air =
    airDensity(height) *
    (nearLeft * table[near]! + nearRight * table[near + 3]! + farLeft * table[far]! + farRight * table[far + 3]!);
  depth.dust =
    dustDensity(height) *
    (nearLeft * table[near + 1]! +
      nearRight * table[near + 4]! +
      farLeft * table[far + 1]! +
      farRight * table[far + 4]!);
  depth.ozone =
    nearLeft * table[near + 2]! + nearRight * table[near + 5]! + farLeft * table[far + 2]! + farRight * table[far + 5]!;
}

/**
 * By height (rows) and the square root of the zenith's cosine (columns: denser towards the level, where the depth changes
 * most): the depth of air and of dust as multiples of the density at the height, in which form they vary little, and that of
 * ozone. Depends on no parameter of the sky, so it is computed once, when the first sky is.
 */
let table: Float64Array | undefined;

function tabulate(): Float64Array {
  const values = new Float64Array(3 * (LAST_HEIGHT + 1) * (LAST_COSINE + 1));
  let next = 0;
  for (let row = 0; row <= LAST_HEIGHT; row += 1) {
    for (let column = 0; column <= LAST_COSINE; column += 1) {
      const root = column / LAST_COSINE;
      next = writeDepth(values, next, row * HEIGHT_STEP, root * root);
    }
  }
  return values;
}

/** Adds up along one way by the midpoint rule; steps grow with the third power, as what matters lies near the start. */
function writeDepth(values: Float64Array, start: number, height: number, zenithCosine: number): number {
  const radius = EARTH_RADIUS + height;
  const way = wayToTop(radius, zenithCosine);
  let [air, dust, ozone] = [0, 0, 0];
  let before = 0;
  for (let step = 1; step <= STEPS; step += 1) {
    const share = step / STEPS;
    const end = way * share * share * share;
    const middle = (before + end) / 2;
    // The height above the start, without subtracting the earth's radius from something as large.
    const rise = middle * (middle + 2 * radius * zenithCosine);
    const above = rise / (radius + Math.sqrt(radius * radius + rise));
    air += airDensity(above) * (end - before);
    dust += dustDensity(above) * (end - before);
    ozone += ozoneDensity(height + above) * (end - before);
    before = end;
  }
  values.set([air, dust, ozone], start);
  return start + 3;
}

const STEPS = 40;
const LAST_HEIGHT = 60;
const LAST_COSINE = 47;
const HEIGHT_STEP = ATMOSPHERE_HEIGHT / LAST_HEIGHT;
