// Pieces of expressions and how tightly they hold together.
import type { Piece } from './layout.ts';
import type { Random } from './random.ts';
import type { Writer } from './scope.ts';

/** How tightly an expression holds together: what is looser than its place asks for needs parentheses. */
export const LEVEL = {
  conditional: 0,
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  range: 5,
  sum: 6,
  product: 7,
  unary: 8,
  postfix: 9,
} as const;

export interface Expr {
  readonly level: number;
  readonly pieces: readonly Piece[];
}

/** One token that holds together by itself. */
export function literal(text: string): Expr {
  return { level: LEVEL.postfix, pieces: [text] };
}

/** A sign and its number count as an operand of what takes one. */
export function surely(pieces: readonly Piece[]): Expr {
  return { level: pieces.length === 1 ? LEVEL.postfix : LEVEL.unary, pieces };
}

export function join(level: number, ...parts: readonly (readonly Piece[])[]): Expr {
  return { level, pieces: parts.flat() };
}

/** The pieces of an expression at a place that takes only what holds together at least so tightly. */
export function operand(expr: Expr, level: number): readonly Piece[] {
  return expr.level < level ? wrap(expr).pieces : expr.pieces;
}

export function wrap(expr: Expr): Expr {
  return join(LEVEL.postfix, ['('], expr.pieces, [')']);
}

/** A call with its arguments in order; the later ones perhaps by name. No name: never by name. */
export function call(random: Random, name: string, given: readonly (readonly [string, Expr])[]): Expr {
  const named = random.chance(0.15) ? random.integer(0, given.length) : given.length;
  const pieces = given.flatMap(([parameter, value], index) => [
    ...(index === 0 ? [] : [',']),
    ...(index >= named && parameter !== '' ? [parameter, ':'] : []),
    ...value.pieces,
  ]);
  return join(LEVEL.postfix, [name, '('], pieces, [')']);
}

export function commas(values: readonly Expr[]): readonly Piece[] {
  return values.flatMap(({ pieces }, index) => (index === 0 ? pieces : [',', ...pieces]));
}

/** A list of two values or more. */
export function listOf({ random }: Writer, most: number, make: () => Expr): Expr {
  const items = Array.from({ length: random.integer(2, most) }, make);
  return join(LEVEL.postfix, ['['], commas(items), [']']);
}

export function between(random: Random, low: number, high: number): number {
  return Number((low + random.next() * (high - low)).toFixed(random.integer(0, 3)));
}
