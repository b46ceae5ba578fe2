// The values that a decision may carry, as data: what sort, between which bounds, on which scale.
import { contains, type Interval, type NumericKind, type NumericType, type TextType } from '@diorama/vocabulary';
import { naturalScale, type Scale, usualSpan } from './scale.ts';

/** What a decision carries. */
export type Slot = NumberSlot | RotationSlot | RowSlot | ColorSlot | TextSlot;
/** A value without its place: what {@link Decision.value} is. */
export type SlotValue = number | string | readonly number[];

/** One number, in metres, degrees or the property's own unit. */
export interface NumberSlot extends NumberComponent {
  readonly kind: 'number';
  readonly name: string;
}
/** A number of a slot. */
export interface NumberComponent {
  readonly type: NumericKind;
  /** `m`, `deg`, `EV`, …; '' for a pure number. */
  readonly unit: string;
  /** The decision is refused outside of these bounds. */
  readonly range: Interval;
  readonly scale: Scale;
  /** Where bins are worth placing; what lies outside falls into the first or the last. */
  readonly span: readonly [low: number, high: number];
  /** How many bins of equal width on the scale are advised. */
  readonly bins: number;
}
/** A rotation in one of its spellings: decided as a whole, for its numbers mean nothing apart. */
export interface RotationSlot {
  readonly kind: 'rotation';
  readonly name: string;
  readonly components: readonly (NumberComponent & { readonly name: string })[];
  /** Whether nothing but zeros is refused. */
  readonly nonzero: boolean;
}
/** A row of the embeddings file: a model decides the vector, and the row is its place in the file. */
export interface RowSlot {
  readonly kind: 'row';
  readonly name: string;
  /** How many rows there are, as far as known. */
  readonly rows?: number;
}
/** `#rrggbb`, lower case. */
export interface ColorSlot {
  readonly kind: 'color';
  readonly name: string;
}
/** A text; a `label` is a name that no other element has. */
export interface TextSlot {
  readonly kind: 'text';
  readonly name: string;
  readonly form: 'any' | 'label' | 'asset-id' | 'safetensors' | 'image';
  readonly nonEmpty: boolean;
  /** If some texts are known, only these. */
  readonly choices?: readonly string[];
  /** The class that an asset must have, if its element has one. */
  readonly assetClass?: string;
}

export function numberSlot(name: string, type: NumericType, fallback?: number, unit?: string): NumberSlot {
  return { kind: 'number', name, ...numberComponent(type, fallback, unit) };
}

export function numberComponent(type: NumericType, fallback?: number, unit = unitOf(type)): NumberComponent {
  const scale = naturalScale(type, fallback, unit);
  const range = type.range ?? {};
  return { type: type.kind, unit, range, scale, span: usualSpan(type, scale), bins: BINS[scale.kind] };
}

function unitOf({ kind }: NumericType): string {
  return kind === 'length' ? 'm' : kind === 'angle' ? 'deg' : '';
}

/** A bin is 3 degrees of a turn, about 3 % of a depth or height, 1/128 of a bounded number. */
const BINS: Readonly<Record<Scale['kind'], number>> = { circular: 120, log: 256, 'signed-log': 512, linear: 128 };

export function textSlot(name: string, { form, file, nonEmpty = false }: TextType): TextSlot {
  return { kind: 'text', name, form: form ?? file ?? 'any', nonEmpty };
}

const LABEL = /^[A-Za-z_][A-Za-z0-9_]*$/;
const ASSET_ID = /^([a-z][a-z0-9_-]*)\/([a-z0-9][a-z0-9_-]*)(#(0|[1-9][0-9]*))?$/;
const COLOR = /^#[0-9a-f]{6}$/;

/** Whether a value may stand in a slot. Which labels are taken is for the state to say. */
export function admitsValue(slot: Slot, value: SlotValue | undefined): boolean {
  switch (slot.kind) {
    case 'number':
      return admitsNumber(slot, value);
    case 'rotation':
      return (
        Array.isArray(value) &&
        value.length === slot.components.length &&
        slot.components.every((component, index) => admitsNumber(component, value[index])) &&
        !(slot.nonzero && value.every((part) => part === 0))
      );
    case 'row':
      return typeof value === 'number' && Number.isSafeInteger(value) && 0 <= value && value < (slot.rows ?? Infinity);
    case 'color':
      return typeof value === 'string' && COLOR.test(value);
    case 'text':
      return typeof value === 'string' && admitsText(slot, value);
  }
}

function admitsNumber({ type, range }: NumberComponent, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return (type !== 'integer' || Number.isInteger(value)) && contains(range, value);
}

function admitsText({ form, nonEmpty, choices, assetClass }: TextSlot, text: string): boolean {
  if (choices !== undefined && form !== 'asset-id') return choices.includes(text);
  if (nonEmpty && text.trim() === '') return false;
  if (form === 'label') return LABEL.test(text);
  if (form !== 'asset-id') return true;
  const [, className] = ASSET_ID.exec(text) ?? [];
  return className !== undefined && (assetClass === undefined || className === assetClass);
}
