// Moves trees and diagnostics: copies of them, some way further on in the text.
import type { Diagnostic, Label } from '@diorama/diagnostics';

/** The same diagnostic, all its places `shift` UTF-16 units further on. */
export function shiftDiagnostic(diagnostic: Diagnostic, shift: number): Diagnostic {
  if (shift === 0) return diagnostic;
  const label = (one: Label): Label => ({ ...one, start: one.start + shift, end: one.end + shift });
  return {
    ...diagnostic,
    primary: label(diagnostic.primary),
    related: diagnostic.related.map(label),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift })),
    })),
  };
}

/** Each `start` and `end` in the tree is moved. */
export function shiftTree<T>(tree: T, shift: number): T {
  if (shift === 0) return tree;
  if (Array.isArray(tree)) return tree.map((part) => shiftTree(part, shift)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    const isOffset = (key === 'start' || key === 'end') && typeof value === 'number';
    copy[key] = isOffset ? value + shift : shiftTree(value, shift);
  }
  return copy as T;
}
