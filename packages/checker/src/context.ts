// What checking carries along: where it is, what it may see, and what it has to say.
import type { Diagnostic, FileId, Place, Section, SourceFile, Span, World } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { PropertyDefinition } from '@diorama/vocabulary';
import type { AssetCatalog } from './asset-catalog.ts';
import type { Answer } from './reads.ts';
import type { Declaration, Scope } from './scope.ts';
import type * as typed from './typed-tree.ts';
import type { Value } from './value.ts';

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
  diagnostics: Diagnostic[];
  /** By question, so that each is kept once. */
  reads: Map<string, Answer>;
  /** Declarations that were used, for `unused-let`. */
  used: Set<object>;
  /** Names that a mistake was probably meant to use. */
  meant: Set<string>;
  /** What the file's own block learns from it. */
  declared: Declaration[];
  holes: Place[];
  embeddings: typed.EmbeddingFile | undefined;
  /** Whether `embedding(…)` was used since this was last reset. */
  usesEmbeddings: boolean;
  /** The deepest prefab used since this was last reset. */
  prefabDepth: number;
  /** How many blocks deep the running of those prefabs goes. */
  nesting: number;
  /** The settings that the program has up to here, by kind. */
  settings: ReadonlyMap<string, Place>;
  /** The next draw's ordinal in the property, let or header at hand. */
  draws: number;
  /** The let whose value is being checked, if that is a word or a draw of words: what its type would mend. */
  wordLet: ast.Let | undefined;
  /** Whether a word of an enumeration was found out of place in the property, let or header at hand. */
  strayWord: boolean;
  /** The properties of the element whose property is being checked. */
  siblings: readonly PropertyDefinition[];
  /** Whether lowering may have something to say: of what is scattered, scaled, or on top of something. */
  speaksWhenLowered: boolean;
  /** Whether a message depends on more than `reads`, such as on candidates or on what is declared below. */
  volatile: boolean;
}

export function placeOf(ctx: CheckContext, span: Span): Place {
  return { file: ctx.file, section: ctx.section, start: span.start, end: span.end };
}
export function report(ctx: CheckContext, diagnostic: Diagnostic): void {
  ctx.state.diagnostics.push(diagnostic);
}
/** Remembers what was asked of the surroundings. */
export function remember(ctx: CheckContext, of: Answer['of'], name: string, answer: unknown): void {
  const { reads } = ctx.state;
  const key = `${of} ${name}`;
  // The first answer counts: a later one may come from the section itself.
  if (!reads.has(key)) reads.set(key, { of, name, answer });
}
export function within(ctx: CheckContext, scope: Scope): CheckContext {
  return { ...ctx, scope };
}

const NO_SIBLINGS: readonly PropertyDefinition[] = [];

/** Begins a property, let or header: the draws in it are counted from 0. */
export function begin(
  ctx: CheckContext,
  siblings: readonly PropertyDefinition[] = NO_SIBLINGS,
  wordLet?: ast.Let,
): void {
  const { state } = ctx;
  state.draws = 0;
  state.siblings = siblings;
  state.wordLet = wordLet;
  state.strayWord = false;
}

/** The text of a span of the section at hand. */
export function sourceText(ctx: CheckContext, span: Span): string {
  return ctx.source.text.slice(span.start + ctx.shift, span.end + ctx.shift);
}

/** Takes every name in a span that was not understood for one that was meant: then no let in it is unused. */
export function takeAsMeant(ctx: CheckContext, span: Span): void {
  for (const [name] of sourceText(ctx, span).matchAll(/[A-Za-z_][A-Za-z0-9_]*/g)) ctx.state.meant.add(name);
}

/** A span's tokens without white space and comments: equal for texts that differ in layout alone. */
export function canonicalText(ctx: CheckContext, span: Span): string {
  const text = sourceText(ctx, span);
  if (!text.includes('/') && !text.includes('"')) return text.replace(/\s+/g, '');
  // Texts first, so that a `//` inside one is no comment.
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+/g, '$1');
}

export function isConstant(expression: typed.Expression): expression is typed.Constant {
  return expression.kind === 'constant';
}
export function constant(value: Value, place: Place): typed.Constant {
  return { kind: 'constant', value, place };
}
