// What checking a file finds, section by section, kept so that checking an edited version can use it again.
import type { Diagnostic, FileId, Outcome, Place } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { Answer } from './reads.ts';
import type { Cost } from './run-items.ts';
import type { Declaration } from './scope.ts';
import type * as typed from './typed-tree.ts';

/** A checked file. */
export interface CheckedFile {
  readonly program: typed.Program;
  /** In the file's order. */
  readonly sections: readonly CheckedSection[];
  /** What other files may `use`: a name may be that of a value and of a prefab. */
  readonly exports: ReadonlyMap<string, readonly Declaration[]>;
  /** Whether the file has elements of its own. */
  readonly hasElements: boolean;
}

/** What checking one section found, valid as long as its reads give the same answers. */
export interface CheckedSection {
  readonly section: ast.Section;
  /** Nothing but elements that are as they should be: what most sections are, and an edit elsewhere passes over. */
  readonly plain: boolean;
  readonly items: readonly typed.Item[];
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: readonly Answer[];
  /** Declarations of the file that it uses. */
  readonly used: ReadonlySet<object>;
  /** Names that its mistakes were probably meant to use. */
  readonly meant: ReadonlySet<string>;
  readonly declared: readonly Declaration[];
  readonly settings: ReadonlyMap<string, Place>;
  readonly embeddings: typed.EmbeddingFile | undefined;
  readonly holes: readonly Place[];
  readonly cost: Cost;
  /** Whether lowering may have something to say: of what is scattered, scaled, or on top of something. */
  readonly speaksWhenLowered: boolean;
  /** Whether a message depends on more than the reads: then it is checked every time. */
  readonly volatile: boolean;
}

/** A section, and how far it has moved since its spans were measured. */
export interface PlacedSection {
  readonly section: ast.Section;
  readonly shift: number;
}

/** The files that a program uses: checked once each, and kept from one check to the next. */
export interface FileSet {
  readonly files: Map<FileId, ImportedFile>;
  /** The files that were seen to be unchanged during this check. */
  readonly verified: Set<FileId>;
  /** The files that are being checked, outermost first: meeting one again is a cycle. */
  readonly open: FileId[];
  characters: number;
}
/** A file that others `use`, with the text it was checked in, and the files that it uses itself. */
export interface ImportedFile {
  readonly text: string;
  readonly checked: Outcome<CheckedFile>;
  readonly uses: readonly FileId[];
}

/** An empty set: for a first check, or one that should reuse nothing. */
export function fileSet(): FileSet {
  return { files: new Map(), verified: new Set(), open: [], characters: 0 };
}
