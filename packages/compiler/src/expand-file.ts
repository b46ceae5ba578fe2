// Turns a file into the text of its core form.
import type { FileId, Outcome, SourceFile, Unreadable, World } from '@diorama/diagnostics';
import { printCoreForm } from '@diorama/lowering';
import type { CompileOptions } from './check-file.ts';
import { compileFile } from './compile-file.ts';

/** A program as text. */
export interface Printed {
  /** Left out if an error prevents it. */
  readonly text?: string;
  /** What diagnostics point into. */
  readonly sources: ReadonlyMap<FileId, SourceFile>;
}

/**
 * The core form of a program: the same scene, written without names, arithmetic, loops and draws. There is no text where the
 * program has an error or a hole. Returns why, where the file itself cannot be read.
 */
export function expandFile(world: World, file: FileId, options: CompileOptions = {}): Outcome<Printed> | Unreadable {
  const compiled = compileFile(world, file, options);
  if ('unreadable' in compiled) return compiled;
  const { scene, sources } = compiled.value;
  const text = scene && printCoreForm(scene);
  return { value: text === undefined ? { sources } : { text, sources }, diagnostics: compiled.diagnostics };
}
