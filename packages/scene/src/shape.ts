// Shapes of plain data: what the schema, the reader and the invariants of a scene are all made from.
import type { Interval } from '@diorama/vocabulary';

export type Shape =
  | NumberShape
  | TextShape
  | WordShape
  | VersionShape
  | TupleShape
  | ListShape
  | RecordShape
  | ChoiceShape
  | OriginShape;

/** A finite number, without −0. */
export interface NumberShape {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly range: Interval;
}
export interface TextShape {
  readonly kind: 'text';
  readonly nonEmpty: boolean;
  /** A regular expression that the whole text matches, and its meaning in words: `a color like #a0b1c2`. */
  readonly form?: { readonly pattern: string; readonly words: string };
}
/** One of several words; with one, it tells the alternatives of a choice apart. */
export interface WordShape {
  readonly kind: 'word';
  readonly words: readonly string[];
}
/** Exactly one number. */
export interface VersionShape {
  readonly kind: 'version';
  readonly number: number;
}
export interface TupleShape {
  readonly kind: 'tuple';
  readonly name?: string;
  readonly doc?: string;
  readonly items: readonly Shape[];
}
export interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
}
/** Exactly these fields. Named ones become definitions of the schema. */
export interface RecordShape {
  readonly kind: 'record';
  readonly name?: string;
  readonly doc: string;
  readonly fields: Readonly<Record<string, Field>>;
}
/** One of several records, told apart by their `kind`. */
export interface ChoiceShape {
  readonly kind: 'choice';
  readonly name?: string;
  readonly doc: string;
  readonly alternatives: Readonly<Record<string, RecordShape>>;
}
/** A place in a source: offsets in a scene, lines and columns in its JSON form. */
export interface OriginShape {
  readonly kind: 'origin';
}

/** A field of a record, or `ABSENT`: declared by the TypeScript type, but never there in this record. */
export interface Field {
  readonly shape: Shape;
  readonly doc?: string;
  readonly optional?: boolean;
}
export const ABSENT = Symbol('absent');

/** Fields for every property of a type: a property that is new in the type is a compile error here. */
export type FieldsOf<T> = { readonly [K in keyof Required<T>]: Field | typeof ABSENT };

export function record<T>(name: string | undefined, doc: string, fields: FieldsOf<T>): RecordShape {
  const present = Object.entries<Field | typeof ABSENT>(fields).filter(
    (entry): entry is [string, Field] => entry[1] !== ABSENT,
  );
  return { kind: 'record', ...(name === undefined ? {} : { name }), doc, fields: Object.fromEntries(present) };
}

export function choice(name: string | undefined, doc: string, records: readonly RecordShape[]): ChoiceShape {
  const alternatives: Record<string, RecordShape> = {};
  for (const one of records) for (const word of kindsOf(one)) alternatives[word] = one;
  return { kind: 'choice', ...(name === undefined ? {} : { name }), doc, alternatives };
}

export function number(range: Interval = {}, integer = false): NumberShape {
  return { kind: 'number', integer, range };
}

export function word(...words: readonly string[]): WordShape {
  return { kind: 'word', words };
}

/** The words that the `kind` of a record may be. */
function kindsOf(one: RecordShape): readonly string[] {
  const kind = one.fields.kind?.shape;
  return kind?.kind === 'word' ? kind.words : [];
}
