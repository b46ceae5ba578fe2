// Turns the scene's shape into a JSON Schema (draft 2020-12) of its JSON form.
import { unreachable } from '@diorama/diagnostics';
import type { Interval } from '@diorama/vocabulary';
import { SCENE, SCENE_VERSION } from './scene-shape.ts';
import type { Field, RecordShape, Shape } from './shape.ts';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * The schema of what `sceneToJson` gives. It tells every field's type and range; what relates several fields (labels are
 * unique, `near` is less than `far`, an embedding's row exists) only `validateScene` tells.
 */
export function sceneSchema(): JsonObject {
  const definitions: Record<string, Json> = {};
  const root = writeRecord(definitions, {
    ...SCENE,
    fields: {
      version: { shape: { kind: 'version', number: SCENE_VERSION }, doc: 'The version of this form.' },
      ...SCENE.fields,
    },
  });
  const properties: JsonObject = {
    $schema: { type: 'string', description: 'Where this schema is, for editors.' },
    ...(root.properties as JsonObject),
  };
  const sorted = Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:diorama:scene:${SCENE_VERSION}`,
    title: 'Diorama scene',
    ...root,
    properties,
    $defs: sorted,
  };
}

/** The schema of a shape; that of a named shape goes to the definitions, and a reference to it is returned. */
function write(definitions: Record<string, Json>, shape: Shape): JsonObject {
  const name = 'name' in shape ? shape.name : shape.kind === 'origin' ? 'origin' : undefined;
  if (name === undefined) return writeShape(definitions, shape);
  if (definitions[name] === undefined) {
    definitions[name] = true;
    definitions[name] = writeShape(definitions, shape);
  }
  return { $ref: `#/$defs/${name}` };
}

function writeShape(definitions: Record<string, Json>, shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'number':
      return { type: shape.integer ? 'integer' : 'number', ...writeRange(shape.range) };
    case 'text':
      if (shape.form !== undefined) return { type: 'string', pattern: shape.form.pattern };
      return shape.nonEmpty ? { type: 'string', minLength: 1 } : { type: 'string' };
    case 'word':
      return shape.words.length === 1 ? { const: shape.words[0] ?? '' } : { enum: shape.words };
    case 'version':
      return { const: shape.number };
    case 'tuple':
      return {
        ...(shape.doc === undefined ? {} : { description: shape.doc }),
        type: 'array',
        prefixItems: shape.items.map((item) => write(definitions, item)),
        items: false,
        minItems: shape.items.length,
      };
    case 'list':
      return { type: 'array', items: write(definitions, shape.of) };
    case 'record':
      return writeRecord(definitions, shape);
    case 'choice':
      return {
        description: shape.doc,
        oneOf: Object.values(shape.alternatives).map((alternative) => write(definitions, alternative)),
      };
    case 'origin':
      return ORIGIN;
    default:
      return unreachable(shape);
  }
}

function writeRecord(definitions: Record<string, Json>, shape: RecordShape): JsonObject {
  const fields = Object.entries(shape.fields);
  return {
    description: shape.doc,
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, writeField(definitions, field)])),
    required: fields.filter(([, field]) => field.optional !== true).map(([name]) => name),
    additionalProperties: false,
  };
}

function writeField(definitions: Record<string, Json>, field: Field): JsonObject {
  const written = write(definitions, field.shape);
  return field.doc === undefined ? written : { ...written, description: field.doc };
}

function writeRange({ min, max, minExclusive, maxExclusive }: Interval): JsonObject {
  return {
    ...(min === undefined ? {} : { [minExclusive ? 'exclusiveMinimum' : 'minimum']: min }),
    ...(max === undefined ? {} : { [maxExclusive ? 'exclusiveMaximum' : 'maximum']: max }),
  };
}

const FROM_ONE: JsonObject = { type: 'integer', minimum: 1 };
const ORIGIN: JsonObject = {
  description: 'A stretch of a source: lines and columns from 1, columns in UTF-16 code units; the end is not in it.',
  type: 'object',
  properties: {
    file: { type: 'string' },
    line: FROM_ONE,
    column: FROM_ONE,
    endLine: FROM_ONE,
    endColumn: FROM_ONE,
  },
  required: ['file', 'line', 'column', 'endLine', 'endColumn'],
  additionalProperties: false,
};
