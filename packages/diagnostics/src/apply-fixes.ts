// Applies edits and fixes to a text.
import type { Diagnostic, Fix, TextEdit } from './diagnostic.ts';
import { invariant } from './invariant.ts';

/** What {@link applyFixes} did. */
export interface FixedText {
  readonly text: string;
  /** In the order given: those whose fix is now in the text. */
  readonly applied: readonly Diagnostic[];
  /** Those whose fix touches what another one changed: check the new text and fix again. */
  readonly skipped: readonly Diagnostic[];
}

/** Options for {@link applyFixes}. */
export interface ApplyFixesOptions {
  /** Only fixes that may be applied unasked. */
  readonly safeOnly: boolean;
}

/**
 * Applies the first fix (with `safeOnly`, the first safe one) of each diagnostic to the text that they are about. Where two
 * fixes meet, the diagnostic that comes first has it, and the other one is left for the next round.
 */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[], options: ApplyFixesOptions): FixedText {
  const edits: TextEdit[] = [];
  const applied: Diagnostic[] = [];
  const skipped: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find((candidate) => candidate.safe || !options.safeOnly);
    if (fix === undefined) continue;
    if (meets(fix, edits)) {
      skipped.push(diagnostic);
    } else {
      edits.push(...fix.edits);
      applied.push(diagnostic);
    }
  }
  return { text: applyEdits(text, edits), applied, skipped };
}

/** Makes edits, given in any order, whose offsets all mean the text before. They must lie within it and not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of inOrder(edits)) {
    invariant(edit.start <= edit.end && edit.end <= text.length, 'an edit lies within its text');
    invariant(at <= edit.start, 'edits of one text do not overlap');
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Edits by position; insertions at one place keep their order and come before a replacement that starts there. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

function meets(fix: Fix, edits: readonly TextEdit[]): boolean {
  return fix.edits.some((edit) => edits.some((other) => overlap(edit, other)));
}

/** Whether two edits change the same text, or insert at the same place, where their order would be a guess. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}
