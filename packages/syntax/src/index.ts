// Tokens, grammar, syntax tree, comments and the formatter.
export * from './ast.ts';
export {
  documentDiagnostics,
  documentProgram,
  type ParsedDocument,
  type PlacedSection,
  parseDocument,
  sectionInPlace,
  shiftDiagnostic,
} from './document.ts';
export { grammarProductions, grammarTokens } from './grammar.ts';
export { SYNTAX_PAGES } from './pages.ts';
export { parse } from './parse.ts';
export { type Edit, reparse } from './reparse.ts';
