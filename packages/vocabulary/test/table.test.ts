// What must be true of every line of the table, whatever it says.
import { keywords } from '@diorama/syntax';
import { describe, expect, test } from 'vitest';
import {
  ANNOTATIONS,
  contains,
  dimensionOf,
  ENUMERATIONS,
  FUNCTIONS,
  findAnnotation,
  findFunction,
  findKind,
  findMember,
  findProperty,
  isNumeric,
  KINDS,
  MEMBERS,
  type ParameterDefinition,
  PREFAB_PROPERTIES,
  TYPE_CONSTRUCTORS,
  TYPE_NAMES,
  type ValueType,
} from '../src/index.ts';

const properties = [
  ...KINDS.flatMap((kind) => kind.properties.map((property) => [`${kind.name}.${property.name}`, property] as const)),
  ...PREFAB_PROPERTIES.map((property) => [`a prefab’s ${property.name}`, property] as const),
];
const parameters = [...FUNCTIONS.map((one) => [one.name, one.signatures] as const)].flatMap(([name, signatures]) =>
  signatures.flatMap((signature, index) =>
    signature.parameters.map((parameter) => [`${name}(${parameter.name}) ${index}`, parameter] as const),
  ),
);

const SENTENCE = /^[A-Z`].*[.)`]$/s;
const NAME = /^[a-z][a-z0-9_]*$/;
/** What a number of a property may be counted in, by its dimension. */
const UNITS_OF = { length: ['m'], angle: ['deg'], number: [undefined, 'EV', 'W', '1/m', '%'] } as const;

describe.each(properties)('%s', (_, property) => {
  test('has a name, a sentence and a source', () => {
    expect(property.name).toMatch(NAME);
    expect(keywords).not.toContain(property.name);
    expect(property.doc).toMatch(SENTENCE);
    expect(property.source.trim()).not.toBe('');
  });

  test('must be given, or has a value when it is left out', () => {
    const ways = [property.required, property.default, property.derived].filter((way) => way !== undefined);
    expect(ways.length).toBeGreaterThan(0);
    expect(property.required === 'always' && property.default !== undefined).toBe(false);
  });

  test('has the unit of its dimension', () => {
    if (isNumeric(property.type)) expect(UNITS_OF[dimensionOf(property.type)]).toContain(property.unit);
  });

  test('has bounds in order, and a default between them', () => {
    expectFit(property.type, property.default);
  });
});

test.each(parameters)('parameter %s has bounds in order, and a default between them', (_, parameter) => {
  expect(parameter.name).toMatch(NAME);
  expectFit(parameter.type, parameter.default);
});

function expectFit(type: ValueType, value: ParameterDefinition['default']): void {
  switch (type.kind) {
    case 'number':
    case 'integer':
    case 'length':
    case 'angle': {
      const { min = -Infinity, max = Infinity } = type.range ?? {};
      expect(min).toBeLessThan(max);
      if (value === undefined) return;
      expect(typeof value).toBe('number');
      expect(contains(type.range ?? {}, value as number)).toBe(true);
      if (type.kind === 'integer') expect(Number.isInteger(value)).toBe(true);
      return;
    }
    case 'enumeration':
      expect(new Set(type.words).size).toBe(type.words.length);
      for (const word of type.words) expect(ENUMERATIONS.get(type.name)?.words).toContain(word);
      if (value !== undefined) expect(type.words).toContain(value);
      return;
    case 'vector':
      for (const [axis, range] of (type.components ?? []).entries()) {
        if (Array.isArray(value)) expect(contains(range, value[axis])).toBe(true);
      }
      return;
    case 'color':
      if (value !== undefined) expect(value).toMatch(/^#[0-9a-f]{6}$/);
      return;
    default:
  }
}

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  test('has properties of different names, and groups and orders of its own properties', () => {
    const names = kind.properties.map((property) => property.name);
    expect(name).toMatch(NAME);
    expect(kind.doc).toMatch(SENTENCE);
    expect(kind.source.trim()).not.toBe('');
    expect(new Set(names).size).toBe(names.length);
    for (const { alternatives, reason } of kind.oneOf) {
      expect(alternatives.length).toBeGreaterThan(1);
      for (const alternative of alternatives.flat()) expect(names).toContain(alternative);
      expect(reason.trim()).not.toBe('');
    }
    for (const pair of kind.increasing ?? []) for (const one of pair) expect(names).toContain(one);
  });

  test('offers the members that its properties can answer', () => {
    for (const member of kind.members) expect(findMember('element', member)).toBeDefined();
    if (kind.role === 'setting') expect(kind.members).toEqual([]);
    if (kind.members.includes('rotation')) expect(findProperty(kind, 'rotation')).toBeDefined();
  });

  test('has proportions if a class of the asset library stands for it', () => {
    if (kind.role !== 'object' || kind.proportions === undefined) return;
    const { width, depth, plausibleHeight } = kind.proportions;
    expect(width).toBeGreaterThan(0);
    expect(depth).toBeGreaterThan(0);
    expect(plausibleHeight.min).toBeGreaterThan(0);
    expect(plausibleHeight.max).toBeGreaterThan(plausibleHeight.min ?? Infinity);
  });
});

test('the classes of the library say how large they are', () => {
  const classes = KINDS.filter(({ role, name }) => role === 'object' && name !== 'object');
  expect(classes.map(({ name }) => name).sort()).toEqual(['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree']);
  for (const { proportions } of classes) expect(proportions).toBeDefined();
});

test('each class of animal has the poses that it can take', () => {
  const poses = (name: string) => {
    const kind = findKind(name);
    const type = kind && findProperty(kind, 'pose')?.type;
    return type?.kind === 'enumeration' ? [...type.words] : [];
  };
  expect(poses('herbivore')).toContain('graze');
  expect(poses('carnivore')).not.toContain('graze');
  expect(poses('bird')).toEqual(expect.arrayContaining(['perch', 'fly']));
  for (const name of ['herbivore', 'carnivore'])
    for (const word of ['perch', 'fly']) expect(poses(name)).not.toContain(word);
  const all = new Set(['bird', 'carnivore', 'herbivore'].flatMap(poses));
  expect([...all].sort()).toEqual(['fly', 'graze', 'lie', 'look', 'perch', 'run', 'sit', 'stand', 'swim', 'walk']);
  for (const name of ['tree', 'bush', 'boulder']) expect(poses(name)).toEqual([]);
});

test('every word is found by its name, and no two have one name', () => {
  const unique = (names: readonly string[]) => expect(new Set(names).size).toBe(names.length);
  for (const kind of KINDS) expect(findKind(kind.name)).toBe(kind);
  for (const definition of FUNCTIONS) expect(findFunction(definition.name)).toBe(definition);
  for (const annotation of ANNOTATIONS) expect(findAnnotation(annotation.name)).toBe(annotation);
  for (const member of MEMBERS) expect(findMember(member.of, member.name)).toBe(member);
  unique([...KINDS, ...FUNCTIONS].map(({ name }) => name));
  unique(ANNOTATIONS.map(({ name }) => name));
  unique([...TYPE_NAMES.keys(), ...TYPE_CONSTRUCTORS]);
  expect([findKind('unicorn'), findFunction('tree'), findAnnotation(''), findMember('vector', 'w')]).toEqual(
    new Array(4).fill(undefined),
  );
});

test('what may be repeated comes last, and what must be named behind what need not be', () => {
  for (const { signatures } of FUNCTIONS) {
    for (const { parameters: list } of signatures) {
      expect(list.slice(0, -1).some(({ rest }) => rest)).toBe(false);
      const firstNamed = list.findIndex(({ named }) => named);
      if (firstNamed !== -1) expect(list.slice(firstNamed).every(({ named }) => named)).toBe(true);
    }
  }
});
