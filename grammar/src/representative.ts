// Turns a literal of core form into one that leads to the same future, so that states need not be told apart by values.
import type { Interval } from '@diorama/vocabulary';
import { contains } from '@diorama/vocabulary';
import {
  type Expectation,
  inRanges,
  type Lexeme,
  type NumberExpectation,
  type NumberUnit,
  readNumber,
  type TextExpectation,
} from './expectation.ts';
import type { Frame, PrefixState } from './prefix-state.ts';

/**
 * A lexeme behind which exactly the same may follow as behind another, which must be one that `expectation` admits. Only
 * for core form: there a literal is held against its bounds at once, and of its value later lexemes depend on little:
 * whether it is 0 (a quaternion is not), on `near` and `far`, and on the file of the embeddings if files are known.
 */
export function representative(state: PrefixState, expectation: Expectation, lexeme: Lexeme): Lexeme {
  if (expectation.kind === 'number') return isCompared(state) ? lexeme : numberLike(expectation, lexeme);
  if (expectation.kind === 'text')
    return expectation.form === 'safetensors' && expectation.closed ? lexeme : textLike(expectation, lexeme);
  if (expectation.kind === 'color') return { type: lexeme.type, text: '#000000' };
  return lexeme;
}

/** Whether the number that comes next is of a property that bounds another one of its element, as `near` does `far`. */
export function isCompared({ paths }: PrefixState): boolean {
  return paths.some(({ frame }) => {
    for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
      if (at.attributes.rule !== 'field') continue;
      const { name, meaning } = at.attributes;
      return meaning.kind?.increasing?.some((names) => names.includes(name)) ?? false;
    }
    return false;
  });
}

function numberLike({ units }: NumberExpectation, lexeme: Lexeme): Lexeme {
  const number = readNumber(lexeme.text);
  const unit = number && units.find(({ name }) => name === number.unit);
  if (number === undefined || unit === undefined || number.value === 0)
    return number?.value === 0 ? zero(lexeme) : lexeme;
  const text = likeliest(unit, number.integer);
  return text === undefined ? lexeme : { type: lexeme.type, text };
}

function zero({ type, text }: Lexeme): Lexeme {
  const { unit = '', integer = true } = readNumber(text) ?? {};
  return { type, text: `${integer || unit !== '' ? '0' : '0.0'}${unit}` };
}

const likeliestOf = new WeakMap<NumberUnit, { integer?: string; fraction?: string }>();

/** The first of a few numbers that lies inside of the bounds; nothing if none does. */
function likeliest(unit: NumberUnit, integer: boolean): string | undefined {
  let known = likeliestOf.get(unit);
  if (known === undefined) {
    const fits = (text: string) => inRanges(unit.bounded ? unit.ranges : undefined, readNumber(text)?.value ?? 0);
    const first = (texts: readonly string[]) => texts.map((text) => `${text}${unit.name}`).find(fits);
    const whole = first(['1', '2', '10', '100', ...bounds(unit.ranges, (value) => `${Math.ceil(value)}`)]);
    const broken = first(['1.5', '0.5', '0.1', '0.01', '10.5', ...bounds(unit.ranges, (value) => `${value}`)]);
    known = { ...(whole !== undefined && { integer: whole }), ...(broken !== undefined && { fraction: broken }) };
    likeliestOf.set(unit, known);
  }
  return integer || unit.name !== '' ? (known.integer ?? known.fraction) : known.fraction;
}

function bounds(ranges: readonly Interval[] | undefined, print: (value: number) => string): readonly string[] {
  return (ranges ?? []).flatMap((range) => {
    const { min = 0, max = min + 2 } = range;
    const middle = (min + max) / 2;
    return contains(range, middle) && middle > 0 ? [print(middle)] : [];
  });
}

function textLike({ takes, choices, closed }: TextExpectation, lexeme: Lexeme): Lexeme {
  const text = closed ? choices?.()[0] : ['a', 'a.png', 'tree/a'].find(takes);
  return text === undefined || !takes(text) ? lexeme : { type: lexeme.type, text: JSON.stringify(text) };
}
