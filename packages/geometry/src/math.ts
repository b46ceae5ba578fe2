// The transcendental functions: the one file that may approximate, so that every engine computes the same bits.
//
// ECMAScript leaves `Math.sin`, `Math.exp` and their kin to the engine, and engines differ in the last bit. Here they are
// built of + − × ÷, `Math.sqrt`, `Math.floor` and conversions only, which IEEE 754 and ECMAScript define exactly.
//
// Methods and coefficients of the elementary functions are those of fdlibm 5.3 (with FreeBSD's later cosine), written anew:
//   Copyright (C) 1993-2004 by Sun Microsystems, Inc. All rights reserved.
//   Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
//   preserved.
// Results are within one unit in the last place (two for `atan2` and for angles returned in degrees), and special values
// are those of `Math` unless said otherwise.

/** The sine of an angle in radians. */
export function sin(radians: number): number {
  const { quadrant, high, low } = reduce(radians);
  return quarterSine(quadrant, high, low);
}

/** The cosine of an angle in radians. */
export function cos(radians: number): number {
  const { quadrant, high, low } = reduce(radians);
  return quarterSine(quadrant + 1, high, low);
}

/** The tangent of an angle in radians. */
export function tan(radians: number): number {
  const { quadrant, high, low } = reduce(radians);
  return tanKernel(high, low, (quadrant & 1) === 1);
}

/** The sine of an angle in degrees: exact at multiples of 30, never −0. */
export function sinDegrees(degrees: number): number {
  const { quadrant, rest } = reduceDegrees(degrees);
  return quarterSineDegrees(quadrant, rest);
}

/** The cosine of an angle in degrees: exact at multiples of 30 and 90 where it is rational, never −0. */
export function cosDegrees(degrees: number): number {
  const { quadrant, rest } = reduceDegrees(degrees);
  return quarterSineDegrees(quadrant + 1, rest);
}

/** The tangent of an angle in degrees: exact at multiples of 45. Infinity at 90, −Infinity at −90 (and at 270). */
export function tanDegrees(degrees: number): number {
  const { quadrant, rest } = reduceDegrees(degrees);
  const odd = (quadrant & 1) === 1;
  if (rest === 0) return odd ? ((quadrant & 2) === 0 ? Infinity : -Infinity) : 0;
  if (Math.abs(rest) === 45) return rest > 0 === odd ? -1 : 1;
  const high = rest * DEGREE;
  return tanKernel(high, degreeRest(rest, high), odd);
}

/** The angle in radians, in [−π/2, π/2], that has a sine; NaN outside −1..1. */
export function asin(sine: number): number {
  const size = Math.abs(sine);
  if (size < 0.5) return sine + sine * arcRatio(sine * sine);
  if (!(size <= 1)) return NaN;
  const half = (1 - size) * 0.5;
  const root = Math.sqrt(half);
  const ratio = arcRatio(half);
  if (size > 0.975) return withSign(HALF_PI - (2 * (root + root * ratio) - HALF_PI_LOW), sine);
  const rootHead = head(root);
  const rootRest = (half - rootHead * rootHead) / (root + rootHead);
  const small = 2 * root * ratio - (HALF_PI_LOW - 2 * rootRest);
  return withSign(QUARTER_PI - (small - (QUARTER_PI - 2 * rootHead)), sine);
}

/** The angle in radians, in [0, π], that has a cosine; NaN outside −1..1. */
export function acos(cosine: number): number {
  if (!(Math.abs(cosine) <= 1)) return NaN;
  if (Math.abs(cosine) < 0.5) {
    return HALF_PI - (cosine - (HALF_PI_LOW - cosine * arcRatio(cosine * cosine)));
  }
  const half = (1 - Math.abs(cosine)) * 0.5;
  const root = Math.sqrt(half);
  const ratio = arcRatio(half);
  if (cosine < 0) return Math.PI - 2 * (root + (ratio * root - HALF_PI_LOW));
  if (half === 0) return 0;
  const rootHead = head(root);
  const rootRest = (half - rootHead * rootHead) / (root + rootHead);
  return 2 * (rootHead + (ratio * root + rootRest));
}

/** The angle in degrees, in [−90, 90], that has a sine: exact at 0, ±0.5 and ±1; NaN outside −1..1; never −0. */
export function asinDegrees(sine: number): number {
  return Math.abs(sine) === 0.5 ? sine * 60 : Math.abs(sine) === 1 ? sine * 90 : toDegrees(asin(sine)) + 0;
}

/** The angle in radians, in (−π/2, π/2), that has a tangent. */
export function atan(tangent: number): number {
  const size = Math.abs(tangent);
  if (size < TWO_TO_MINUS_27) return tangent;
  if (size < 0.4375) return arctangentNear(tangent, 0, 0);
  // arctan a = arctan c + arctan((a − c) / (1 + a·c)), with c the nearest of ½, 1, 1½ and ∞.
  if (size < 0.6875) return withSign(arctangentNear((2 * size - 1) / (2 + size), ...ARCTANGENT_OF_HALF), tangent);
  if (size < 1.1875) return withSign(arctangentNear((size - 1) / (size + 1), ...ARCTANGENT_OF_1), tangent);
  if (size < 2.4375) return withSign(arctangentNear((size - 1.5) / (1 + 1.5 * size), ...ARCTANGENT_OF_1_5), tangent);
  return withSign(arctangentNear(-1 / size, HALF_PI, HALF_PI_LOW), tangent);
}

/** The direction of the point (x, y) in radians, in [−π, π], anticlockwise from +x. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const left = x < 0 || Object.is(x, -0);
  if (y === 0) return left ? withSign(Math.PI, y) : y;
  const [rise, run] = [Math.abs(y), Math.abs(x)];
  const bothInfinite = rise === Infinity && run === Infinity;
  const slope = bothInfinite ? 1 : rise / run;
  const steep = atan(slope);
  return withSign(left ? Math.PI - (steep - PI_LOW) : steep, y);
}

/** The direction of the point (x, y) in degrees, in [−180, 180]: exact at multiples of 45, never −0. */
export function atan2Degrees(y: number, x: number): number {
  const [rise, run] = [Math.abs(y), Math.abs(x)];
  if (rise === 0 && run === 0) return 0;
  // Within an eighth of the circle, so that the right angles and their halves are added exactly.
  const within = rise === run ? 45 : rise < run ? toDegrees(atan(rise / run)) : 90 - toDegrees(atan(run / rise));
  return withSign(x < 0 ? 180 - within : within, y) + 0;
}

/** e to a power. */
export function exp(power: number): number {
  if (Number.isNaN(power)) return NaN;
  if (power > 709.782712893384) return Infinity;
  if (power < -745.1332191019411) return 0;
  const twos = Math.abs(power) > 0.34657359027997264 ? Math.floor(power * LOG2_E + 0.5) : 0;
  const high = power - twos * LN_2_HIGH;
  const low = twos * LN_2_LOW;
  const rest = high - low;
  const curve = expCurve(rest);
  if (twos === 0) return 1 - ((rest * curve) / (curve - 2) - rest);
  return timesPowerOf2(1 - (low - (rest * curve) / (2 - curve) - high), twos);
}

/** The natural logarithm; −Infinity of 0, NaN of what is less. */
export function log(number: number): number {
  if (number === 0) return -Infinity;
  if (!(number > 0)) return NaN;
  if (number === Infinity) return Infinity;
  // number = (1 + f)·2^twos with 1 + f in [√½, √2).
  let twos = exponentOf(number);
  let mantissa = timesPowerOf2(number, -twos);
  if (mantissa >= Math.SQRT2) {
    mantissa *= 0.5;
    twos += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const halfSquare = 0.5 * f * f;
  if (twos === 0) return f - (halfSquare - s * (halfSquare + odd + even));
  return twos * LN_2_HIGH - (halfSquare - (s * (halfSquare + odd + even) + twos * LN_2_LOW) - f);
}

/** A base to a power, with the special values of `Math.pow`: `pow(0, 0)` is 1, a root of a negative number NaN. */
export function pow(base: number, power: number): number {
  if (power === 0) return 1;
  if (Number.isNaN(base) || Number.isNaN(power)) return NaN;
  const size = Math.abs(base);
  if (Math.abs(power) === Infinity) return size === 1 ? NaN : size > 1 === power > 0 ? Infinity : 0;
  const isOdd = Math.abs(power) % 2 === 1;
  const isNegative = base < 0 || Object.is(base, -0);
  const sign = isNegative && isOdd ? -1 : 1;
  if (size === 0 || size === Infinity) return sign * ((size === 0) === power > 0 ? 0 : Infinity);
  if (isNegative && !Number.isInteger(power)) return NaN;
  if (size === 1) return sign;
  if (power === 1) return base;
  if (power === 2) return base * base;
  if (power === -1) return 1 / base;
  if (power === 0.5) return Math.sqrt(base);
  return sign * powOfPositive(size, power);
}

/** Degrees to radians. */
export function toRadians(degrees: number): number {
  const high = degrees * DEGREE;
  return Number.isFinite(high) ? high + degreeRest(degrees, high) : high;
}

/** Radians to degrees. */
export function toDegrees(radians: number): number {
  return radians * RADIAN;
}

// ---- Angles ---------------------------------------------------------------------------------------------------------

/** An angle as a multiple of a right angle (modulo 4) and a rest within ±π/4 (or a hair more), in two parts. */
interface Reduced {
  readonly quadrant: number;
  readonly high: number;
  readonly low: number;
}

/** Takes whole right angles off an angle in radians. */
function reduce(radians: number): Reduced {
  const size = Math.abs(radians);
  if (size <= QUARTER_PI) return { quadrant: 0, high: radians, low: 0 };
  if (!(size < Infinity)) return { quadrant: 0, high: NaN, low: 0 };
  return size < 1_000_000 ? reduceSmall(radians) : reduceLarge(radians);
}

/** Cody and Waite: π/2 in parts of 33 bits, so that a count of up to 20 bits times a part is exact. */
function reduceSmall(radians: number): Reduced {
  const count = Math.floor(radians * TWO_OVER_PI + 0.5);
  let rest = radians - count * HALF_PI_1;
  let low = count * HALF_PI_1_REST;
  let high = rest - low;
  if (Math.abs(high) < Math.abs(radians) * TWO_TO_MINUS_16) {
    const before = rest;
    low = count * HALF_PI_2;
    rest = before - low;
    low = count * HALF_PI_2_REST - (before - rest - low);
    high = rest - low;
    if (Math.abs(high) < Math.abs(radians) * TWO_TO_MINUS_49) {
      const between = rest;
      low = count * HALF_PI_3;
      rest = between - low;
      low = count * HALF_PI_3_REST - (between - rest - low);
      high = rest - low;
    }
  }
  return { quadrant: count & 3, high, low: rest - high - low };
}

/** Payne and Hanek's idea with whole numbers: exact for the largest double. Rare, so its speed does not matter. */
function reduceLarge(radians: number): Reduced {
  const exponent = exponentOf(radians) - 52;
  const mantissa = BigInt(timesPowerOf2(Math.abs(radians), -exponent));
  // Right angles as a fixed-point number; whole turns are masked off at once.
  const places = BigInt(TWO_OVER_PI_PLACES - exponent);
  const rightAngles = (mantissa * TWO_OVER_PI_DIGITS) & ((4n << places) - 1n);
  const count = (rightAngles + (1n << (places - 1n))) >> places;
  const fraction = (rightAngles - (count << places)) >> (places - 190n);
  const angle = fraction * HALF_PI_DIGITS;
  const high = Number(angle);
  const low = Number(angle - BigInt(high));
  const sign = radians < 0 ? -1 : 1;
  return {
    quadrant: (sign * Number(count)) & 3,
    high: sign * timesPowerOf2(high, -318),
    low: sign * timesPowerOf2(low, -318),
  };
}

/** Takes whole right angles off an angle in degrees, exactly: `rest` is within ±45. */
function reduceDegrees(degrees: number): { readonly quadrant: number; readonly rest: number } {
  const withinTurn = degrees % 360;
  const count = Math.floor(withinTurn / 90 + 0.5);
  return { quadrant: count & 3, rest: withinTurn - count * 90 };
}

/** What `high`, the rounded product of an angle in degrees and π/180, leaves over. */
function degreeRest(degrees: number, high: number): number {
  if (Math.abs(degrees) > 1e290) return 0;
  const degreesHead = head(degrees);
  const degreesRest = degrees - degreesHead;
  const error = degreesHead * DEGREE_HEAD - high + degreesHead * DEGREE_REST + degreesRest * DEGREE_HEAD;
  return error + degreesRest * DEGREE_REST + degrees * DEGREE_LOW;
}

function quarterSineDegrees(quadrant: number, rest: number): number {
  // A third of a right angle is the only rational one (Niven's theorem).
  if (Math.abs(rest) === 30 && (quadrant & 1) === 0) return rest > 0 === ((quadrant & 2) === 0) ? 0.5 : -0.5;
  const high = rest * DEGREE;
  return quarterSine(quadrant, high, degreeRest(rest, high)) + 0;
}

/** The sine of `quadrant` right angles and a rest within ±π/4. */
function quarterSine(quadrant: number, high: number, low: number): number {
  const value = (quadrant & 1) === 0 ? sinKernel(high, low) : cosKernel(high, low);
  return (quadrant & 2) === 0 ? value : -value;
}

function sinKernel(x: number, rest: number): number {
  const z = x * x;
  const cube = z * x;
  const tail =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 + z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x - (z * (0.5 * rest - cube * tail) - rest - cube * -0.16666666666666632);
}

function cosKernel(x: number, rest: number): number {
  const z = x * x;
  const tail =
    z * (0.0416666666666666 + z * (-0.001388888888887411 + z * 2.480158728947673e-5)) +
    z * z * z * z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const half = 0.5 * z;
  const near = 1 - half;
  return near + (1 - near - half + (z * tail - x * rest));
}

/** The tangent within ±π/4, or −1 over it. */
function tanKernel(angle: number, angleRest: number, inverted: boolean): number {
  // x³/3 is below half a unit here; and −0 stays −0.
  if (Math.abs(angle) < TWO_TO_MINUS_27 && !inverted) return angle;
  const isLarge = Math.abs(angle) >= 0.67434;
  const sign = isLarge && angle < 0 ? -1 : 1;
  // Near π/4 by tan(π/4 − x) = (1 − tan x) / (1 + tan x).
  const x = isLarge ? QUARTER_PI - sign * angle + (QUARTER_PI_LOW - sign * angleRest) : angle;
  const rest = isLarge ? 0 : angleRest;
  const z = x * x;
  const w = z * z;
  const odd =
    0.13333333333320124 +
    w *
      (0.021869488294859542 +
        w *
          (0.0035920791075913124 +
            w * (0.0005880412408202641 + w * (7.817944429395571e-5 + w * -1.8558637485527546e-5))));
  const even =
    z *
    (0.05396825397622605 +
      w *
        (0.0088632398235993 +
          w *
            (0.0014562094543252903 +
              w * (0.0002464631348184699 + w * (7.140724913826082e-5 + w * 2.590730518636337e-5)))));
  const cube = z * x;
  const tail = rest + z * (cube * (odd + even) + rest) + 0.3333333333333341 * cube;
  const tangent = x + tail;
  if (isLarge) {
    const one = inverted ? -1 : 1;
    return sign * (one - 2 * (x - ((tangent * tangent) / (tangent + one) - tail)));
  }
  if (!inverted) return tangent;
  // −1 / (x + tail), with one correcting step.
  const tangentHead = head(tangent);
  const tangentRest = tail - (tangentHead - x);
  const inverse = -1 / tangent;
  const inverseHead = head(inverse);
  return inverseHead + inverse * (1 + inverseHead * tangentHead + inverseHead * tangentRest);
}

/** (arcsin √z − √z) / √z, for z in 0..¼. */
function arcRatio(z: number): number {
  const above =
    z *
    (0.16666666666666666 +
      z *
        (-0.3255658186224009 +
          z *
            (0.20121253213486293 +
              z * (-0.04005553450067941 + z * (0.0007915349942898145 + z * 3.479331075960212e-5)))));
  const below =
    1 + z * (-2.403394911734414 + z * (2.0209457602335057 + z * (-0.6882839716054533 + z * 0.07703815055590194)));
  return above / below;
}

/** The arctangent of a number within ±0.4375, added to one that is known in two parts. */
function arctangentNear(x: number, high: number, low: number): number {
  const z = x * x;
  const w = z * z;
  const even =
    z *
    (0.3333333333333293 +
      w *
        (0.14285714272503466 +
          w *
            (0.09090887133436507 + w * (0.06661073137387531 + w * (0.049768779946159324 + w * 0.016285820115365782)))));
  const odd =
    w *
    (-0.19999999999876483 +
      w * (-0.11111110405462356 + w * (-0.0769187620504483 + w * (-0.058335701337905735 + w * -0.036531572744216916))));
  return high === 0 ? x - x * (even + odd) : high - (x * (even + odd) - low - x);
}

// ---- Powers ---------------------------------------------------------------------------------------------------------

/** x − x²·P(x²), of which e^x is a fraction: 1 + 2x / (2 − …), for x within ±½·ln 2. */
function expCurve(x: number): number {
  const z = x * x;
  return (
    x -
    z *
      (0.16666666666666602 +
        z *
          (-0.0027777777777015593 +
            z * (6.613756321437934e-5 + z * (-1.6533902205465252e-6 + z * 4.1381367970572385e-8))))
  );
}

/** 2^(power · log₂ base), with the logarithm in two parts; for a positive, finite base that is not 1. */
function powOfPositive(base: number, power: number): number {
  // Past this, every base but the neighbors of 1 overflows or vanishes.
  if (Math.abs(power) > 2_147_483_648) {
    if (base < 0.999999) return power < 0 ? Infinity : 0;
    if (base > 1.000001) return power > 0 ? Infinity : 0;
  }
  const isFar = Math.abs(power) > 1.9e19;
  if (isFar) return base > 1 === power > 0 ? Infinity : 0;
  const { high: logHead, low: logRest } = Math.abs(power) > 2_147_483_648 ? log2NearOne(base) : log2InTwo(base);
  const powerHead = head(power);
  const low = (power - powerHead) * logHead + power * logRest;
  const high = powerHead * logHead;
  const exponent = low + high;
  if (exponent > 1024 || (exponent === 1024 && low + 8.008566259537294e-17 > exponent - high)) return Infinity;
  if (exponent < -1075 || (exponent === -1075 && low <= exponent - high)) return 0;
  return powerOf2(high, low, exponent);
}

/** 2^(high + low), where `sum` is the rounded sum. */
function powerOf2(high: number, low: number, sum: number): number {
  const twos = Math.abs(sum) > 0.5 ? Math.floor(sum + 0.5) : 0;
  const highRest = high - twos;
  const rest = head(low + highRest);
  const lnHigh = rest * LN_2_HEAD;
  const lnLow = (low - (rest - highRest)) * Math.LN2 + rest * LN_2_REST;
  const x = lnHigh + lnLow;
  const error = lnLow - (x - lnHigh);
  const curve = expCurve(x);
  const ratio = (x * curve) / (curve - 2) - (error + x * error);
  return timesPowerOf2(1 - (ratio - x), twos);
}

interface InTwo {
  /** Of at most 26 bits. */
  readonly high: number;
  readonly low: number;
}

/** log₂ for bases within 2^-20 of 1. */
function log2NearOne(base: number): InTwo {
  const t = base - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  const u = LOG2_E_HEAD * t;
  const v = t * LOG2_E_REST - w * LOG2_E;
  const high = head(u + v);
  return { high, low: v - (high - u) };
}

/** log₂ to about 70 bits, by the series of ln((1 + s) / (1 − s)) around 1 or 1½. */
function log2InTwo(base: number): InTwo {
  let twos = exponentOf(base);
  let x = timesPowerOf2(base, -twos);
  let center = 1;
  if (x >= 1.7320508075688772) {
    x *= 0.5;
    twos += 1;
  } else if (x >= 1.224744871391589) center = 1.5;

  // s = (x − center) / (x + center), in two parts.
  const above = x - center;
  const inverse = 1 / (x + center);
  const s = above * inverse;
  const sHead = head(s);
  const belowHead = head(x + center);
  const belowRest = x - (belowHead - center);
  const sRest = inverse * (above - sHead * belowHead - sHead * belowRest);

  // 3 + s² + …, in two parts; then log₂ x = 2/(3·ln 2) · s · that.
  const s2 = s * s;
  const tail =
    s2 *
      s2 *
      (0.5999999999999946 +
        s2 *
          (0.4285714285785502 +
            s2 *
              (0.33333332981837743 +
                s2 * (0.272728123808534 + s2 * (0.23066074577556175 + s2 * 0.20697501780033842))))) +
    sRest * (sHead + s);
  const headSquare = sHead * sHead;
  const sumHead = head(3 + headSquare + tail);
  const sumRest = tail - (sumHead - 3 - headSquare);
  const u = sHead * sumHead;
  const v = sRest * sumHead + sumRest * s;
  const productHead = head(u + v);
  const productRest = v - (productHead - u);
  const scaledHigh = TWO_THIRDS_LOG2_E_HEAD * productHead;
  const scaledLow =
    TWO_THIRDS_LOG2_E_REST * productHead + productRest * TWO_THIRDS_LOG2_E + (center === 1 ? 0 : LOG2_1_5_LOW);
  const centerHigh = center === 1 ? 0 : LOG2_1_5_HIGH;
  const high = head(scaledHigh + scaledLow + centerHigh + twos);
  return { high, low: scaledLow - (high - twos - centerHigh - scaledHigh) };
}

// ---- Bits -----------------------------------------------------------------------------------------------------------

/** The leading 26 bits of a number below 1e300: the product of two such heads is exact (Veltkamp). */
function head(number: number): number {
  const stretched = number * 134_217_729;
  return stretched - (stretched - number);
}

/** A size with the sign of another number, which may be −0. */
function withSign(size: number, sign: number): number {
  return sign < 0 || Object.is(sign, -0) ? -size : size;
}

/** The power of 2 that leads a finite number other than 0: 1 ≤ |number| / 2^exponent < 2. */
function exponentOf(number: number): number {
  bits.setFloat64(0, number);
  const field = (bits.getUint16(0) >> 4) & 0x7ff;
  // Subnormal numbers have no leading bit of their own.
  return field === 0 ? exponentOf(number * TWO_TO_64) - 64 : field - 1023;
}

/** number · 2^twos, rounded once; `twos` is an integer. */
function timesPowerOf2(number: number, twos: number): number {
  if (twos > 1023) return timesPowerOf2(number * normalPowerOf2(1023), twos - 1023);
  if (twos >= -1022) return number * normalPowerOf2(twos);
  // Only the last of these products can be subnormal, and so only it rounds: callers pass numbers of at least 2^-54.
  return number * normalPowerOf2(twos + 600) * normalPowerOf2(-600);
}

function normalPowerOf2(twos: number): number {
  bits.setUint32(0, (twos + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

const bits = new DataView(new ArrayBuffer(8));

// ---- Constants: a name without suffix is the nearest double, LOW what it lacks; HEAD and REST split it ----------------

const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;
const QUARTER_PI = 0.7853981633974483;
const QUARTER_PI_LOW = 3.061616997868383e-17;
const PI_LOW = 1.2246467991473532e-16;
const TWO_OVER_PI = 0.6366197723675814;
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_1_REST = 6.077100506506192e-11;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_2_REST = 2.0222662487959506e-21;
const HALF_PI_3 = 2.0222662487111665e-21;
const HALF_PI_3_REST = 8.4784276603689e-32;
const ARCTANGENT_OF_HALF = [0.4636476090008061, 2.2698777452961687e-17] as const;
const ARCTANGENT_OF_1 = [QUARTER_PI, QUARTER_PI_LOW] as const;
const ARCTANGENT_OF_1_5 = [0.982793723247329, 1.3903311031230998e-17] as const;
const DEGREE = 0.017453292519943295;
const DEGREE_LOW = 2.9486522708701687e-19;
const DEGREE_HEAD = head(DEGREE);
const DEGREE_REST = DEGREE - DEGREE_HEAD;
const RADIAN = 57.29577951308232;
const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;
const LN_2_HEAD = 0.6931471824645996;
const LN_2_REST = -1.904654299957768e-9;
const LOG2_E = Math.LOG2E;
const LOG2_E_HEAD = 1.4426950216293335;
const LOG2_E_REST = 1.9259629911266175e-8;
const LOG2_1_5_HIGH = 0.5849624872207642;
const LOG2_1_5_LOW = 1.350039202129749e-8;
const TWO_THIRDS_LOG2_E = 0.9617966939259756;
const TWO_THIRDS_LOG2_E_HEAD = 0.9617967009544373;
const TWO_THIRDS_LOG2_E_REST = -7.028461650952758e-9;
const TWO_TO_64 = 1.8446744073709552e19;
const TWO_TO_MINUS_16 = 0.0000152587890625;
const TWO_TO_MINUS_27 = 7.450580596923828e-9;
const TWO_TO_MINUS_49 = 1.7763568394002505e-15;

/** 2/π · 2^1216, rounded down: enough places for the largest double and its worst cancellation. */
const TWO_OVER_PI_PLACES = 1216;
const TWO_OVER_PI_DIGITS = BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c' +
    'fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f' +
    'ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08' +
    '56033046fc7b6bab',
);
/** π/2 · 2^128, rounded down. */
const HALF_PI_DIGITS = 0x1921fb54442d18469898cc51701b839a2n;
