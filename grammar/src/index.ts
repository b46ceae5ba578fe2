// The language's surface as data: what may come next at any prefix of a program, and the grammar's texts.

// What is known of the world outside of the program.
export {
  type AssetIds,
  type Catalog,
  ASSET_CLASSES,
  EMPTY_CATALOG,
  type EmbeddingsFile,
  type Export,
  type Exports,
} from './catalog.ts';
// What may come next, as data.
export {
  type AnnotationName,
  type ArgumentName,
  admits,
  type ColorExpectation,
  type Expectation,
  type Fixed,
  type FunctionName,
  type ImportedName,
  type KindName,
  type Lexeme,
  type MemberName,
  type NewName,
  type NumberExpectation,
  type NumberUnit,
  type PropertyName,
  type TextExpectation,
  type TypeName,
  type ValueName,
  inRanges,
  readNumber,
  type Word,
} from './expectation.ts';
// The grammar in the formats of others.
export { emitEbnf } from './exports/ebnf.ts';
export { readSession, type SessionSource } from './exports/core/read-session.ts';
export { exportGrammar, GRAMMAR_FORMATS, type GrammarFormat, type GrammarOptions } from './exports/export-grammar.ts';
export type { ElementJson, ProgramJson, ValueJson } from './exports/json/program-json.ts';
export { type PrintOptions, printProgram } from './exports/json/print-program.ts';
export { programToJson } from './exports/json/program-to-json.ts';
export { emitVocabularyReference } from './exports/vocabulary-reference.ts';
// The grammar as a graph, and as texts.
export {
  type CallNode,
  createNetwork,
  type EndNode,
  type ForkNode,
  type Network,
  type Node,
  type TokenNode,
} from './machine/network.ts';
// The states of a program's prefixes.
export {
  canEnd,
  expected,
  explain,
  explainAt,
  exportsOf,
  type PrefixState,
  START_DEFAULTS,
  type StartOptions,
  start,
  step,
} from './prefix-state.ts';
export { bytesToEnd } from './bytes-to-end.ts';
export { isCompared, representative } from './representative.ts';
export { createStateKeys, type StateKeys } from './state-keys.ts';
export type { Refusal } from './typed/run.ts';
// For editors: a text and an offset instead of lexemes.
export { type Continuation, fold, type RefusedLexeme, whatMayFollow } from './what-may-follow.ts';
