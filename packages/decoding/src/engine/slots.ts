// Where the slots of the decoding dialect may stand, and what may stand in them.
import { type Lexeme, step } from '@diorama/grammar';
import type { Interval } from '@diorama/vocabulary';
import type { Slot } from '../vocabulary/vocabulary.ts';
import { GapState } from './gap-state.ts';
import { bytes, NO_BYTES } from './lexemes/byte-set.ts';
import type { Closing, LexemeState } from './lexemes/lexeme-state.ts';
import type { Node } from './node.ts';
import type { Position } from './position.ts';

/** A place where a head of a model may give a value. */
export interface OpenSlot {
  readonly slot: Slot;
  /** The numbers that fit: those in one of these; undefined: all. */
  readonly ranges: readonly Interval[] | undefined;
  /** Whether the number is whole. */
  readonly isWhole: boolean;
}

/** What stands for a value in the states: any of the type will do. */
const STAND_INS: Readonly<
  Record<Exclude<Slot, '$NUM'>, { readonly name: string; readonly lexemes: readonly Lexeme[] }>
> = {
  $ROT: {
    name: 'yaw',
    lexemes: [
      { type: 'Identifier', text: 'yaw' },
      { type: 'LeftParenthesis', text: '(' },
      { type: 'Number', text: '1' },
      { type: 'RightParenthesis', text: ')' },
    ],
  },
  $CLIP: {
    name: 'like',
    lexemes: [
      { type: 'Identifier', text: 'like' },
      { type: 'LeftParenthesis', text: '(' },
      { type: 'Text', text: '"a"' },
      { type: 'RightParenthesis', text: ')' },
    ],
  },
};

/** The slots that may come next, with the values that fit. */
export function openSlots(position: Position): readonly OpenSlot[] {
  const at = slotPlace(position);
  if (at === undefined) return [];
  const { node, gap } = at;
  return node.options.flatMap(({ expectation, gaps }): readonly OpenSlot[] => {
    if (!gaps.includes(gap)) return [];
    if (expectation.kind === 'number' && !expectation.negated) {
      const [bare] = expectation.units.filter(({ name }) => name === '');
      return bare === undefined
        ? []
        : [{ slot: '$NUM', ranges: bare.bounded ? bare.ranges : undefined, isWhole: bare.integer }];
    }
    if (expectation.kind !== 'function-name') return [];
    return (['$ROT', '$CLIP'] as const).flatMap((slot) =>
      STAND_INS[slot].name === expectation.name ? [{ slot, ranges: undefined, isWhole: false }] : [],
    );
  });
}

/** The position behind a slot; undefined where it may not stand. */
export function takeSlot(position: Position, slot: Slot): Position | undefined {
  const open = openSlots(position).find((one) => one.slot === slot);
  const at = slotPlace(position);
  if (open === undefined || at === undefined) return undefined;
  const { node, gap } = at;
  if (slot === '$NUM') return node.at(node.places.get(gap), numberSlot(numberIn(node)));
  let typed: Node['typed'] | undefined = node.typed;
  for (const lexeme of STAND_INS[slot].lexemes) typed = typed && step(typed, lexeme);
  if (typed === undefined) return undefined;
  const { engine, layout, objects } = node;
  return engine.node(typed, engine.layout.after(layout, gap, OPERAND), objects).start;
}

/** The state behind a number's slot: no letter may follow, which would be a unit of the number. */
function numberSlot(text: string): LexemeState {
  return {
    live: NO_BYTES,
    sticky: NUMBER_BYTES,
    closing: { lexeme: { type: 'Number', text }, expectation: OPERAND.expectation },
    next: () => numberSlot(text),
    key: `slot ${text}`,
    spelled: undefined,
    body: undefined,
    isPassing: true,
    endings: [''],
  };
}
const NUMBER_BYTES = bytes('0-9', 'a-z', 'A-Z', '_', '.', '%');

/** To the layout a slot is an operand, as a number is. */
const OPERAND: Closing = { lexeme: { type: 'Number', text: '1' }, expectation: { kind: 'color' } };

function numberIn({ options }: Node): string {
  for (const { expectation } of options) {
    if (expectation.kind !== 'number') continue;
    const [bare] = expectation.units.filter(({ name }) => name === '');
    const [range = {}] = bare?.ranges ?? [];
    const { min = 0, max = min + 2, minExclusive = false, maxExclusive = false } = range;
    const middle = (min + max) / 2;
    const candidates = [1, 1.5, middle, Math.ceil(middle), max, min].filter(
      (value) =>
        value >= 0 &&
        (!bare?.integer || Number.isInteger(value)) &&
        (minExclusive ? min < value : min <= value) &&
        (maxExclusive ? value < max : value <= max),
    );
    return `${candidates[0] ?? 0}`;
  }
  return '1';
}

/** Where a lexeme may begin: in white space, or at once behind another. */
function slotPlace({ node, lexeme, behind }: Position): { readonly node: Node; readonly gap: string } | undefined {
  if (lexeme instanceof GapState) return lexeme.mayBegin ? { node, gap: lexeme.written } : undefined;
  return behind === undefined ? undefined : { node: behind, gap: '' };
}
