// Turns a handful of lexemes into a constraint: the programs of core form that can be written with them, but for the empty one.
import { canEnd, type Lexeme, type PrefixState, start, step } from '@diorama/grammar';
import type { Mask } from '../../../src/engine/mask.ts';
import type { Constraint } from '../../../src/sampling/constraint.ts';
import { makeMask } from './make-mask.ts';

/** A camera with or without a label, and with none, one or both of two properties: 164 programs, but for the empty one. */
export const LEXEMES: readonly Lexeme[] = [
  { type: 'Identifier', text: 'camera' },
  { type: 'Identifier', text: 'fov' },
  { type: 'Identifier', text: 'pitch' },
  { type: 'LeftBrace', text: '{' },
  { type: 'RightBrace', text: '}' },
  { type: 'Colon', text: ':' },
  { type: 'Comma', text: ',' },
  { type: 'Number', text: '7' },
  { type: 'Number', text: '50' },
];

/** Typed prefix states with a lexeme a token; the last id is the end. */
export function constrainToCore(): Constraint<PrefixState> {
  const end = LEXEMES.length;
  const size = end + 1;
  const first = start({}, { core: true });
  const mayEnd = (state: PrefixState) => state !== first && canEnd(state);
  const known = new WeakMap<PrefixState, readonly (PrefixState | undefined)[]>();
  const masks = new WeakMap<PrefixState, Mask>();
  const nexts = (state: PrefixState) => {
    const next = known.get(state) ?? [
      ...LEXEMES.map((lexeme) => step(state, lexeme)),
      mayEnd(state) ? state : undefined,
    ];
    known.set(state, next);
    return next;
  };
  return {
    vocabulary: { size, ends: [end] },
    start: () => first,
    mask(state) {
      const ids = nexts(state).flatMap((next, id) => (next === undefined ? [] : [id]));
      const mask = masks.get(state) ?? makeMask(ids, size);
      masks.set(state, mask);
      return mask;
    },
    accept: (state, id) => nexts(state)[id],
    allows: (state, id) => nexts(state)[id] !== undefined,
    canEnd: mayEnd,
  };
}
