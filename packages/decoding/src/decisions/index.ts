// The dialect of decisions: one step of a model a decision of core form, instead of one a token of text.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// A program as decisions, and back.
export type { Decision } from './decision.ts';
export { ENCODE_DEFAULTS, type EncodeOptions, encode } from './encode.ts';
export { decode } from './decode.ts';
// What may be decided next.
export {
  allowed,
  canEnd,
  DECISION_DEFAULTS,
  type DecisionMask,
  type DecisionOptions,
  type DecisionState,
  hasEnded,
  need,
  type Offer,
  startDecisions,
  take,
} from './decision-state.ts';
// All of it as data: `grammar/decisions.json`.
export {
  type Choice,
  DECISION_TABLE_VERSION,
  type DecisionTable,
  decisionTable,
  type TableState,
  type Transition,
} from './decision-table.ts';
export { type DecisionDocument, decisionDocument, type KindMask } from './decision-document.ts';
// The values that decisions carry.
export type {
  ColorSlot,
  NumberComponent,
  NumberSlot,
  RotationSlot,
  RowSlot,
  Slot,
  SlotValue,
  TextSlot,
} from './slot.ts';
export { fromScale, type Scale, toScale } from './scale.ts';
export { clampValue, dequantise, quantisationError, quantise } from './quantise.ts';
// A whole item a step.
export {
  fromRecords,
  type ItemRecord,
  type RecordCell,
  type RecordGroup,
  type RecordLayout,
  type RecordMask,
  recordLayout,
  recordMask,
  toRecords,
} from './object-record.ts';
// What it has to say.
export { DECISION_PAGES } from './problems/index.ts';
