// What checking carries along: where it is, what it may see, and what it has to say.
import type { Diagnostic, FileId, Place, Section, SourceFile, Span, World } from '@diorama/diagnostics';
import type { AssetCatalog } from './asset-catalog.ts';
import type { Scope } from './scope.ts';
import type * as typed from './typed-tree.ts';
import type { Value } from './value.ts';

/** What a section was seen to depend on: names at top level, `embeddings`, imported files. Equal answers, equal result. */
export type Reads = Map<string, unknown>;

export interface CheckContext {
  readonly file: FileId;
  readonly world: World;
  readonly catalog: AssetCatalog | undefined;
  readonly section: Section;
  /** The file's text, and how far the section has moved since its spans were measured. */
  readonly source: SourceFile;
  readonly shift: number;
  readonly scope: Scope;
  readonly state: SectionState;
}

/** What accumulates while one section is checked. */
export interface SectionState {
  readonly diagnostics: Diagnostic[];
  readonly reads: Reads;
  /** Declarations that were used, for `unused-let`. */
  readonly used: Set<object>;
  /** Names that a mistake was probably meant to use. */
  readonly meant: Set<string>;
  readonly holes: Place[];
  embeddings: typed.EmbeddingFile | undefined;
  /** Whether `embedding(…)` was used since this was last reset. */
  usesEmbeddings: boolean;
  /** The deepest prefab used since this was last reset. */
  prefabDepth: number;
  /** The settings that the program has up to here, by kind. */
  settings: ReadonlyMap<string, Place>;
  /** The next draw's ordinal in the property, let or header at hand. */
  draws: number;
  /** Whether something is scattered, here or in a prefab that is used here. */
  scatters: boolean;
  /** Whether a message depends on more than `reads`, such as on candidates or on what is declared below. */
  volatile: boolean;
}

export function placeOf(ctx: CheckContext, span: Span): Place {
  return { file: ctx.file, section: ctx.section, start: span.start, end: span.end };
}
export function report(ctx: CheckContext, diagnostic: Diagnostic): void {
  ctx.state.diagnostics.push(diagnostic);
}
export function within(ctx: CheckContext, scope: Scope): CheckContext {
  return { ...ctx, scope };
}

/** A span's tokens without white space and comments: equal for texts that differ in layout alone. */
export function canonicalText(ctx: CheckContext, span: Span): string {
  const text = ctx.source.text.slice(span.start + ctx.shift, span.end + ctx.shift);
  if (!text.includes('/')) return text.replace(/\s+/g, '');
  // Texts first, so that a `//` inside one is no comment.
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+/g, '$1');
}

export function isConstant(expression: typed.Expression): expression is typed.Constant {
  return expression.kind === 'constant';
}
export function constant(value: Value, place: Place): typed.Constant {
  return { kind: 'constant', value, place };
}
