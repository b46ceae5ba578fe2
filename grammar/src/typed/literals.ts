// Which numbers, texts, colors and holes may stand at a place.
import { type Dimension, type Interval, UNITS } from '@diorama/vocabulary';
import { ASSET_CLASSES } from '../catalog.ts';
import {
  inRanges,
  isColor,
  isWellFormed,
  type NumberExpectation,
  type NumberUnit,
  readNumber,
  type TextExpectation,
  textOf,
} from '../expectation.ts';
import type { Bound, PrimaryAttributes } from './attributes.ts';
import { accepts, type Demand, type Result, wants } from './demand.ts';
import { boundRanges, complete, fitsText, result } from './expressions.ts';
import { mismatch, outOfBounds } from './reasons.ts';
import { type Run, refuse } from './run.ts';
import {
  ANGLE,
  ANY,
  BOOLEAN,
  COLOR,
  INTEGER,
  LENGTH,
  meets,
  NONE,
  NUMBER,
  ofBits,
  TEXT,
  type TypeSet,
} from './type-set.ts';

const WHOLE = ofBits(INTEGER | NUMBER | LENGTH | ANGLE);
const FRACTION = ofBits(NUMBER | LENGTH | ANGLE);
const OF_DIMENSION: Readonly<Record<Dimension, TypeSet>> = {
  number: ofBits(NUMBER),
  length: ofBits(LENGTH),
  angle: ofBits(ANGLE),
};
const UNIT_TYPES: ReadonlyMap<string, TypeSet> = new Map(
  UNITS.map(({ name, dimension }) => [name, OF_DIMENSION[dimension]]),
);

/** Takes a number. */
export function takeNumber(run: Run, of: PrimaryAttributes, text: string): PrimaryAttributes | undefined {
  const number = readNumber(text);
  if (number === undefined) {
    const unit = text.replace(/^[0-9.]+([eE][+-]?[0-9]+)?/, '');
    const candidates = UNITS.map(({ name }) => name);
    return refuse(run, () => ({
      code: 'unknown-unit',
      title: 'unknown unit',
      message: `\`${unit}\` is no unit`,
      notes: [`units are ${candidates.join(' ')}`],
      candidates,
    }));
  }
  const { unit, integer, value } = number;
  if (!Number.isFinite(value)) {
    return refuse(run, () => ({ code: 'not-finite', title: 'number too large', message: 'no number is that large' }));
  }
  const types = unit === '' ? (integer ? WHOLE : FRACTION) : (UNIT_TYPES.get(unit) ?? NONE);
  const found: Result = result(types, true, value);
  if (!accepts(of.wanted, found))
    return refuse(run, () => ({ ...mismatch(of.wanted, found, `\`${text}\``), blames: 'lexeme' }));
  const { bound } = of;
  if ((of.literal || bound?.strict) && bound !== undefined && !inRanges(magnitudes(bound), value)) {
    return refuse(run, () => outOfBounds(bound, bound.negated ? -value : value, 'lexeme'));
  }
  return { ...of, have: found };
}

/** What numbers may stand here; nothing if none. */
export function expectNumber({ wanted, bound, literal }: PrimaryAttributes): NumberExpectation | undefined {
  const units = unitsFor(wanted);
  if (units.length === 0) return undefined;
  const negated = bound?.negated ?? false;
  const strict = literal || (bound?.strict ?? false);
  const ranges = magnitudes(bound);
  if (!strict && ranges === undefined) return { kind: 'number', units, negated };
  const bounded = units.map((unit) => ({
    ...unit,
    bounded: strict,
    ...(ranges && (unit.direct || strict) && { ranges }),
  }));
  return { kind: 'number', units: bounded, negated };
}

const unitsByDemand: (readonly NumberUnit[])[] = [];

/** The units of numbers that would serve, without bounds. */
function unitsFor(wanted: Demand): readonly NumberUnit[] {
  let units = unitsByDemand[wanted.id];
  if (units === undefined) {
    const unit = (name: string, types: TypeSet, integer = false): readonly NumberUnit[] => {
      if (!wants(wanted, types)) return [];
      const dimensions = dimensionsOf(types, wanted);
      return [{ name, dimensions, integer, bounded: false, direct: isDirect(wanted, types) }];
    };
    const bare = unit('', FRACTION);
    const whole = bare.length > 0 ? bare : unit('', WHOLE, true);
    units = [...whole, ...[...UNIT_TYPES].flatMap(([name, types]) => unit(name, types))];
    unitsByDemand[wanted.id] = units;
  }
  return units;
}

/** Whether a value of these types may stand alone where this is wanted. */
export function isDirect({ hint }: Demand, types: TypeSet): boolean {
  return hint === NONE || meets(types, hint);
}

function dimensionsOf(types: TypeSet, { hint }: Demand): readonly Dimension[] {
  const serves = (one: TypeSet) => hint === NONE || hint.any || meets(one, hint) || !meets(types, hint);
  return (Object.entries(OF_DIMENSION) as [Dimension, TypeSet][])
    .filter(([name, one]) => meets(types, one) && serves(name === 'number' ? ofBits(INTEGER | NUMBER) : one))
    .map(([name]) => name);
}

/** The ranges of a bounded number without its sign. */
function magnitudes(bound: Bound | undefined): readonly Interval[] | undefined {
  const ranges = boundRanges(bound);
  if (bound === undefined) return undefined;
  const signed = bound.negated ? ranges?.map(mirrored) : ranges;
  if (!bound.nonzero) return signed;
  return (signed ?? [{}]).map((range) => ((range.min ?? -1) <= 0 ? { ...range, min: 0, minExclusive: true } : range));
}

function mirrored({ min, max, minExclusive = false, maxExclusive = false }: Interval): Interval {
  return {
    ...(max !== undefined && { min: -max, minExclusive: maxExclusive }),
    ...(min !== undefined && { max: -min, maxExclusive: minExclusive }),
  };
}

const A_TEXT = ofBits(TEXT);
const A_COLOR = ofBits(COLOR);
const A_BOOLEAN = ofBits(BOOLEAN);

export function takeText(run: Run, of: PrimaryAttributes, spelling: string): PrimaryAttributes | undefined {
  if (!isWellFormed(spelling)) {
    return refuse(run, () => ({
      code: 'bad-escape',
      title: 'unknown escape',
      message: 'texts have the escapes of JSON',
    }));
  }
  const text = textOf(spelling);
  const found = result(A_TEXT, true, text);
  const { bound } = of;
  if (bound?.type.kind === 'text' && !fitsText(run, bound, text)) return refuse(run, () => unfit(run, bound, text));
  return complete(run, { ...of, bound: undefined }, found);
}

function unfit(run: Run, bound: Bound, text: string) {
  const candidates = choices(run, bound)?.() ?? [];
  const { form, file } = bound.type as { readonly form?: string; readonly file?: string };
  if (text.trim() === '') return { code: 'out-of-range', title: 'empty text', message: `${bound.name} is not empty` };
  if (file !== undefined)
    return { code: 'unreadable-file', title: 'unreadable file', message: 'no such file is known', candidates };
  if (form === undefined)
    return { code: 'out-of-range', title: 'text out of range', message: 'this text does not fit' };
  if (!text.includes('/')) {
    return {
      code: 'malformed-asset-id',
      title: 'malformed asset id',
      message: 'an asset id reads `class/species`',
      candidates,
    };
  }
  if (bound.assetClass !== undefined && !text.startsWith(`${bound.assetClass}/`)) {
    return {
      code: 'wrong-class',
      title: 'asset of another class',
      message: `this is no ${bound.assetClass}`,
      candidates,
    };
  }
  return { code: 'unknown-asset', title: 'unknown asset', message: 'the library has no such asset', candidates };
}

export function expectText(run: Run, { wanted, bound }: PrimaryAttributes): TextExpectation | undefined {
  if (!wants(wanted, A_TEXT)) return undefined;
  const type = bound?.type.kind === 'text' ? bound.type : undefined;
  const known = bound && choices(run, bound);
  if (known !== undefined && known().length === 0) return undefined;
  return {
    kind: 'text',
    ...(type?.form && { form: type.form }),
    ...(type?.file && { form: type.file }),
    nonEmpty: type?.nonEmpty ?? false,
    ...(known && { choices: known }),
    closed: known !== undefined,
    takes: (text) => bound === undefined || type === undefined || fitsText(run, bound, text),
    key: `${type?.form ?? type?.file} ${type?.nonEmpty} ${type && bound?.assetClass}`,
  };
}

/** The texts that are known to fit. */
function choices({ catalog }: Run, bound: Bound): (() => readonly string[]) | undefined {
  const { assets, embeddings, images } = catalog;
  if (bound.type.kind !== 'text') return undefined;
  if (bound.type.form === 'asset-id' && assets !== undefined) {
    return () =>
      (bound.assetClass === undefined ? ASSET_CLASSES : [bound.assetClass]).flatMap((name) => [...assets.ids(name)]);
  }
  if (bound.type.file === 'image' && images !== undefined) return () => [...images];
  if (bound.type.file !== 'safetensors' || embeddings === undefined) return undefined;
  const spaces = assets?.spaces ?? [];
  return () =>
    [...embeddings].flatMap(([path, { space }]) => (spaces.length === 0 || spaces.includes(space) ? [path] : []));
}

/** Whether the library is known to have assets of a class, or of any. */
export function hasAssets({ catalog: { assets } }: Run, assetClass: string | undefined): boolean {
  if (assets === undefined) return true;
  return (assetClass === undefined ? ASSET_CLASSES : [assetClass]).some((name) => [...assets.ids(name)].length > 0);
}

export function takeColor(run: Run, of: PrimaryAttributes, text: string): PrimaryAttributes | undefined {
  if (!isColor(text)) {
    return refuse(run, () => ({ code: 'invalid-color', title: 'invalid color', message: 'a color reads `#rrggbb`' }));
  }
  return complete(run, of, result(A_COLOR, true));
}
export function expectsColor({ wanted }: PrimaryAttributes): boolean {
  return wants(wanted, A_COLOR);
}

export function takeBoolean(run: Run, of: PrimaryAttributes): PrimaryAttributes | undefined {
  return complete(run, of, result(A_BOOLEAN, true));
}

/** `?` stands for any value of a program that people write, but for what must be known at once. */
export function takeHole(run: Run, of: PrimaryAttributes): PrimaryAttributes | undefined {
  if (of.literal) {
    return refuse(run, () => ({
      code: 'misused-annotation',
      title: 'unknown value',
      message: 'this value must be known',
    }));
  }
  return complete(run, of, result(ANY, false));
}
