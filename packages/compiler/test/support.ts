// Programs in memory, taken through the stages.
import type { Diagnostic, FileId, Outcome, Unreadable } from '@diorama/diagnostics';
import { memoryWorld } from '../src/memory-world.ts';

export const ENTRY = 'main.dio';

export type Files = Readonly<Record<FileId, string>>;

/** A world with `main.dio` and the files beside it. */
export function worldOf(text: string, files: Files = {}) {
  return memoryWorld({ ...files, [ENTRY]: text });
}

/** The outcome of a file that can be read. */
export function read<T>(outcome: Outcome<T> | Unreadable): Outcome<T> {
  if ('unreadable' in outcome) throw new Error(outcome.unreadable);
  return outcome;
}

export function codes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => code);
}
