// The vocabulary's defaults as values of the scene: read from the one table, never written again.
import { invariant } from '@diorama/diagnostics';
import type * as scene from '@diorama/scene';
import { type DefaultValue, findKind, findProperty, type PropertyDefinition } from '@diorama/vocabulary';

/** The property of a kind; both must be in the table. */
export function propertyOf(kind: string, name: string): PropertyDefinition {
  const definition = findKind(kind);
  const property = definition && findProperty(definition, name);
  invariant(property !== undefined, `the vocabulary has ${kind}.${name}`);
  return property;
}

export function defaultNumber(property: PropertyDefinition): number {
  return expectDefault(property, (value) => typeof value === 'number');
}

/** A text, a color or a word. */
export function defaultText(property: PropertyDefinition): string {
  return expectDefault(property, (value) => typeof value === 'string');
}

export function defaultPoint(property: PropertyDefinition): scene.Point {
  return expectDefault(property, (value): value is scene.Point => Array.isArray(value) && value.length === 3);
}

export function defaultLocation(property: PropertyDefinition): scene.FixedLocation {
  const value = expectDefault(property, (found): found is readonly number[] => Array.isArray(found));
  const [x = 0, second = 0, third] = value;
  return third === undefined ? { kind: 'ground', x, z: second } : { kind: 'world', x, y: second, z: third };
}

/** A rotation's default is a yaw in degrees. */
export function defaultRotation(property: PropertyDefinition): scene.Rotation {
  return { kind: 'yaw', yaw: defaultNumber(property) };
}

function expectDefault<T extends DefaultValue>(
  property: PropertyDefinition,
  fits: (value: DefaultValue) => value is T,
): T {
  const { default: value, name } = property;
  invariant(value !== undefined && fits(value), `the vocabulary's default of ${name} has its type`);
  return value;
}
