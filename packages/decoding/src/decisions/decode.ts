// Turns decisions into the text of a program in core form.
import { shortestDecimal } from '@diorama/geometry';
import type { Decision } from './decision.ts';
import {
  canEnd,
  choiceOf,
  type DecisionState,
  mayStandEmpty,
  slotNamed,
  startDecisions,
  take,
  transitionOf,
} from './decision-state.ts';
import type { Choice, Transition } from './decision-table.ts';
import type { SlotValue } from './slot.ts';

/**
 * The program that the decisions spell, in the layout of `expand`: one element a line. Values that are defaults are left
 * out, and settings that then say nothing. Of decisions that stop before `end`, an item that is not finished is left out.
 * Throws a RangeError at a decision that cannot be taken.
 */
export function decode(decisions: readonly Decision[]): string {
  const lines: string[] = [];
  let line = newLine();
  let state = startDecisions();
  for (const [index, decision] of decisions.entries()) {
    const transition = transitionOf(state, decision.choice);
    const next = take(state, decision);
    if (transition === undefined || next === undefined)
      throw new RangeError(`decision ${index} cannot be taken: ${JSON.stringify(decision)}`);
    const choice = choiceOf(state, decision.choice);
    // Annotations stand before the kind that they belong to, so a kind or annotation behind a kind begins a new line.
    if (line.kind !== '' && BEGINS_A_LINE.has(choice.role)) {
      finish(lines, line);
      line = newLine();
    }
    extend(line, choice, spell(state, transition, decision.value), spellDefault(state, transition));
    state = next;
  }
  if (line.kind !== '' && canEnd(state)) finish(lines, line);
  return lines.map((one) => `${one}\n`).join('');
}

const BEGINS_A_LINE: ReadonlySet<Choice['role']> = new Set(['end', 'annotation', 'kind']);

/** A line, as far as it has been decided. */
interface Line {
  head: string;
  kind: string;
  annotated: boolean;
  readonly fields: string[];
  /** A property whose numbers are being decided. */
  open: OpenField | undefined;
}
interface OpenField {
  readonly pieces: readonly string[];
  /** What is not written, spelled; undefined if there is no such value. */
  readonly omitted: string | undefined;
  readonly values: string[];
}
function newLine(): Line {
  return { head: '', kind: '', annotated: false, fields: [], open: undefined };
}

function extend(
  line: Line,
  { role, name, pieces = [] }: Choice,
  values: readonly string[],
  omitted: readonly string[] | undefined,
): void {
  switch (role) {
    case 'annotation':
      line.annotated = true;
      line.head += join(pieces, values);
      return;
    case 'kind':
      line.kind = name;
      line.head += join(pieces, values);
      return;
    case 'label':
      line.head += join(pieces, values);
      return;
    case 'property':
      line.open = { pieces, omitted: omitted && join(pieces, omitted), values: [] };
      break;
    case 'component':
      break;
    case 'end':
      return;
  }
  line.open?.values.push(...values);
  closeField(line);
}

/** Writes a property once all of its numbers are decided. */
function closeField(line: Line): void {
  const { open } = line;
  if (open === undefined || open.values.length < open.pieces.length - 1) return;
  const text = join(open.pieces, open.values);
  if (text !== open.omitted) line.fields.push(text);
  line.open = undefined;
}

function finish(lines: string[], { head, kind, annotated, fields }: Line): void {
  if (fields.length === 0 && !annotated && !mayStandEmpty(kind)) return;
  lines.push(fields.length === 0 ? `${head} {}` : `${head} { ${fields.join(', ')} }`);
}

/** Texts between the pieces around them. */
function join(pieces: readonly string[], values: readonly string[]): string {
  return pieces.map((piece, index) => piece + (values[index] ?? '')).join('');
}

/** The literals of a value: numbers in their shortest decimal, texts in quotes. */
function spell(state: DecisionState, { slot }: Transition, value: SlotValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [shortestDecimal(value)];
  if (typeof value !== 'string') return value.map(shortestDecimal);
  const found = slotNamed(state, slot);
  return [found?.kind === 'text' && found.form !== 'label' ? JSON.stringify(value) : value];
}

function spellDefault(state: DecisionState, transition: Transition): readonly string[] | undefined {
  return transition.omitted?.flatMap((value) => spell(state, transition, value));
}
