// Turns the decision table into the document that readers in other languages work from: `grammar/decisions.json`.
import { findKind } from '@diorama/vocabulary';
import { RESERVED } from './decision-state.ts';
import { type DecisionTable, decisionTable } from './decision-table.ts';
import { type RecordLayout, recordLayout } from './object-record.ts';

/** The table with its explanation. Generated from grammar and vocabulary, never written by hand. */
export interface DecisionDocument extends DecisionTable {
  /** How to read it. */
  readonly about: readonly string[];
  /** Words of the language, which no label may be. */
  readonly reserved: readonly string[];
  /** How an item becomes a record of fixed width. */
  readonly records: RecordLayout & { readonly masks: readonly KindMask[] };
}

/** What a record of a kind may hold, as names. */
export interface KindMask {
  readonly kind: string;
  /** The groups that cannot be left out. */
  readonly required: readonly string[];
  /** The options that it has, of all groups. */
  readonly options: readonly string[];
  /** The slots of options and of their further numbers; what is not listed bears the name of its cell. */
  readonly slots: Readonly<Record<string, string>>;
}

export function decisionDocument(): DecisionDocument {
  const { version, ...table } = decisionTable();
  return {
    version,
    about: ABOUT,
    ...table,
    reserved: [...RESERVED],
    records: { ...recordLayout(), masks: recordLayout().kinds.map(kindMask) },
  };
}

/** Collected from all states of the kind's items. */
function kindMask(kind: string): KindMask {
  const { choices, states } = decisionTable();
  const { cells } = recordLayout();
  const roles = new Map(choices.map(({ name, role }) => [name, role]));
  const slots = new Map<string, string>();
  const options = new Set(choices.filter(({ role }) => role === 'annotation').map(({ name }) => name));
  const seen = new Set<number>();
  const visit = (at: number | undefined): void => {
    const state = at === undefined ? undefined : states[at];
    if (at === undefined || state === undefined || seen.has(at)) return;
    seen.add(at);
    for (const { choice, slot, to } of state.transitions) {
      const role = roles.get(choice);
      // What begins another item is not of this one.
      if (role !== 'property' && role !== 'component' && role !== 'label') continue;
      if (role !== 'component') options.add(choice);
      const cell = cells.find((one) => one.choice === choice);
      if (slot !== undefined && cell !== undefined && !cell.name.startsWith(slot)) slots.set(choice, slot);
      visit(to);
    }
    visit(state.otherwise);
  };
  for (const { transitions } of states) visit(transitions.find(({ choice }) => choice === kind)?.to);
  const required = findKind(kind)?.properties.filter((property) => property.required !== undefined) ?? [];
  return {
    kind,
    required: required.map(({ name }) => name),
    options: choices.map(({ name }) => name).filter((name) => options.has(name)),
    slots: Object.fromEntries(slots),
  };
}

const ABOUT: readonly string[] = [
  'A program in core form is a list of decisions; each is a choice and, where the choice has a slot, a value.',
  'A program begins in the first state. A state offers its transitions and those of `otherwise`, of its `otherwise`, and so on. Taking one leads to the state `to`; the state whose `least` is 0 is behind the end.',
  'A choice with `counts` begins an element: none is offered once the limit of objects is reached.',
  'Under a budget, a transition is offered if 1 + `least` of the state `to` is at most what is left; once no element may be begun, `leastAtLimit` counts, and without it there is no way.',
  'A slot of kind `row` is offered once `embeddings` is decided; its row is below the rows of that file. Where a library, files or pictures are known, `asset-id`, `safetensors` and `image` take only those; an asset is of the class that its kind names, but for an `object`.',
  'A `label` is a name that is not `reserved` and no other label. A text that is `nonEmpty` says more than white space.',
  '`above` and `below` name choices of the same element: if one was given a number, this one must be greater, or less. A `nonzero` rotation is not of zeros alone.',
  'The text of a choice is its `pieces` with the values between them: numbers in their shortest decimal, texts as in JSON, labels and colors as they are. A choice with `components` is followed by them, each with one more number. Annotations and the kind stand in one line, a label behind the kind, properties in braces with commas; `omitted` are the values that are not written, and a setting without a property or annotation is not written unless its state can end.',
  'Scales: `linear`; `log` is ln(1 + v / resolution); `signed-log` the same on both sides of 0; `circular` repeats after `period`. `bins` of equal width on the scale between the ends of `span` are advised.',
  'A record has a kind, an option for each group (0: left out), a number for each cell, and texts by choice. Its kind has a mask: within it groups and cells are independent, but for settings, where an earlier property may exclude a later.',
];
