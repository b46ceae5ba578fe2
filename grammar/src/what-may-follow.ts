// Turns a text and an offset into what may be written there: completion as editors ask for it.
import { type Lexeme as TextLexeme, tokenize } from '@diorama/syntax';
import type { Catalog } from './catalog.ts';
import { type Expectation, isName } from './expectation.ts';
import { canEnd, expected, explain, type PrefixState, type StartOptions, start, step } from './prefix-state.ts';
import type { Refusal } from './typed/run.ts';

/** What may stand at an offset. */
export interface Continuation {
  /** The state before what stands at the offset. */
  readonly state: PrefixState;
  /** What may stand there. */
  readonly expectations: readonly Expectation[];
  /** The beginning of a word, number or text that ends at the offset; '' if none does. */
  readonly prefix: string;
  /** Where the prefix begins: completion replaces from here. */
  readonly from: number;
  /** What could not be read on the way there; the state is that of what could. */
  readonly refused: readonly RefusedLexeme[];
}
export interface RefusedLexeme {
  readonly start: number;
  readonly end: number;
  readonly refusal: Refusal;
}

/** What may follow the first `offset` characters of a text. */
export function whatMayFollow(
  text: string,
  offset: number = text.length,
  catalog?: Catalog,
  options?: Partial<StartOptions>,
): Continuation {
  const lexemes = tokenize(text.slice(0, offset)).filter(isToken);
  const last = lexemes.at(-1);
  const open = last !== undefined && last.end === offset && isUnfinished(last) ? last : undefined;
  const { state, refused } = fold(text, open === undefined ? lexemes : lexemes.slice(0, -1), start(catalog, options));
  return { state, expectations: expected(state), prefix: open?.text ?? '', from: open?.start ?? offset, refused };
}

function isToken({ kind }: TextLexeme): boolean {
  return kind !== 'comment' && kind !== 'doc-comment';
}

/** Whether more characters could be part of a lexeme. */
function isUnfinished({ kind, token }: TextLexeme): boolean {
  return kind === 'name' || kind === 'keyword' || kind === 'number' || kind === 'color' || token === 'UnterminatedText';
}

/**
 * Steps over lexemes. After one that cannot be read, it goes on at the next line that can begin an item, with what the
 * program had declared before the broken item.
 */
export function fold(
  text: string,
  lexemes: readonly TextLexeme[],
  from: PrefixState,
): { readonly state: PrefixState; readonly refused: readonly RefusedLexeme[] } {
  const refused: RefusedLexeme[] = [];
  let state = from;
  let boundary = from;
  let lost = false;
  for (const lexeme of lexemes) {
    const one = { type: lexeme.token, text: lexeme.text };
    if (lost && !(beginsLine(text, lexeme) && step(boundary, one) !== undefined)) continue;
    const next = step(lost ? boundary : state, one);
    if (next === undefined) {
      const refusal = explain(state, one);
      if (refusal !== undefined) refused.push({ start: lexeme.start, end: lexeme.end, refusal });
      lost = true;
      continue;
    }
    lost = false;
    state = next;
    if (canBeBoundary(lexeme) && canEnd(state)) boundary = state;
  }
  return { state, refused };
}

function canBeBoundary({ token, text, kind }: TextLexeme): boolean {
  return token === 'RightBrace' || kind !== 'punctuation' || isName({ type: token, text });
}

function beginsLine(text: string, { start: at }: TextLexeme): boolean {
  return at === 0 || text[at - 1] === '\n';
}
