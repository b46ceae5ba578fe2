// Turns what core form may hold into a JSON schema, for models that are only offered one: the JSON of `printProgram`.

import { ASSET_ID } from '@diorama/checker';
import { unreachable } from '@diorama/diagnostics';
import {
  ANNOTATIONS,
  FUNCTIONS,
  type Interval,
  isNumeric,
  type ParameterDefinition,
  type Signature,
  type ValueType,
} from '@diorama/vocabulary';
import type { CoreKind, CoreModel } from '../core/core-model.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schema of a program in core form as JSON. Numbers are metres, degrees or themselves. Draft 2020-12. */
export function jsonSchema(model: CoreModel): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const elements = model.kinds.map((kind) => kindSchema(definitions, model, kind));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Diorama program in core form',
    description:
      'Kept: kinds have their own properties, those that must be there are, values have the type and range of their property, in metres and degrees. Left to the checker: settings once each and before what is seen, labels that differ, properties that exclude each other, files, assets and rows that exist.',
    type: 'object',
    properties: { elements: { type: 'array', items: { anyOf: elements } } },
    required: ['elements'],
    additionalProperties: false,
    $defs: Object.fromEntries(definitions),
  };
}

type Definitions = Map<string, JsonSchema>;

function kindSchema(definitions: Definitions, model: CoreModel, { name, role, properties }: CoreKind): JsonSchema {
  const assetClass = name === 'object' ? undefined : name;
  const fields = properties.map(({ definition, names }) => {
    const value = valueSchema(definitions, model, definition.type, assetClass);
    const choices = names.length === 0 ? value : { anyOf: [value, object({ name: { enum: names } })] };
    return [definition.name, { description: definition.doc, ...choices }] as const;
  });
  const common = {
    label: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
    annotations: annotationsSchema(definitions, model),
  };
  const required = properties.filter((one) => one.required).map(({ definition }) => definition.name);
  return {
    ...(role === undefined ? { description: 'A prefab that the session declared.' } : {}),
    type: 'object',
    // Properties have an object of their own: one may be called `label`.
    properties: {
      kind: { const: name },
      ...common,
      properties: { type: 'object', properties: Object.fromEntries(fields), required, additionalProperties: false },
    },
    required: ['kind', 'properties'],
    additionalProperties: false,
  };
}

function annotationsSchema(definitions: Definitions, model: CoreModel): JsonSchema {
  return define(definitions, 'annotations', () => ({
    type: 'array',
    items: {
      anyOf: ANNOTATIONS.map(({ name, parameters }) =>
        object({ [name]: argumentsSchema(definitions, model, parameters, undefined) }),
      ),
    },
  }));
}

function define(definitions: Definitions, name: string, schema: () => JsonSchema): JsonSchema {
  if (!definitions.has(name)) {
    definitions.set(name, {});
    definitions.set(name, schema());
  }
  return { $ref: `#/$defs/${name}` };
}

/** An object of exactly these fields. */
function object(properties: { readonly [name: string]: JsonSchema }): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function valueSchema(
  definitions: Definitions,
  model: CoreModel,
  type: ValueType,
  assetClass: string | undefined,
): JsonSchema {
  if (isNumeric(type)) return { type: type.kind === 'integer' ? 'integer' : 'number', ...bounds(type.range) };
  switch (type.kind) {
    case 'text':
      return type.form === 'asset-id'
        ? assetSchema(model, assetClass)
        : { type: 'string', ...(type.nonEmpty ? { minLength: 1 } : {}) };
    case 'color':
      return { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' };
    case 'boolean':
      return { type: 'boolean' };
    case 'enumeration':
      return { enum: type.words };
    case 'position':
      return type.view
        ? define(definitions, 'place', () => ({
            anyOf: [POINT, ...callSchemas(definitions, model, 'view-position', undefined)],
          }))
        : define(definitions, 'point', () => POINT);
    case 'vector': {
      const items = [0, 1, 2].map((index) => ({ type: 'number', ...bounds(type.components?.[index]) }));
      return { type: 'array', prefixItems: items, items: false, minItems: 3, maxItems: 3 };
    }
    case 'view-position':
    case 'rotation':
    case 'region':
      return define(definitions, type.kind, () => ({ anyOf: callSchemas(definitions, model, type.kind, undefined) }));
    case 'appearance':
      return define(definitions, assetClass === undefined ? 'appearance' : `appearance-of-${assetClass}`, () => ({
        anyOf: callSchemas(definitions, model, type.kind, assetClass),
      }));
    case 'list':
      return { type: 'array', items: valueSchema(definitions, model, type.of, assetClass) };
    case 'range': {
      const bound = valueSchema(definitions, model, type.of, undefined);
      return { anyOf: [object({ from: bound, to: bound }), object({ from: bound, below: bound })] };
    }
    case 'element':
    case 'variable':
      throw new Error(`internal error: nothing has a value of type ${type.kind}`);
    default:
      return unreachable(type);
  }
}

const POINT: JsonSchema = {
  description: '[x, z] on the ground, [x, y, z] anywhere',
  type: 'array',
  items: { type: 'number' },
  minItems: 2,
  maxItems: 3,
};

function bounds({ min, max, minExclusive, maxExclusive }: Interval = {}): JsonSchema {
  return {
    ...(min === undefined ? {} : { [minExclusive ? 'exclusiveMinimum' : 'minimum']: min }),
    ...(max === undefined ? {} : { [maxExclusive ? 'exclusiveMaximum' : 'maximum']: max }),
  };
}

function assetSchema({ catalog }: CoreModel, assetClass: string | undefined): JsonSchema {
  const known = assetClass === undefined ? [] : [...(catalog.assets?.ids(assetClass) ?? [])];
  const form = assetClass === undefined ? ASSET_ID.source : ASSET_ID.source.replace(/^\^\([^)]*\)/, `^${assetClass}`);
  if (known.length === 0) return { type: 'string', pattern: form };
  return { type: 'string', pattern: `^(${known.join('|')})(#(0|[1-9][0-9]*))?$` };
}

/** Every constructor of a type: `{ "yaw": [40] }`. */
function callSchemas(
  definitions: Definitions,
  model: CoreModel,
  result: ValueType['kind'],
  assetClass: string | undefined,
): readonly JsonSchema[] {
  return FUNCTIONS.filter(({ role }) => role === 'constructor').flatMap(({ name, doc, signatures }) =>
    signatures
      .filter((signature) => signature.result.kind === result)
      .map((signature) => ({
        description: doc,
        ...object({ [name]: callArguments(definitions, model, signature, assetClass) }),
      })),
  );
}

function callArguments(
  definitions: Definitions,
  model: CoreModel,
  { parameters }: Signature,
  assetClass: string | undefined,
): JsonSchema {
  if (!parameters.some(({ named, default: value }) => named || value !== undefined)) {
    return argumentsSchema(definitions, model, parameters, assetClass);
  }
  const fields = parameters.map(({ name, type }) => [name, valueSchema(definitions, model, type, assetClass)] as const);
  const required = parameters.filter(({ default: value }) => value === undefined).map(({ name }) => name);
  return { type: 'object', properties: Object.fromEntries(fields), required, additionalProperties: false };
}

/** All arguments in order. */
function argumentsSchema(
  definitions: Definitions,
  model: CoreModel,
  parameters: readonly ParameterDefinition[],
  assetClass: string | undefined,
): JsonSchema {
  const items = parameters.map(({ name, type }) => ({
    description: name,
    ...valueSchema(definitions, model, type, assetClass),
  }));
  return { type: 'array', prefixItems: items, items: false, minItems: items.length, maxItems: items.length };
}
