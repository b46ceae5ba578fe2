// What every exported grammar is made of: rules over characters, before any notation. White space is woven in already.

/** A piece of a rule. Characters are code points. */
export type Pattern = Literal | Characters | Sequence | Choice | Repeat | Reference;

/** Exactly this text; '' is nothing at all. */
export interface Literal {
  readonly kind: 'literal';
  readonly text: string;
}
/** One character of some ranges, both ends inside; with `negated` one of all others. */
export interface Characters {
  readonly kind: 'characters';
  readonly ranges: readonly CharacterRange[];
  readonly negated: boolean;
}
export type CharacterRange = readonly [from: string, to: string];
export interface Sequence {
  readonly kind: 'sequence';
  readonly parts: readonly Pattern[];
}
export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly Pattern[];
}
/** `max` left out: any number of times. */
export interface Repeat {
  readonly kind: 'repeat';
  readonly of: Pattern;
  readonly min: number;
  readonly max?: number;
}
export interface Reference {
  readonly kind: 'reference';
  readonly name: string;
}

/** A named pattern; names are lower case with dashes. */
export interface Rule {
  readonly name: string;
  readonly pattern: Pattern;
  /** It refers to no rules but terminals, and none comes back to it: one lexeme where a notation has a lexer. */
  readonly terminal: boolean;
}

/** A whole grammar: the first rule is where it starts. */
export interface RuleSet {
  /** Lines that tell what it is and which guarantees it keeps. */
  readonly header: readonly string[];
  readonly rules: readonly Rule[];
}

export const NOTHING: Literal = { kind: 'literal', text: '' };

export function literal(text: string): Literal {
  return { kind: 'literal', text };
}
/** One of some characters: `characters('az', '__')` is a letter or an underscore, each pair a range. */
export function characters(...pairs: readonly string[]): Characters {
  return { kind: 'characters', ranges: pairs.map(toRange), negated: false };
}
/** One of all other characters. */
export function otherThan(...pairs: readonly string[]): Characters {
  return { kind: 'characters', ranges: pairs.map(toRange), negated: true };
}
function toRange(pair: string): CharacterRange {
  const [from = '', to = from] = [...pair];
  return [from, to];
}
export function reference(name: string): Reference {
  return { kind: 'reference', name };
}

/** One after the other; flat, and without what is nothing. */
export function sequence(...parts: readonly Pattern[]): Pattern {
  const flat = parts.flatMap((part) => (part.kind === 'sequence' ? part.parts : isNothing(part) ? [] : [part]));
  const joined: Pattern[] = [];
  for (const part of flat) {
    const last = joined.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') joined[joined.length - 1] = literal(last.text + part.text);
    else joined.push(part);
  }
  const [only = NOTHING] = joined;
  return joined.length <= 1 ? only : { kind: 'sequence', parts: joined };
}

/** One of several; flat, each once. */
export function choice(...options: readonly Pattern[]): Pattern {
  const seen = new Set<string>();
  const flat = options
    .flatMap((option) => (isOptional(option) ? [NOTHING, option.of] : [option]))
    .flatMap((option) => (option.kind === 'choice' ? option.options : [option]))
    .filter((option) => {
      const key = JSON.stringify(option);
      return !seen.has(key) && seen.add(key) !== undefined;
    });
  const filled = flat.filter((option) => !isNothing(option));
  const [only = NOTHING] = filled;
  const some: Pattern = filled.length <= 1 ? only : { kind: 'choice', options: filled };
  return filled.length < flat.length ? optional(some) : some;
}

function isOptional(pattern: Pattern): pattern is Repeat {
  return pattern.kind === 'repeat' && pattern.min === 0 && pattern.max === 1;
}

export function repeat(of: Pattern, min: number, max?: number): Pattern {
  if (isNothing(of) || max === 0) return NOTHING;
  if (min === 1 && max === 1) return of;
  return { kind: 'repeat', of, min, ...(max === undefined ? {} : { max }) };
}
/** It, or nothing. */
export function optional(of: Pattern): Pattern {
  if (isNothing(of)) return of;
  // What may be left out already stays as it is.
  return of.kind === 'repeat' && of.min === 0 ? of : repeat(of, 0, 1);
}
export function anyNumberOf(of: Pattern): Pattern {
  return repeat(of, 0);
}
export function someOf(of: Pattern): Pattern {
  return repeat(of, 1);
}

export function isNothing(pattern: Pattern): boolean {
  return pattern.kind === 'literal' && pattern.text === '';
}

/** The names that a pattern refers to. */
export function referencesOf(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'reference':
      return [pattern.name];
    case 'sequence':
      return pattern.parts.flatMap(referencesOf);
    case 'choice':
      return pattern.options.flatMap(referencesOf);
    case 'repeat':
      return referencesOf(pattern.of);
    default:
      return [];
  }
}
