// Turns numbers into bins of equal width on their natural scale, and bins into the numbers in their middles.
import { clampInto, fromScale, toScale, wrapped } from './scale.ts';
import type { NumberComponent, Slot, SlotValue } from './slot.ts';

/** The bin of a number, 0..bins − 1; what lies outside of the slot's span falls into the first or last. */
export function quantise(slot: NumberComponent, value: number, bins = slot.bins): number {
  const { low, width } = binsOf(slot, bins);
  const index = Math.floor((toScale(slot.scale, value) - low) / width);
  return Math.min(bins - 1, Math.max(0, index));
}

/**
 * The number in the middle of a bin, inside of the slot's bounds; of an integer the nearest. What was quantised comes back
 * within {@link quantisationError} on the slot's scale if it lay in its span, a circular number a whole period away.
 */
export function dequantise(slot: NumberComponent, index: number, bins = slot.bins): number {
  const { low, width } = binsOf(slot, bins);
  return clampNumber(slot, fromScale(slot.scale, low + (index + 0.5) * width));
}

/**
 * The greatest error of a number in bins, on the slot's scale: half a bin. For a linear or circular number that is in its
 * unit; for a logarithmic one it is of ln(v + resolution), so 0.01 is 1 %. Rounding to integers comes on top of it.
 */
export function quantisationError(slot: NumberComponent, bins = slot.bins): number {
  return binsOf(slot, bins).width / 2;
}

function binsOf(
  { scale, span: [from, to] }: NumberComponent,
  bins: number,
): { readonly low: number; readonly width: number } {
  if (scale.kind === 'circular') return { low: -scale.period / 2, width: scale.period / bins };
  const low = toScale(scale, from);
  return { low, width: (toScale(scale, to) - low) / bins };
}

/** The nearest number that a slot takes. An angle that is out of bounds is first brought round to within half a turn. */
export function clampNumber({ type, range, scale }: NumberComponent, value: number): number {
  const resolution = scale.kind === 'log' || scale.kind === 'signed-log' ? scale.resolution : 0;
  const outside = clampInto(range, value) !== value;
  const turned = outside && scale.kind === 'circular' ? wrapped(value, scale.period) : value;
  if (type !== 'integer') return clampInto(range, turned, resolution) + 0;
  const { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = range;
  return Math.min(max, Math.max(min, Math.round(turned))) + 0;
}

/**
 * The value that a slot takes for what a model's head gave: numbers within their bounds, rows within their file, `#rrggbb`
 * in lower case. Texts cannot be mended and are given back; NaN and infinities are an error of the caller: RangeError.
 */
export function clampValue(slot: Slot, value: SlotValue): SlotValue {
  for (const part of typeof value === 'string' ? [] : [value].flat()) {
    if (!Number.isFinite(part)) throw new RangeError(`a decision has finite numbers, not ${part}`);
  }
  switch (slot.kind) {
    case 'number':
      return typeof value === 'number' ? clampNumber(slot, value) : value;
    case 'row':
      return typeof value === 'number' ? Math.min((slot.rows ?? Infinity) - 1, Math.max(0, Math.round(value))) : value;
    case 'rotation': {
      if (typeof value === 'string') return value;
      const parts = [value].flat();
      const clamped = slot.components.map((component, index) => clampNumber(component, parts[index] ?? 0));
      if (!slot.nonzero || clamped.some((part) => part !== 0)) return clamped;
      // No turn at all: the identity of a quaternion ends in 1, that of a matrix has 1 along its diagonal.
      const side = clamped.length === 9 ? 4 : clamped.length;
      return clamped.map((_, index) =>
        clamped.length === 9 ? Number(index % side === 0) : Number(index === side - 1),
      );
    }
    case 'color':
      return typeof value === 'string' ? value.toLowerCase() : value;
    case 'text':
      return value;
  }
}
