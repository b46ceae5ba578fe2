// The wording of refusals that several places share, in the codes and voice of the checker's diagnostics.
import type { Bound } from './attributes.ts';
import type { Constant } from './constant.ts';
import type { Demand, Result } from './demand.ts';
import type { RefusalParts } from './run.ts';
import {
  describeTypes,
  INTEGER,
  NONE,
  NUMERIC,
  OPEN,
  POSITION,
  type TypeSet,
  union,
  VIEW_POSITION,
} from './type-set.ts';

/** A value has another type than its place asks for. */
export function mismatch(wanted: Demand, found: Result, what = 'this value'): RefusalParts {
  const expected = expectedTypes(wanted);
  const types = found.hinted === NONE ? found.plain : found.hinted;
  const notes = [`expected: ${describeTypes(expected)}`, `found:    ${describeTypes(types)}`];
  if (types.bits & VIEW_POSITION && expected.bits & POSITION && expected.frame > 0) {
    const message = `${what} is a point of the camera's frame, and another frame encloses this place`;
    return { code: 'view-in-frame', title: 'view under a frame', message, notes, blames: 'before' };
  }
  if (types.bits & expected.bits & POSITION && types.frame !== OPEN) {
    const message = `${what} was measured in another frame`;
    return { code: 'mixed-frames', title: 'positions of different frames', message, notes, blames: 'before' };
  }
  const numeric = (set: TypeSet) => (set.bits & NUMERIC) !== 0 && (set.bits & ~NUMERIC) === 0;
  const whole = expected.bits & INTEGER && (expected.bits & NUMERIC) === INTEGER;
  if (numeric(expected) && numeric(types)) {
    return whole
      ? {
          code: 'not-an-integer',
          title: 'not an integer',
          message: `${what} need not be a whole number`,
          notes,
          blames: 'before',
        }
      : {
          code: 'wrong-dimension',
          title: 'wrong dimension',
          message: `${what} is of another dimension`,
          notes,
          blames: 'before',
        };
  }
  return { code: 'wrong-type', title: 'wrong type', message: `${what} is of another type`, notes, blames: 'before' };
}

function expectedTypes(wanted: Demand): TypeSet {
  return wanted.hint !== NONE ? wanted.hint : union(wanted.plain, NONE);
}

/** A constant does not keep the bounds of its place. */
export function outOfBounds(bound: Bound, value: Constant, blames: RefusalParts['blames'] = 'before'): RefusalParts {
  const { type, name } = bound;
  if (bound.nonzero && value === 0) {
    return { code: 'division-by-zero', title: 'division by zero', message: `${name} is 0`, blames };
  }
  if (type.kind === 'enumeration') {
    return {
      code: 'unknown-word',
      title: 'a word that does not fit',
      message: `\`${String(value)}\` is no ${name} here`,
      notes: [`${name} is one of ${type.words.join(', ')}`],
      candidates: type.words,
      blames,
    };
  }
  if (typeof value === 'object' && !Array.isArray(value)) {
    const { asset } = value as { readonly asset: string };
    return {
      code: 'wrong-class',
      title: 'asset of another class',
      message: `\`${asset}\` is no ${bound.assetClass ?? 'asset'}`,
      blames,
    };
  }
  const { range } = type as { readonly range?: { readonly min?: number; readonly max?: number } };
  const notes = range === undefined ? [] : [`${name} lies between ${range.min ?? '−∞'} and ${range.max ?? '∞'}`];
  return {
    code: 'out-of-range',
    title: 'out of range',
    message: `${JSON.stringify(value)} is out of range`,
    notes,
    blames,
  };
}
