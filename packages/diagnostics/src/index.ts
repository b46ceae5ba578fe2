// Source files, places in them, and what stages say about them.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// Texts and places.
export { type FileId, type Place, type Section, type Span, cover } from './span.ts';
export { type Position, SourceFile } from './source-file.ts';
export { type Unreadable, type World, isUnreadable } from './world.ts';

// What stages say.
export {
  type Diagnostic,
  type Fix,
  type Label,
  type Outcome,
  type Severity,
  type TextEdit,
  hasErrors,
} from './diagnostic.ts';
export { type ProblemDetails, type ProblemPage, insert, label, problem, replace } from './problem.ts';
export { closest } from './closest.ts';
export { sortDiagnostics } from './sort-diagnostics.ts';

// How it is shown, and repaired.
export { type TerminalOptions, renderForTerminal } from './render-for-terminal.ts';
export { renderSummary } from './render-summary.ts';
export {
  type JsonDiagnostic,
  type JsonEdit,
  type JsonFix,
  type JsonRange,
  type JsonRelated,
  renderAsJson,
} from './render-as-json.ts';
export { type ApplyFixesOptions, type FixedText, applyEdits, applyFixes } from './apply-fixes.ts';

// What must hold.
export { invariant, unreachable } from './invariant.ts';
