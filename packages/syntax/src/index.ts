// Tokens, grammar, syntax tree, comments and the formatter.

// The tree.
export type {
  Access,
  AccessStep,
  Annotation,
  Argument,
  Body,
  BooleanLiteral,
  Call,
  Chain,
  ChainLink,
  ChainOperator,
  ColorLiteral,
  Comment,
  Comparison,
  Conditional,
  Element,
  ElementBody,
  Expression,
  Field,
  For,
  Hole,
  If,
  Import,
  ImportedName,
  IndexStep,
  Item,
  Let,
  List,
  MemberStep,
  Missing,
  Name,
  Negation,
  Not,
  NumberLiteral,
  Parameter,
  Parenthesized,
  Prefab,
  Program,
  Range,
  Scatter,
  Section,
  Statement,
  TextLiteral,
  Tuple,
  TypeName,
} from './ast.ts';
export {
  documentDiagnostics,
  documentProgram,
  type ParsedDocument,
  type PlacedSection,
  parseDocument,
  sectionInPlace,
} from './document.ts';
export { type Entry, documentationOf } from './document-comments.ts';
// And back.
export { canFormat, format } from './format.ts';
// The language's surface as data.
export { grammarProductions, grammarTokens } from './grammar.ts';
export { SYNTAX_PAGES } from './pages.ts';
// From text to tree, at once or edit by edit.
export { parse } from './parse.ts';
export { SIZE_LIMIT, WORD_LIMIT } from './parse-sections.ts';
export { type Edit, reparse } from './reparse.ts';
export { NESTING_LIMIT } from './sections.ts';
export { shiftDiagnostic } from './shift.ts';
export { type Lexeme, type LexemeKind, tokenize } from './tokenize.ts';
export { keywords, softKeywords } from './tokens.ts';
