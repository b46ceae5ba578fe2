// Turns a file into one whose safe fixes are applied, round by round until none is left.
import {
  applyFixes,
  type Diagnostic,
  type FileId,
  type FixedText,
  hasErrors,
  type Outcome,
  type TextEdit,
  type Unreadable,
  type World,
} from '@diorama/diagnostics';
import { SYNTAX_PAGES } from '@diorama/syntax';
import { type Checked, type CompileOptions, checkFile } from './check-file.ts';
import { withText } from './overlay-world.ts';

/** A program after its fixes, at every stage. */
export interface Fixed extends Checked {
  /** What was put right, in order; the first safe fix of each is in the text. */
  readonly applied: readonly Diagnostic[];
}

/** A fix may make room for another one. */
const MOST_ROUNDS = 10;

/**
 * Applies what may be applied unasked, to the file itself and not to those that it uses. What is left to say is in the
 * outcome. A fix that does not help is undone: the mistake that it is for must be gone, and no syntax error may be new.
 */
export function fixFile(world: World, file: FileId, options: CompileOptions = {}): Outcome<Fixed> | Unreadable {
  const first = checkFile(world, file, options);
  if ('unreadable' in first) return first;
  let state: State = { checked: first, applied: [] };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = fixOnce({ world, file, options }, state.checked);
    if (next === undefined) break;
    state = { checked: next.checked, applied: [...state.applied, ...next.applied] };
  }
  const { value, diagnostics } = state.checked;
  return { value: { ...value, applied: state.applied }, diagnostics };
}

interface State {
  readonly checked: Outcome<Checked>;
  readonly applied: readonly Diagnostic[];
}

interface FixContext {
  readonly world: World;
  readonly file: FileId;
  readonly options: CompileOptions;
}

/** One round; undefined if no fix is left that helps. */
function fixOnce(ctx: FixContext, before: Outcome<Checked>): State | undefined {
  const fixable = before.diagnostics.filter(
    ({ primary, fixes }) => primary.file === ctx.file && fixes.some(({ safe }) => safe),
  );
  return fixable.length === 0 ? undefined : addHelpful(ctx, before, undefined, fixable);
}

/** The fixes chosen so far and as many of the others as help: all of them, else each half on its own. */
function addHelpful(
  ctx: FixContext,
  before: Outcome<Checked>,
  chosen: State | undefined,
  others: readonly Diagnostic[],
): State | undefined {
  const together = apply(ctx, before, [...(chosen?.applied ?? []), ...others]);
  if (together !== undefined) return together;
  if (others.length === 1) return chosen;
  const middle = others.length >> 1;
  return addHelpful(ctx, before, addHelpful(ctx, before, chosen, others.slice(0, middle)), others.slice(middle));
}

/** Undefined if the fixes do not help. */
function apply(ctx: FixContext, before: Outcome<Checked>, diagnostics: readonly Diagnostic[]): State | undefined {
  const fixed = applyFixes(before.value.source.text, diagnostics, { safeOnly: true });
  if (fixed.text === before.value.source.text) return undefined;
  const after = checkFile(withText(ctx.world, ctx.file, fixed.text), ctx.file, ctx.options);
  if ('unreadable' in after || !helps(fixed, before.diagnostics, after.diagnostics)) return undefined;
  return { checked: after, applied: fixed.applied };
}

const SYNTAX_CODES: ReadonlySet<string> = new Set(SYNTAX_PAGES.map(({ code }) => code));

/** More errors of other stages may well show: a misspelt element is checked only when it is spelt right. */
function helps({ applied }: FixedText, before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  if (hasErrors(after) && !hasErrors(before)) return false;
  const syntaxErrors = (all: readonly Diagnostic[]) => all.filter(({ code }) => SYNTAX_CODES.has(code)).length;
  if (syntaxErrors(after) > syntaxErrors(before)) return false;
  const left = new Set(after.map((diagnostic) => identify(diagnostic, diagnostic.primary.start)));
  const moved = createMover(applied.flatMap(({ fixes }) => fixes.find(({ safe }) => safe)?.edits ?? []));
  return applied.every((diagnostic) => {
    // What is inserted right there may stand before or after it.
    const { start } = diagnostic.primary;
    return [moved(start), moved(start - 1) + 1].every((place) => !left.has(identify(diagnostic, place)));
  });
}

function identify({ code, primary }: Diagnostic, start: number): string {
  return `${start} ${code} ${primary.file} ${primary.message}`;
}

/** Where a character of the old text is in the new one. */
function createMover(edits: readonly TextEdit[]): (offset: number) => number {
  const ordered = [...edits].sort((a, b) => a.end - b.end);
  const shifts = [0];
  for (const { start, end, text } of ordered) shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start));
  return (offset) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low] ?? 0);
  };
}
