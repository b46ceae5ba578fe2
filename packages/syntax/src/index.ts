// Tokens, grammar, syntax tree, comments and the formatter.
export * from './ast.ts';
export { grammarProductions, grammarTokens } from './grammar.ts';
export { SYNTAX_PAGES } from './pages.ts';
export { parse } from './parse.ts';
