// Sets of types: what an expression may turn out to be, and what its place takes. Equal sets are one object.
import { type ElementMember, findMember, MEMBERS, type ValueType } from '@diorama/vocabulary';

export const INTEGER = 1;
export const NUMBER = 2;
export const LENGTH = 4;
export const ANGLE = 8;
export const BOOLEAN = 16;
export const TEXT = 32;
export const COLOR = 64;
export const POSITION = 128;
export const VIEW_POSITION = 256;
export const VECTOR = 512;
export const ROTATION = 1024;
export const APPEARANCE = 2048;
export const REGION = 4096;
/** A labelled element whose `at` is a Position of `frame`, or a ViewPosition. */
export const ELEMENT = 8192;
export const VIEWED_ELEMENT = 16384;
export const ELEMENTS = ELEMENT | VIEWED_ELEMENT;
/** In what a place takes: a value of any enumeration, though no bare word. */
export const ANY_WORD = 32768;
/** Beside Position and Vector: a difference, which is a Vector if nothing is expected. */
export const LIKELY_VECTOR = 65536;
export const NUMERIC = INTEGER | NUMBER | LENGTH | ANGLE;
export const DIMENSIONS = NUMBER | LENGTH | ANGLE;
export const POINT = POSITION | VECTOR;

/** Frames are numbered from the world inwards: 0, 1, …. A literal's position is of no frame yet. */
export const OPEN = -1;
/** Where positions of every frame are taken. */
export const ANYWHERE = -2;
/** Where only literals are taken: the parameters of a prefab, which are of its own frame. */
export const NOWHERE = -3;

export interface TypeSet {
  readonly id: number;
  /** Everything: what a hole may be, or what an untyped `let` takes. */
  readonly any: boolean;
  readonly bits: number;
  /** The frame of its Position, or of its element's. */
  readonly frame: number;
  /** The name of its enumeration, or ''. */
  readonly enumeration: string;
  /** Bits of T for Range[T]. */
  readonly range: number;
  readonly list: TypeSet | undefined;
  /** What can be read of its element; in what a place takes, what must be. */
  readonly members: readonly ElementMember[];
}
type Parts = Partial<Omit<TypeSet, 'id'>>;

const NO_MEMBERS: readonly ElementMember[] = [];
const interned = new Map<string, TypeSet>();

/** The one object for a set with these parts. */
export function typeSet(parts: Parts): TypeSet {
  const { any = false, bits = 0, frame = OPEN, enumeration = '', range = 0, list } = parts;
  const members = bits & ELEMENTS ? (parts.members ?? NO_MEMBERS) : NO_MEMBERS;
  const placed = bits & (POSITION | ELEMENT) ? frame : OPEN;
  const key = any
    ? 'any'
    : `${bits} ${placed} ${enumeration} ${range} ${list === undefined ? '' : list.id} ${members.join()}`;
  let found = interned.get(key);
  if (found === undefined) {
    found = any
      ? { id: interned.size, any, bits: 0, frame: OPEN, enumeration: '', range: 0, list: undefined, members }
      : { id: interned.size, any, bits, frame: placed, enumeration, range, list, members };
    interned.set(key, found);
  }
  return found;
}

export const NONE = typeSet({});
export const ANY = typeSet({ any: true });
const simple = new Map<number, TypeSet>();
export function ofBits(bits: number): TypeSet {
  let found = simple.get(bits);
  if (found === undefined) {
    found = typeSet({ bits });
    simple.set(bits, found);
  }
  return found;
}
export function listOf(items: TypeSet): TypeSet {
  return typeSet({ list: items });
}
export function rangeOf(bits: number): TypeSet {
  return typeSet({ range: bits });
}

/** Both ways of a memo on pairs of sets. */
function onPairs<T>(compute: (a: TypeSet, b: TypeSet) => T): (a: TypeSet, b: TypeSet) => T {
  const known = new Map<number, T>();
  return (a, b) => {
    const key = a.id * 67108864 + b.id;
    let found = known.get(key);
    if (found === undefined) {
      found = compute(a, b);
      known.set(key, found);
    }
    return found;
  };
}

export const union = onPairs((a, b): TypeSet => {
  if (a === NONE || a === b || b.any) return b;
  if (b === NONE || a.any) return a;
  const placed = POSITION | ELEMENT;
  const frame = !(a.bits & placed) ? b.frame : !(b.bits & placed) || a.frame === b.frame ? a.frame : ANYWHERE;
  const list = a.list === undefined ? b.list : b.list === undefined ? a.list : union(a.list, b.list);
  return typeSet({
    bits: a.bits | b.bits,
    frame,
    enumeration: a.enumeration || b.enumeration,
    range: a.range | b.range,
    list,
    members: !(a.bits & ELEMENTS) ? b.members : !(b.bits & ELEMENTS) ? a.members : commonMembers(a, b),
  });
});

/** What `found` can be at once with `expected`: an Integer stays one where a Number is expected. */
export const meet = onPairs((found, expected): TypeSet => {
  if (expected.any) return found;
  if (found.any) return expected;
  let bits = found.bits & expected.bits;
  if (bits & NUMBER) bits |= found.bits & INTEGER;
  if (bits & POSITION && !framesAgree(found.frame, expected.frame)) bits &= ~POSITION;
  if (bits & ELEMENTS && !expected.members.every((member) => found.members.includes(member))) bits &= ~ELEMENTS;
  const enumeration = found.enumeration === expected.enumeration || expected.bits & ANY_WORD ? found.enumeration : '';
  let range = found.range & expected.range;
  if (range & NUMBER) range |= found.range & INTEGER;
  const list = found.list && expected.list && meet(found.list, expected.list);
  const frame = found.frame === OPEN ? Math.max(expected.frame, OPEN) : found.frame;
  return typeSet({ bits, frame, enumeration, range, list: list === NONE ? undefined : list, members: found.members });
});

/** What two branches of one value, or two items of a list, can be together: Integer and Number make Number. */
export const join = onPairs((a, b): TypeSet => {
  if (a.any) return b;
  if (b.any) return a;
  const list = a.list && b.list && join(a.list, b.list);
  return typeSet({
    bits: a.bits & b.bits & ~LIKELY_VECTOR,
    frame: a.frame === OPEN ? b.frame : a.frame,
    enumeration: a.enumeration === b.enumeration ? a.enumeration : '',
    range: a.range & b.range,
    list: list === NONE ? undefined : list,
    members: commonMembers(a, b),
  });
});

function commonMembers(a: TypeSet, b: TypeSet): readonly ElementMember[] {
  return a.members.filter((member) => b.members.includes(member));
}

/** Whether `found` can be something that `expected` takes. */
export function meets(found: TypeSet, expected: TypeSet): boolean {
  return meet(found, expected) !== NONE;
}

function framesAgree(found: number, expected: number): boolean {
  return found === OPEN || expected === OPEN || expected === ANYWHERE || found === expected;
}

const settledSets = new Map<number, TypeSet>();

/** The type that a literal has when nothing is expected: `4` is Integer, `4.0` Number, a tuple a Position of `frame`. */
export function settled(found: TypeSet, frame: number): TypeSet {
  const key = found.id * 1024 + frame;
  let result = settledSets.get(key);
  if (result === undefined) {
    result = settle(found, frame);
    settledSets.set(key, result);
  }
  return result;
}

function settle(found: TypeSet, frame: number): TypeSet {
  const { bits, list, range } = found;
  if (bits & NUMERIC) return ofBits(settledNumber(bits));
  if (bits & VECTOR && bits & LIKELY_VECTOR) return ofBits(VECTOR);
  if (bits & POSITION) return typeSet({ bits: POSITION, frame: found.frame === OPEN ? frame : found.frame });
  if (range !== 0) return rangeOf(settledNumber(range));
  return list === undefined ? found : listOf(settled(list, frame));
}
function settledNumber(bits: number): number {
  const measures = bits & (LENGTH | ANGLE);
  // A measure over a bare literal, `far / 2`, is a measure.
  if (measures !== 0 && (bits & DIMENSIONS) !== DIMENSIONS) return measures;
  if (bits & INTEGER) return INTEGER | NUMBER;
  return bits & NUMBER ? NUMBER : measures;
}

/** The type of a value without a hint: points inside lists are positions then. */
export function pointsSettled(found: TypeSet, frame: number): TypeSet {
  if (found.bits & POSITION) return settled(found, frame);
  return found.list === undefined || found.any ? found : listOf(pointsSettled(found.list, frame));
}

/** The types that a value of the vocabulary's type has in a frame; points inside of lists may be of another. */
export function typesOf(type: ValueType, frame: number, frameInLists = ANYWHERE): TypeSet {
  switch (type.kind) {
    case 'number':
      return ofBits(NUMBER);
    case 'integer':
      return ofBits(INTEGER);
    case 'length':
      return ofBits(LENGTH);
    case 'angle':
      return ofBits(ANGLE);
    case 'boolean':
      return ofBits(BOOLEAN);
    case 'text':
      return ofBits(TEXT);
    case 'color':
      return ofBits(COLOR);
    case 'position':
      // A point of the camera's frame fits only where no frame encloses the place.
      return typeSet({ bits: type.view && frame === 0 ? POSITION | VIEW_POSITION : POSITION, frame });
    case 'view-position':
      return ofBits(VIEW_POSITION);
    case 'vector':
      return ofBits(VECTOR);
    case 'rotation':
      return ofBits(ROTATION);
    case 'appearance':
      return ofBits(APPEARANCE);
    case 'region':
      return ofBits(REGION);
    case 'enumeration':
      return typeSet({ enumeration: type.name });
    case 'range':
      return rangeOf(typesOf(type.of, ANYWHERE).bits & NUMERIC);
    case 'list':
      return listOf(typesOf(type.of, frameInLists, frameInLists));
    case 'element':
      return ofBits(ELEMENT);
    case 'variable':
      return type.over === 'numeric' ? ofBits(NUMERIC) : ANY;
  }
}

/** A value of a declared type as a name has it: an Integer is a Number, too, and points of no frame are open. */
export function named(types: TypeSet): TypeSet {
  if (types.any) return types;
  const widen = (bits: number) => (bits & INTEGER ? bits | NUMBER : bits);
  return typeSet({
    ...types,
    frame: Math.max(types.frame, OPEN),
    bits: widen(types.bits),
    range: widen(types.range),
    list: types.list && named(types.list),
  });
}

/** What `.name` gives; nothing if there is no such member. */
export function memberOf(base: TypeSet, name: string): TypeSet | undefined {
  if (base.any) return MEMBERS.some((member) => member.name === name) ? ANY : undefined;
  const isElement = (base.bits & ELEMENTS) !== 0;
  if (isElement && !base.members.some((member) => member === name)) return undefined;
  const found = isElement ? findMember('element', name) : base.bits & POINT ? findMember('position', name) : undefined;
  if (found === undefined) return undefined;
  if (found.type.kind !== 'position') return typesOf(found.type, OPEN);
  if (base.bits & VIEWED_ELEMENT) return ofBits(VIEW_POSITION);
  return typeSet({ bits: POSITION, frame: base.frame });
}

/** The types in the words of the language: `Length or Angle`. */
export function describeTypes(types: TypeSet): string {
  const words: string[] = [];
  const add = (bit: number, name: string) => types.bits & bit && words.push(name);
  if (types.any) return 'any value';
  if (types.bits & INTEGER && !(types.bits & LENGTH)) words.push('Integer');
  else add(NUMBER, 'Number');
  add(LENGTH, 'Length');
  add(ANGLE, 'Angle');
  add(BOOLEAN, 'Boolean');
  add(TEXT, 'Text');
  add(COLOR, 'Color');
  add(POSITION, 'Position');
  add(VIEW_POSITION, 'ViewPosition');
  add(VECTOR, 'Vector');
  add(ROTATION, 'Rotation');
  add(APPEARANCE, 'Appearance');
  add(REGION, 'Region');
  if (types.bits & ELEMENTS) words.push('Element');
  if (types.enumeration !== '') words.push(types.enumeration);
  if (types.range !== 0) words.push(`Range[${describeTypes(ofBits(types.range))}]`);
  if (types.list !== undefined) words.push(`List[${describeTypes(types.list)}]`);
  return words.join(' or ');
}
