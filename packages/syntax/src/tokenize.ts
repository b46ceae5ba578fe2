// Turns text into lexemes for highlighting and for other readers of the language's surface; comments included.
import type { Span } from '@diorama/diagnostics';
import type { IToken } from 'chevrotain';
import * as t from './tokens.ts';

/** What a lexeme is to a reader; `unknown` is what no token begins with. */
export type LexemeKind =
  | 'keyword'
  | 'name'
  | 'number'
  | 'text'
  | 'color'
  | 'punctuation'
  | 'comment'
  | 'doc-comment'
  | 'unknown';

/** A token or a comment as it stands in the text; white space lies between. */
export interface Lexeme extends Span {
  readonly kind: LexemeKind;
  /** The name of its token in the grammar: `Identifier`, `LeftBrace`. */
  readonly token: string;
  readonly text: string;
}

/**
 * Every token and comment of a text, in its order; offsets count UTF-16 units. It never fails: a text that is too large to be
 * read has none.
 */
export function tokenize(text: string): Lexeme[] {
  const { tokens, comments } = t.lex(text) ?? { tokens: [], comments: [] };
  return [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset).map(lexeme);
}

function lexeme(token: IToken): Lexeme {
  const { image, startOffset: start, tokenType } = token;
  return {
    kind: t.isDocComment(token) ? 'doc-comment' : (KINDS.get(tokenType) ?? 'punctuation'),
    token: tokenType.name,
    start,
    end: start + image.length,
    text: image,
  };
}

const KINDS: ReadonlyMap<IToken['tokenType'], LexemeKind> = new Map<IToken['tokenType'], LexemeKind>([
  ...[...t.KEYWORDS, ...t.SOFT_KEYWORDS].map((type) => [type, 'keyword'] as const),
  [t.Identifier, 'name'],
  [t.NumberToken, 'number'],
  [t.Text, 'text'],
  [t.Color, 'color'],
  [t.LineComment, 'comment'],
  [t.BlockComment, 'comment'],
  [t.UnterminatedComment, 'comment'],
  [t.UnterminatedText, 'text'],
  [t.WrongQuoted, 'text'],
  [t.BarePoint, 'number'],
  [t.Foreign, 'unknown'],
  [t.Semicolon, 'unknown'],
  [t.Unknown, 'unknown'],
]);
