// The typed half of expressions: what each level demands of its operands, and what its operands make of it.
import type { Bound, Inherited, Level, LevelAttributes, PrimaryAttributes } from './attributes.ts';
import { type Constant, compute, isTriple, negate, satisfies } from './constant.ts';
import * as demands from './demand.ts';
import { accepts, type Demand, demand, expecting, type Result } from './demand.ts';
import type { CallMeaning } from './meanings.ts';
import { mismatch, outOfBounds } from './reasons.ts';
import { type Run, refuse } from './run.ts';
import * as types from './type-set.ts';
import { ANY, NONE, ofBits, type TypeSet, typeSet } from './type-set.ts';

const A_BOOLEAN = expecting(ofBits(types.BOOLEAN));
const AN_INTEGER = expecting(ofBits(types.INTEGER));
const A_LENGTH = expecting(ofBits(types.LENGTH));
/** A divisor is not 0. */
const DIVISOR: Bound = { type: { kind: 'number' }, name: 'the divisor', nonzero: true, strict: true };
const PAIR = typeSet({ bits: types.POINT });

/** A result that is the same with and without a hint. */
export function result(found: TypeSet, constant: boolean, value?: Constant): Result {
  return value === undefined
    ? { hinted: found, plain: found, constant }
    : { hinted: found, plain: found, constant, value };
}

/** Begins the expression of a place. */
export function beginExpression(inherited: Inherited): LevelAttributes {
  return beginLevel('expression', inherited);
}

function beginLevel(rule: Level, { wanted, bound, frame, literal }: Inherited): LevelAttributes {
  return { rule, wanted, bound, frame, literal, have: undefined, operator: '', then: undefined, condition: false };
}

/** Begins a level, or a whole expression, inside of another level; nothing if no operand could serve. */
export function enterLevel(
  of: LevelAttributes,
  rule: Level | 'primary',
  meaning: CallMeaning,
): LevelAttributes | PrimaryAttributes {
  const inherited = operand(of, meaning);
  return rule === 'primary' ? beginPrimary(inherited) : beginLevel(rule, inherited);
}

/** What is demanded of the next operand. */
function operand(of: LevelAttributes, meaning: CallMeaning): Inherited {
  const { wanted, bound, frame, literal, have, operator } = of;
  const first = (next: Demand): Inherited => ({ wanted: literal ? wanted : next, bound, frame, literal });
  const later = (next: Demand): Inherited => ({ wanted: next, bound: undefined, frame, literal });
  switch (meaning) {
    case 'boolean':
    case 'condition':
      return later(A_BOOLEAN);
    case 'then-value':
      return later(wanted);
    case 'else-value':
      return later(of.then === undefined ? wanted : demands.alike(wanted, of.then));
    case 'behind-not':
      return operator === '' ? first(wanted) : later(A_BOOLEAN);
    case 'left-of-comparison':
      return first(demands.leftOfComparison(wanted));
    case 'right-of-comparison':
      return later(demands.rightOfComparison(have ?? result(ANY, false)));
    case 'from-of-range':
      return first(demands.fromOfRange(wanted));
    case 'to-of-range':
      return later(demand({ plain: ofBits(rangeBits(wanted, have)) }));
    case 'first-of-sum':
      return first(demands.firstOfSum(wanted));
    case 'next-of-sum':
      return later(demands.nextOfSum(wanted, have?.plain ?? ANY, operator));
    case 'first-of-product':
      return first(demands.firstOfProduct(wanted));
    case 'next-of-product': {
      const next = later(demands.nextOfProduct(wanted, have?.plain ?? ANY, operator));
      return operator === '/' ? { ...next, bound: DIVISOR } : next;
    }
    case 'behind-minus':
      if (operator === '') return first(wanted);
      return { wanted: behindMinus(of), bound: negatedBound(of), frame, literal };
    case 'base-of-access':
      return first(demands.baseOfAccess(wanted));
    case 'index':
      return later(AN_INTEGER);
    default:
      return first(wanted);
  }
}

/** Of literals it is always known that a minus stands before them. */
function negatedBound({ bound, literal }: LevelAttributes): Bound | undefined {
  if (bound !== undefined) return { ...bound, negated: true };
  return literal ? NEGATED : undefined;
}
const NEGATED: Bound = { type: { kind: 'number' }, name: 'the number', negated: true };

function behindMinus({ wanted, literal }: LevelAttributes): Demand {
  const behind = demands.behindMinus(wanted);
  return literal ? demand({ plain: ofBits(behind.plain.bits & types.NUMERIC) }) : behind;
}

function rangeBits(wanted: Demand, have: Result | undefined): number {
  const bits = demands.wantedRange(wanted);
  return have === undefined || have.plain.any ? bits : types.meet(have.plain, ofBits(bits)).bits;
}

/** Whether an operator, keyword or bracket of a level may come now. */
export function levelToken(
  run: Run,
  of: LevelAttributes,
  meaning: string,
  operator: string,
): LevelAttributes | undefined {
  const { wanted, have } = of;
  const boolean = (demands.wantedBits(wanted) & types.BOOLEAN) !== 0;
  const plain = have?.plain ?? NONE;
  const taken = { ...of, operator };
  switch (meaning) {
    case 'conditional':
      return { ...taken, condition: true };
    case 'or':
    case 'and':
      if (!boolean) return refuse(run, () => noOperator(operator, 'a Boolean is not what belongs here'));
      return have !== undefined && accepts(A_BOOLEAN, have)
        ? taken
        : refuse(run, () => mismatch(A_BOOLEAN, have ?? result(ANY, false), `what stands before \`${operator}\``));
    case 'not':
      return boolean ? taken : refuse(run, () => noOperator(operator, 'a Boolean is not what belongs here'));
    case 'comparison':
      if (!boolean) return refuse(run, () => noOperator(operator, 'a Boolean is not what belongs here'));
      return demands.comparable(plain, operator === '==' || operator === '!=')
        ? taken
        : refuse(run, () => noOperator(operator, `a ${types.describeTypes(plain)} cannot be compared by it`));
    case 'range':
      return rangeBits(wanted, have) !== 0
        ? taken
        : refuse(run, () => noOperator(operator, 'a range is not what belongs here'));
    case 'sum':
      return demands.nextOfSum(wanted, plain, operator).plain !== NONE
        ? taken
        : refuse(run, () =>
            noOperator(operator, `no sum with a ${types.describeTypes(plain)} leads to what belongs here`),
          );
    case 'product':
      return demands.nextOfProduct(wanted, plain, operator).plain !== NONE
        ? taken
        : refuse(run, () =>
            noOperator(operator, `no product with a ${types.describeTypes(plain)} leads to what belongs here`),
          );
    case 'minus':
      return behindMinus(of).plain !== NONE && (!of.literal || mayBeNegative(of.bound))
        ? { ...taken, operator: '-' }
        : refuse(run, () => noOperator('-', 'no negative value belongs here'));
    case 'member':
      return members(of).length > 0
        ? taken
        : refuse(run, () =>
            noOperator('.', `a ${types.describeTypes(plain)} has no member that leads to what belongs here`),
          );
    case 'index':
      return mayIndex(run, of) ? taken : undefined;
    default:
      return taken;
  }
}

function mayIndex(run: Run, { wanted, have, frame }: LevelAttributes): true | undefined {
  const item = have && demands.itemOf(have.plain, frame);
  if (item === undefined || have === undefined) {
    return refuse(run, () => ({
      code: 'wrong-type',
      title: 'wrong type',
      message: 'only a list has items',
      blames: 'before',
    }));
  }
  if (have.empty) {
    return refuse(run, () => ({
      code: 'index-out-of-range',
      title: 'index out of range',
      message: 'an empty list has no items',
    }));
  }
  return (
    demands.wants(demands.baseOfAccess(wanted), item) ||
    refuse(run, () => mismatch(wanted, result(item, false), 'an item of it'))
  );
}

/** The members that lead from what has been read to what is wanted, with what they give. */
export function members({
  wanted,
  have,
}: LevelAttributes): readonly { readonly name: string; readonly types: TypeSet }[] {
  if (have === undefined) return [];
  const onwards = demands.baseOfAccess(wanted);
  return MEMBER_NAMES.flatMap((name) => {
    const found = types.memberOf(have.plain, name);
    return found !== undefined && demands.wants(onwards, found) ? [{ name, types: found }] : [];
  });
}
const MEMBER_NAMES = ['x', 'y', 'z', 'at', 'height', 'top', 'rotation'];

function mayBeNegative(bound: Bound | undefined): boolean {
  const ranges = boundRanges(bound);
  return (
    ranges === undefined ||
    ranges.some(({ min = Number.NEGATIVE_INFINITY, minExclusive }) => (minExclusive ? min < 0 : min <= 0))
  );
}

function noOperator(operator: string, why: string) {
  return {
    code: 'unexpected-token',
    title: 'unexpected operator',
    message: `no \`${operator}\` may come here: ${why}`,
  };
}

/** Takes an operand, a member or an index into what has been read; nothing if no operation fits. */
export function takeOperand(of: LevelAttributes, meaning: CallMeaning, found: Result): LevelAttributes {
  return { ...of, ...combined(of, meaning, found) };
}

function combined(of: LevelAttributes, meaning: CallMeaning, found: Result): Partial<LevelAttributes> {
  const { have, operator, frame } = of;
  const both = (have?.constant ?? false) && found.constant;
  switch (meaning) {
    case 'boolean':
      return { have: result(ofBits(types.BOOLEAN), both) };
    case 'condition':
      return { have: result(ofBits(types.BOOLEAN), found.constant) };
    case 'then-value':
      return { then: found };
    case 'else-value':
      return { have: demands.chosen(of.then ?? found, found, have?.constant ?? false, frame) };
    case 'behind-not':
      return { have: operator === '' ? found : result(ofBits(types.BOOLEAN), found.constant) };
    case 'right-of-comparison':
      return { have: result(ofBits(types.BOOLEAN), both) };
    case 'to-of-range': {
      const of = have === undefined || have.plain.any || found.plain.any ? ANY : types.join(have.plain, found.plain);
      return { have: result(of.any ? ANY : types.rangeOf(of.bits & types.NUMERIC), both) };
    }
    case 'next-of-sum':
    case 'next-of-product': {
      const operate = meaning === 'next-of-sum' ? demands.sumOf : demands.productOf;
      const value = both ? compute(operator, have?.value, found.value) : undefined;
      return { have: result(operate(have?.plain ?? ANY, found.plain, operator), both, value) };
    }
    case 'behind-minus':
      return { have: operator === '' ? found : negated(found) };
    case 'index': {
      const item = demands.itemOf(have?.plain ?? ANY, frame) ?? NONE;
      return { have: result(item, both) };
    }
    default:
      return { have: found };
  }
}

function negated(found: Result): Result {
  const { plain, constant } = found;
  const value = negate(found.value);
  return result(plain.bits & types.VECTOR ? ofBits(types.VECTOR) : plain, constant, value);
}

/** Ends a level: what it came to, if that can become what is wanted. */
export function leaveLevel(run: Run, { wanted, have }: LevelAttributes | PrimaryAttributes): Result | undefined {
  if (have === undefined) return undefined;
  return accepts(wanted, have) ? have : refuse(run, () => mismatch(wanted, have));
}

/** Ends the expression of a place: a constant must keep its bounds. */
export function leaveExpression(run: Run, found: Result, bound: Bound | undefined): Result | undefined {
  if (bound === undefined || !found.constant || found.value === undefined || fits(run, bound, found.value))
    return found;
  const { value } = found;
  return refuse(run, () => outOfBounds(bound, value));
}

// Primary expressions

export function beginPrimary({ wanted, bound, frame, literal }: Inherited): PrimaryAttributes {
  return {
    rule: 'primary',
    wanted,
    bound,
    frame,
    literal,
    have: undefined,
    callee: undefined,
    call: undefined,
    items: [],
    joined: undefined,
    open: undefined,
  };
}

/** What is demanded of the value in parentheses, of a tuple's item, or of a list's. */
export function enterItem(of: PrimaryAttributes, meaning: CallMeaning): Inherited | undefined {
  const { wanted, frame, literal, items } = of;
  switch (meaning) {
    case 'in-parentheses': {
      const tuple = demands.wantsTuple(wanted);
      const bound = boundInParentheses(of.bound);
      if (!tuple) return { wanted, bound, frame, literal };
      const length = ofBits(types.LENGTH);
      if (literal) return { wanted: A_LENGTH, bound, frame, literal };
      const either = demand({
        ...wanted,
        hint: types.union(wanted.hint, length),
        plain: types.union(wanted.plain, length),
      });
      return { wanted: either, bound, frame, literal };
    }
    case 'tuple-item':
      return { wanted: A_LENGTH, bound: itemBound(of.bound, items.length), frame, literal };
    default: {
      const all = demands.itemsOfList(wanted) ?? demands.NOTHING;
      return {
        wanted: of.joined === undefined ? all : demands.alike(all, of.joined),
        bound: undefined,
        frame,
        literal,
      };
    }
  }
}

/** Operators inside of parentheses can mend what those outside cannot. */
function boundInParentheses(bound: Bound | undefined): Bound | undefined {
  if (bound?.strict) return undefined;
  if (bound?.type.kind === 'vector') return itemBound(bound, 0);
  return bound?.type.kind === 'position' ? undefined : bound;
}

/** The bounds of a vector's component; the second of two items is z, of three y. */
function itemBound(bound: Bound | undefined, index: number): Bound | undefined {
  if (bound?.type.kind !== 'vector' || bound.type.components === undefined) return undefined;
  const [x, y, z] = bound.type.components;
  const ranges = index === 0 ? [x] : index === 1 ? [y, z] : [z];
  return { type: { kind: 'length' }, name: bound.name, ranges };
}

export function takeItem(of: PrimaryAttributes, meaning: CallMeaning, found: Result): PrimaryAttributes {
  if (meaning !== 'list-item') return { ...of, items: [...of.items, found] };
  const joined = of.joined === undefined ? found : demands.joined(of.joined, found);
  return { ...of, joined };
}

/** Brackets and commas of tuples and lists. */
export function primaryToken(run: Run, of: PrimaryAttributes, meaning: string): PrimaryAttributes | undefined {
  const { wanted, items, joined } = of;
  switch (meaning) {
    case 'open-parenthesis':
      return of.literal && !demands.wantsTuple(wanted)
        ? refuse(run, () => noOperator('(', 'no tuple belongs here'))
        : { ...of, open: 'parenthesis' };
    case 'next-item':
      return mayHaveNextItem(run, of) ? of : undefined;
    case 'close-parenthesis': {
      const [only] = items;
      if (only === undefined) return undefined;
      return complete(run, of, items.length === 1 ? only : tuple(items));
    }
    case 'open-list':
      return demands.itemsOfList(wanted) === null
        ? refuse(run, () => noOperator('[', 'no list belongs here'))
        : { ...of, open: 'list' };
    case 'next-in-list':
      return of;
    case 'close-list': {
      if (joined === undefined) {
        if (!demands.wantsEmptyList(wanted)) return refuse(run, () => noOperator(']', 'an empty list has no items'));
        return { ...of, have: { ...result(types.listOf(ANY), true), empty: true } };
      }
      const plain = joined.plain.bits & types.POINT ? types.settled(joined.plain, of.frame) : joined.plain;
      return complete(run, of, {
        hinted: types.listOf(joined.hinted),
        plain: plain === NONE ? NONE : types.listOf(plain),
        constant: joined.constant,
      });
    }
    default:
      return of;
  }
}

function mayHaveNextItem(run: Run, { wanted, items, bound, literal }: PrimaryAttributes): true | undefined {
  const [first, second] = items;
  if (!demands.wantsTuple(wanted)) return refuse(run, () => noOperator(',', 'a tuple is not what belongs here'));
  if (items.length > 2) {
    return refuse(run, () => ({ code: 'long-tuple', title: 'too many numbers', message: 'a tuple has two or three' }));
  }
  if (first !== undefined && items.length === 1 && !accepts(A_LENGTH, first))
    return refuse(run, () => mismatch(A_LENGTH, first));
  if (!literal || second === undefined || bound?.type.kind !== 'vector') return true;
  const range = bound.type.components?.[1];
  const fine = range === undefined || second.value === undefined || satisfies(second.value, { kind: 'length', range });
  return fine || refuse(run, () => outOfBounds(bound, second.value ?? 0));
}

function tuple(items: readonly Result[]): Result {
  const [x, second, third] = items.map(({ value }) => value);
  const constant = items.every((item) => item.constant);
  const [y, z] = items.length === 2 ? [0, second] : [second, third];
  const value =
    typeof x === 'number' && typeof y === 'number' && typeof z === 'number' ? ([x, y, z] as const) : undefined;
  return result(PAIR, constant, constant ? value : undefined);
}

/** Ends a primary expression, if what it came to serves. */
export function complete(run: Run, of: PrimaryAttributes, found: Result): PrimaryAttributes | undefined {
  if (!accepts(of.wanted, found)) return refuse(run, () => mismatch(of.wanted, found));
  const { bound } = of;
  const { value } = found;
  if (
    bound !== undefined &&
    value !== undefined &&
    found.constant &&
    !mayBeMended(of, found) &&
    !fits(run, bound, value)
  ) {
    return refuse(run, () => outOfBounds(bound, value, 'lexeme'));
  }
  return { ...of, have: found };
}

/** Whether operators could still bring a value within its bounds: those of numbers and vectors. */
function mayBeMended({ literal, bound }: Inherited, { hinted }: Result): boolean {
  return !literal && !bound?.strict && (hinted.bits & (types.NUMERIC | types.VECTOR)) !== 0;
}

/** Whether a constant keeps the bounds of its place. */
export function fits(run: Run, bound: Bound, value: Constant): boolean {
  const signed = bound.negated ? (negate(value) ?? value) : value;
  if (bound.nonzero && signed === 0) return false;
  if (typeof signed === 'number' && bound.ranges !== undefined)
    return boundRanges(bound)?.some((range) => satisfies(signed, { kind: 'length', range })) ?? true;
  if (typeof signed === 'string') return fitsText(run, bound, signed);
  if (typeof signed === 'object' && !isTriple(signed))
    return bound.assetClass === undefined || classOf(signed.asset) === bound.assetClass;
  return satisfies(signed, bound.type);
}

/** The ranges in which a bounded number lies, one of them. */
export function boundRanges(bound: Bound | undefined): Bound['ranges'] {
  if (bound === undefined) return undefined;
  if (bound.ranges !== undefined) return bound.ranges;
  const { range } = bound.type as { readonly range?: NonNullable<Bound['ranges']>[number] };
  return range === undefined ? undefined : [range];
}

/** The form of an asset id: a class, a species, and optionally one individual of it. */
const ASSET_ID = /^([a-z][a-z0-9_-]*)\/([a-z0-9][a-z0-9_-]*)(#(0|[1-9][0-9]*))?$/;

export function classOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}

/** Whether a text has the form, and names what exists, that its place asks for. */
export function fitsText({ catalog }: Run, bound: Bound, text: string): boolean {
  const { type } = bound;
  if (type.kind !== 'text') return satisfies(text, type);
  if (!satisfies(text, type)) return false;
  if (type.form === 'asset-id') {
    if (!ASSET_ID.test(text)) return false;
    if (bound.assetClass !== undefined && classOf(text) !== bound.assetClass) return false;
    return catalog.assets?.has(text) ?? true;
  }
  if (type.file === 'image') return catalog.images?.has(text) ?? true;
  if (type.file !== 'safetensors' || catalog.embeddings === undefined) return true;
  const file = catalog.embeddings.get(text);
  const spaces = catalog.assets?.spaces ?? [];
  return file !== undefined && (spaces.length === 0 || spaces.includes(file.space));
}
