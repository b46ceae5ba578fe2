// Turns the decision table into the document that readers in other languages work from: `grammar/decisions.json`.
import { type DecisionTable, decisionTable } from './decision-table.ts';
import { type RecordLayout, recordLayout } from './object-record.ts';

/** The table with its explanation. Generated from grammar and vocabulary, never written by hand. */
export interface DecisionDocument extends DecisionTable {
  /** How to read it. */
  readonly about: readonly string[];
  /** How an item becomes a record of fixed width. */
  readonly records: RecordLayout;
}

export function decisionDocument(): DecisionDocument {
  const { version, ...table } = decisionTable();
  return { version, about: ABOUT, ...table, records: recordLayout() };
}

const ABOUT: readonly string[] = [
  'A program in core form is a list of decisions; each is a choice and, where the choice has a slot, a value.',
  'A program begins in the first state. A state offers its transitions and those of `otherwise`, of its `otherwise`, and so on. Taking one leads to the state `to`; the state whose `least` is 0 is behind the end.',
  'A choice with `counts` begins an element: none is offered once the limit of objects is reached.',
  'Under a budget, a transition is offered if 1 + `least` of the state `to` is at most what is left; once no element may be begun, `leastAtLimit` counts, and without it there is no way.',
  'A slot of kind `row` is offered once `embeddings` is decided; its row is below the rows of that file. Where a library, files or pictures are known, `asset-id`, `safetensors` and `image` take only those; an asset is of the class that its kind names, but for an `object`.',
  'A `label` is a name that is no word of the language and no other label. A text that is `nonEmpty` says more than white space.',
  '`above` and `below` name choices of the same element: if one was given a number, this one must be greater, or less. A `nonzero` rotation is not of zeros alone.',
  'The text of a choice is its `pieces` with the values between them: numbers in their shortest decimal, texts as in JSON, labels and colors as they are. A choice with `components` is followed by them, each with one more number. Annotations and the kind stand in one line, a label behind the kind, properties in braces with commas; `omitted` are the values that are not written, and a setting without a property or annotation is not written unless its state can end.',
  'Scales: `linear`; `log` is ln(1 + v / resolution); `signed-log` the same on both sides of 0; `circular` repeats after `period`. `bins` of equal width on the scale between the ends of `span` are advised.',
  'A record has a kind, an option for each group (0: left out), a number for each cell, and texts by choice.',
];
