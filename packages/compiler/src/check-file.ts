// Turns a file into all that the stages find out about it: its tree, its types, its scene, and what they have to say.

import type * as typed from '@diorama/checker';
import { type AssetCatalog, check, type Limits } from '@diorama/checker';
import {
  type Diagnostic,
  type FileId,
  hasErrors,
  isUnreadable,
  type Outcome,
  SourceFile,
  sortDiagnostics,
  type Unreadable,
  type World,
} from '@diorama/diagnostics';
import { lower } from '@diorama/lowering';
import type { Scene } from '@diorama/scene';
import type * as ast from '@diorama/syntax';
import { parse } from '@diorama/syntax';
import { recordSources } from './overlay-world.ts';

/** Options of all functions that take a file through the stages. */
export interface CompileOptions {
  /** The asset library; without one, asset ids are checked for their form alone. */
  readonly catalog?: AssetCatalog | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/** A program at every stage. */
export interface Checked {
  readonly source: SourceFile;
  readonly program: ast.Program;
  readonly typed: typed.Program;
  /** Left out if an error prevents it. Elements with a value still to be filled in are not in it. */
  readonly scene?: Scene;
  /** The texts of the file and of those that it uses: what diagnostics point into. */
  readonly sources: ReadonlyMap<FileId, SourceFile>;
}

/** Parses, checks and lowers a file; only one that cannot be read has no outcome. */
export function checkFile(world: World, file: FileId, options: CompileOptions = {}): Outcome<Checked> | Unreadable {
  const sources = new Map<FileId, SourceFile>();
  const recording = recordSources(world, sources);
  const text = recording.readText(file);
  if (isUnreadable(text)) return text;

  const { catalog, limits = {} } = options;
  const source = sources.get(file) ?? SourceFile.from(file, text);
  const { value: program, diagnostics } = parse(source);
  const checked = check(program, { source, world: recording, limits, ...(catalog && { catalog }) });
  const found = [...diagnostics, ...checked.diagnostics];
  const outcome = (all: readonly Diagnostic[], scene?: Scene): Outcome<Checked> => ({
    value: { source, program, typed: checked.value, sources, ...(scene && { scene }) },
    diagnostics: sortDiagnostics(all, [file]),
  });
  if (hasErrors(found) || !checked.value.valid) return outcome(found);
  const lowered = lower(checked.value, { limits });
  const all = [...found, ...lowered.diagnostics];
  return hasErrors(all) ? outcome(all) : outcome(all, lowered.value);
}
