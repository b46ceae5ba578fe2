// What an expression has to become, and how that passes down the levels of the grammar: the demand on a sum tells the
// demand on its first product, and so on to the literal. A prefix is refused exactly if no completion meets its demand.

import { type ElementMember, KINDS } from '@diorama/vocabulary';
import type { Constant } from './constant.ts';
import {
  ANGLE,
  ANY,
  ANY_WORD,
  ANYWHERE,
  BOOLEAN,
  COLOR,
  DIMENSIONS,
  ELEMENTS,
  INTEGER,
  join,
  LENGTH,
  LIKELY_VECTOR,
  meet,
  meets,
  memberOf,
  NONE,
  NOWHERE,
  NUMBER,
  NUMERIC,
  OPEN,
  ofBits,
  POINT,
  POSITION,
  pointsSettled,
  rangeOf,
  settled,
  TEXT,
  type TypeSet,
  typeSet,
  union,
  VECTOR,
} from './type-set.ts';

/** An expression that has been read: what it may be. */
export interface Result {
  /** Where its place told it what to be. */
  readonly hinted: TypeSet;
  /** As an operand, or where nothing is expected: no bare words, and points within lists and branches are positions. */
  readonly plain: TypeSet;
  /** Whether no draw, parameter or loop goes into it. */
  readonly constant: boolean;
  /** Its value, as far as it is worth knowing. */
  readonly value?: Constant;
  /** A list without items: every index is outside of it. */
  readonly empty?: boolean;
}

/** What an expression has to become; it is met if any of its parts is. Equal demands are one object. */
export interface Demand {
  readonly id: number;
  /** What its place expects: literals, words and lists are told so. */
  readonly hint: TypeSet;
  /** What serves without being told: an operand of an operator that leads on, or anything where nothing is expected. */
  readonly plain: TypeSet;
  /** A list serves whose items meet this. */
  readonly listOf: Demand | undefined;
  /** What serves from which members and indexes lead to one of these. */
  readonly via: readonly Demand[];
}
type Parts = Partial<Omit<Demand, 'id'>>;

const interned = new Map<string, Demand>();

export function demand(parts: Parts): Demand {
  const { hint = NONE, plain = NONE, listOf, via = [] } = parts;
  const key = `${hint.id} ${plain.id} ${listOf === undefined ? '' : listOf.id} ${via.map(({ id }) => id).join()}`;
  let found = interned.get(key);
  if (found === undefined) {
    found = { id: interned.size, hint, plain, listOf, via };
    interned.set(key, found);
  }
  return found;
}

/** The demand of a place that expects these types. */
export function expecting(types: TypeSet): Demand {
  return demand({ hint: types });
}
export const UNEXPECTED = demand({ plain: ANY });
/** What can be met by nothing. */
export const NOTHING = demand({});

/** Whether an expression, as it stands, is what is demanded. */
export function accepts(wanted: Demand, found: Result): boolean {
  return takes(wanted, found.hinted, found.plain);
}

function takes(wanted: Demand, hinted: TypeSet, plain: TypeSet): boolean {
  if (meets(hinted, wanted.hint) || meets(plain, wanted.plain)) return true;
  if (wanted.listOf !== undefined) {
    if (hinted.any || plain.any) return true;
    const list = hinted.list !== undefined || plain.list !== undefined;
    if (list && takes(wanted.listOf, hinted.list ?? NONE, plain.list ?? NONE)) return true;
  }
  return wanted.via.some((target) => reaches(plain, target));
}

/** Whether members and indexes lead from a value to what is demanded, none included. */
const known = new Map<number, boolean>();
function reaches(from: TypeSet, target: Demand): boolean {
  const key = from.id * 67108864 + target.id;
  let found = known.get(key);
  if (found === undefined) {
    found = findReach(from, target);
    known.set(key, found);
  }
  return found;
}
function findReach(from: TypeSet, target: Demand): boolean {
  if (takes(target, from, from)) return true;
  if (from.any) return false;
  if (from.list !== undefined && reaches(from.list, target)) return true;
  if (from.bits & POINT) return reaches(ofBits(LENGTH), target);
  if ((from.bits & ELEMENTS) === 0) return false;
  return from.members.some((name) => reaches(memberOf(from, name) ?? NONE, target));
}

/** Whether an expression of these types would serve. */
export function wants(wanted: Demand, types: TypeSet): boolean {
  return takes(wanted, types, types);
}

const memo = <T>(compute: (wanted: Demand) => T): ((wanted: Demand) => T) => {
  const results: T[] = [];
  return (wanted) => {
    let found = results[wanted.id];
    if (found === undefined) {
      found = compute(wanted);
      results[wanted.id] = found;
    }
    return found;
  };
};

/** The kinds of numbers and points that would serve, as bits. */
export const wantedBits = memo((wanted: Demand): number => {
  let bits = 0;
  for (const bit of [INTEGER, NUMBER, LENGTH, ANGLE, BOOLEAN, VECTOR]) {
    const types = bit === INTEGER ? ofBits(INTEGER | NUMBER) : ofBits(bit);
    if (wants(wanted, types)) bits |= bit;
  }
  if (wants(wanted, typeSet({ bits: POSITION }))) bits |= POSITION;
  return bits;
});

const withPlain = (wanted: Demand, more: TypeSet) => demand({ ...wanted, plain: union(wanted.plain, more) });

const COMPARABLE = ofBits(NUMBER | LENGTH | ANGLE | BOOLEAN | TEXT | COLOR | ANY_WORD);
const EQUATABLE_ONLY = BOOLEAN | TEXT | COLOR;

/** `a == b`: of the first of two sides, if a Boolean serves. */
export const leftOfComparison = memo((wanted) =>
  wantedBits(wanted) & BOOLEAN ? withPlain(wanted, COMPARABLE) : wanted,
);
/** Of the second side, after a first. */
export function rightOfComparison(left: Result): Demand {
  const types = left.plain.any ? COMPARABLE : meet(left.plain, COMPARABLE);
  return demand({ hint: typeSet({ enumeration: types.enumeration }), plain: types });
}
export function comparable(left: TypeSet, equality: boolean): boolean {
  if (left.any || left.bits & NUMERIC) return true;
  return equality && ((left.bits & EQUATABLE_ONLY) !== 0 || left.enumeration !== '');
}

/** The numbers of which a range would serve. */
export const wantedRange = memo((wanted: Demand): number => {
  let bits = 0;
  for (const bit of [INTEGER, NUMBER, LENGTH, ANGLE]) {
    if (wants(wanted, rangeOf(bit === INTEGER ? INTEGER | NUMBER : bit))) bits |= bit;
  }
  return bits;
});
export const fromOfRange = memo((wanted) => {
  const bits = wantedRange(wanted);
  return bits === 0 ? wanted : withPlain(wanted, ofBits(bits));
});

/** `a + b`: a vector may come of two positions; everything else of its like. */
export const firstOfSum = memo((wanted) => {
  const bits = wantedBits(wanted);
  if (bits & VECTOR) return withPlain(wanted, typeSet({ bits: POINT, frame: ANYWHERE }));
  return wanted;
});

/** `a * b`: a number of any dimension leads to every other: `/ 1m * 1deg`. Only Integer is reached by Integers alone. */
export const firstOfProduct = memo((wanted) => {
  const bits = wantedBits(wanted);
  let more = NONE;
  if (bits & (DIMENSIONS | VECTOR)) more = union(more, ofBits(DIMENSIONS));
  if (bits & VECTOR) more = union(more, ofBits(VECTOR));
  return withPlain(wanted, more);
});

/** `-a`: of what stands behind the minus. */
export const behindMinus = memo((wanted) => demand({ plain: ofBits(wantedBits(wanted) & (NUMERIC | VECTOR)) }));

/** `a.b`, `a[i]`: of what stands before them. */
export const baseOfAccess = memo((wanted): Demand => {
  const [only] = wanted.via;
  const alike =
    wanted.via.length === 1 &&
    only !== undefined &&
    only.hint === wanted.hint &&
    only.plain === wanted.plain &&
    only.listOf === wanted.listOf;
  return alike ? wanted : demand({ ...wanted, via: [wanted] });
});

const PAIR = typeSet({ bits: POINT });
/** Whether a tuple of two or three would serve. */
export const wantsTuple = memo((wanted: Demand): boolean => wants(wanted, PAIR));

/** What is demanded of a list's items; nothing if no list would serve. */
export const itemsOfList = memo((wanted: Demand): Demand | null => {
  const { hint, plain, listOf, via } = wanted;
  const own = demand({ hint: itemTypes(hint), plain: itemTypes(plain), via });
  const all = [own, ...(listOf === undefined ? [] : [listOf]), ...via.flatMap(itemsOfTarget)].reduce(either);
  return all === NOTHING ? null : all;
});
/** Of a list that is itself what members and indexes should lead to. */
function itemsOfTarget(target: Demand): readonly Demand[] {
  const items = itemsOfList(target);
  return items === null ? [] : [demand({ ...items, hint: NONE, plain: union(items.hint, items.plain) })];
}
function itemTypes(types: TypeSet): TypeSet {
  return types.any ? ANY : (types.list ?? NONE);
}

/** What one of two demands is met by. */
export function either(a: Demand, b: Demand): Demand {
  if (a === b || b === NOTHING) return a;
  if (a === NOTHING) return b;
  const listOf = a.listOf === undefined || b.listOf === undefined ? (a.listOf ?? b.listOf) : either(a.listOf, b.listOf);
  return demand({
    hint: union(a.hint, b.hint),
    plain: union(a.plain, b.plain),
    listOf,
    via: a.via.length === 0 ? b.via : [...a.via, ...b.via.filter((target) => !a.via.includes(target))],
  });
}

/** Whether `[]` would serve by itself: no index is inside of it. */
export const wantsEmptyList = memo((wanted: Demand): boolean => {
  const { hint, plain, listOf, via } = wanted;
  return (
    listOf !== undefined ||
    [hint, plain].some((types) => types.any || types.list !== undefined) ||
    via.some(wantsEmptyList)
  );
});

/** What is demanded of a second branch or a further item, so that it can be one type with `found`. */
export function alike(wanted: Demand, found: Result): Demand {
  const { hinted, plain } = found;
  if (plain.any) return wanted;
  if (plain.list !== undefined || hinted.list !== undefined) {
    const items = itemsOfList(wanted) ?? NOTHING;
    return demand({
      listOf: alike(items, { hinted: hinted.list ?? NONE, plain: plain.list ?? NONE, constant: false }),
    });
  }
  const left = serving(wanted, plain);
  // A word may follow a value of its enumeration, though nothing told the first branch.
  const hint = union(meet(hinted, wanted.hint), typeSet({ enumeration: left.enumeration }));
  return demand({ hint, plain: left });
}

/** The types among several, none of them lists, that would serve. */
function serving(wanted: Demand, found: TypeSet): TypeSet {
  let bits = 0;
  let range = 0;
  for (let bit = 1; bit < LIKELY_VECTOR; bit *= 2) {
    const whole = bit === INTEGER ? INTEGER | NUMBER : bit;
    const { frame, members } = found;
    if (found.bits & bit && wants(wanted, typeSet({ bits: whole, frame, members }))) bits |= bit;
    if (found.range & bit && wants(wanted, rangeOf(whole))) range |= bit;
  }
  const word = typeSet({ enumeration: found.enumeration });
  return typeSet({
    bits,
    frame: found.frame === OPEN ? servingFrame(wanted) : found.frame,
    range,
    enumeration: wants(wanted, word) ? found.enumeration : '',
    members: neededMembers(wanted, bits & ELEMENTS, found),
  });
}

/** What must be read of an element that is one with another: the fewest members that still lead to what is demanded. */
function neededMembers(wanted: Demand, bits: number, { frame, members }: TypeSet): readonly ElementMember[] {
  if (bits === 0) return [];
  const least = MEMBER_SETS.find((some) => wants(wanted, typeSet({ bits, frame, members: some })));
  return least ?? members;
}
/** Fewer first; each holds those before it. */
const MEMBER_SETS = KINDS.map(({ members }) => members).sort((a, b) => a.length - b.length);

/** The frame whose positions would serve: all, one, or only those that are still of none. */
const servingFrame = memo((wanted: Demand): number => {
  const serves = (frame: number) => wants(wanted, typeSet({ bits: POSITION, frame }));
  if (serves(NO_FRAME)) return ANYWHERE;
  for (let frame = 0; frame < MOST_FRAMES; frame += 1) if (serves(frame)) return frame;
  return NOWHERE;
});
/** More frames than can be nested in a program, and one that none has. */
const MOST_FRAMES = 256;
const NO_FRAME = MOST_FRAMES;

/** Two items of a list as one. */
export function joined(first: Result, second: Result): Result {
  return {
    hinted: join(first.hinted, second.hinted),
    plain: join(first.plain, second.plain),
    constant: first.constant && second.constant,
  };
}

/** Two branches as one value; points are positions of `frame` if nothing tells them otherwise. */
export function chosen(first: Result, second: Result, constant: boolean, frame: number): Result {
  const told = second.plain === NONE && second.hinted.enumeration !== '' ? second.hinted : second.plain;
  const plain = join(first.plain, told);
  return {
    hinted: join(first.hinted, second.hinted),
    plain: plain.bits & POINT ? settled(plain, frame) : plain,
    constant: constant && first.constant && second.constant,
  };
}

/** What is demanded behind `+` or `-`, so that the sum can still become what is wanted. */
export function nextOfSum(wanted: Demand, have: TypeSet, operator: string): Demand {
  const bits = wantedBits(wanted);
  if (have.any) {
    const points = bits & POINT ? typeSet({ bits: POINT, frame: ANYWHERE }) : NONE;
    return demand({ plain: union(ofBits(bits & NUMERIC), points) });
  }
  let next = have.bits & NUMERIC & bits;
  let frame = ANYWHERE;
  if (have.bits & POSITION) {
    const stays = bits & VECTOR || wants(wanted, typeSet({ bits: POSITION, frame: have.frame }));
    if (stays) next |= VECTOR;
    if (operator === '-' && bits & VECTOR) {
      next |= POSITION;
      if (have.frame !== OPEN) frame = have.frame;
    }
  }
  if (have.bits & VECTOR && bits & VECTOR) next |= VECTOR;
  return demand({ plain: typeSet({ bits: next, frame }) });
}

/** What a sum or difference may be. */
export function sumOf(left: TypeSet, right: TypeSet, operator: string): TypeSet {
  if (left.any || right.any) return ANY;
  let bits = left.bits & right.bits & NUMERIC;
  if (left.bits & POSITION && right.bits & VECTOR) bits |= POSITION;
  if (left.bits & VECTOR && right.bits & VECTOR) bits |= VECTOR;
  if (operator === '-' && left.bits & POSITION && right.bits & POSITION && agree(left.frame, right.frame))
    bits |= VECTOR;
  if (operator === '-' && (bits & POINT) === POINT) bits |= LIKELY_VECTOR;
  return typeSet({ bits, frame: left.frame === OPEN ? right.frame : left.frame });
}
function agree(left: number, right: number): boolean {
  return left === OPEN || right === OPEN || left === right;
}

/** What is demanded behind `*` or `/`. */
export function nextOfProduct(wanted: Demand, have: TypeSet, operator: string): Demand {
  const bits = wantedBits(wanted);
  const onwards = (bits & (DIMENSIONS | VECTOR)) !== 0;
  let next = 0;
  if (have.any) next = onwards ? DIMENSIONS | (bits & VECTOR) : 0;
  if (onwards && have.bits & DIMENSIONS) {
    next |= NUMBER;
    if (operator === '/') next |= have.bits & DIMENSIONS;
    else if (have.bits & NUMBER) next |= DIMENSIONS | (bits & VECTOR);
  }
  if (operator === '*' && have.bits & INTEGER && bits & INTEGER) next |= INTEGER;
  if (have.bits & VECTOR && bits & VECTOR) next |= NUMBER;
  return demand({ plain: ofBits(next) });
}

/** What a product or quotient may be. */
export function productOf(left: TypeSet, right: TypeSet, operator: string): TypeSet {
  if (left.any || right.any) return ANY;
  if (left.bits & VECTOR && right.bits & NUMBER) return ofBits(VECTOR);
  if (operator === '*' && left.bits & NUMBER && right.bits & VECTOR) return ofBits(VECTOR);
  let bits = 0;
  if (right.bits & NUMBER) bits |= left.bits & DIMENSIONS;
  if (operator === '*' && left.bits & NUMBER) bits |= right.bits & DIMENSIONS;
  if (operator === '/' && left.bits & right.bits & DIMENSIONS) bits |= NUMBER;
  if (operator === '*' && left.bits & right.bits & INTEGER && bits & NUMBER) bits |= INTEGER;
  return ofBits(bits);
}

/** `base[i]`: what an item is. */
export function itemOf(base: TypeSet, frame: number): TypeSet | undefined {
  return base.any ? ANY : base.list && pointsSettled(base.list, frame);
}
