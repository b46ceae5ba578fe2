// What the grammar's texts and states need to know of a token: its spelling, its category, its name in print.
import { grammarTokens } from '@diorama/syntax';
import type { TokenType } from 'chevrotain';

/** The one text of a token that has only one. */
export function spelling(type: TokenType): string | undefined {
  if (typeof type.PATTERN === 'string') return type.PATTERN;
  const source = type.PATTERN instanceof RegExp ? type.PATTERN.source : '';
  return /^[a-z]+$/.test(source) ? source : undefined;
}

/** The tokens of a category, in the grammar's order; none if it is not a category. */
export function members(type: TokenType): readonly TokenType[] {
  const ids = new Set(type.categoryMatches ?? []);
  return grammarTokens().filter((token) => token.tokenTypeIdx !== undefined && ids.has(token.tokenTypeIdx));
}

/** How the grammar's text writes a token: `"let"`, `"{"`, `NUMBER`; a category of tokens has a rule's name. */
export function terminalName(type: TokenType): string {
  const spelled = spelling(type);
  if (spelled !== undefined) return JSON.stringify(spelled);
  if (members(type).length > 0) return type.name;
  return type.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

/** Every word that is a keyword somewhere. */
export function keywords(): readonly TokenType[] {
  return grammarTokens().filter((type) => /^[a-z]+$/.test(spelling(type) ?? ''));
}
