// The units that may be glued to a number. No unit begins with `e`: `1e3` is a number.
import type { UnitDefinition } from './definitions.ts';

/** Every unit. `factor` is how many base units it is: metres, degrees, or 1 for a pure number. */
export const UNITS: readonly UnitDefinition[] = [
  { name: 'm', dimension: 'length', factor: 1, doc: 'metres' },
  { name: 'mm', dimension: 'length', factor: 0.001, doc: 'millimetres' },
  { name: 'cm', dimension: 'length', factor: 0.01, doc: 'centimetres' },
  { name: 'km', dimension: 'length', factor: 1000, doc: 'kilometres' },
  { name: 'deg', dimension: 'angle', factor: 1, doc: 'degrees' },
  { name: 'rad', dimension: 'angle', factor: 180 / Math.PI, doc: 'radians' },
  { name: 'turn', dimension: 'angle', factor: 360, doc: 'whole turns' },
  { name: '%', dimension: 'number', factor: 0.01, doc: 'hundredths' },
];
const BY_NAME: ReadonlyMap<string, UnitDefinition> = new Map(UNITS.map((unit) => [unit.name, unit]));

/** The unit that is spelt so, as `cm` or `%`; spelling and case must agree. */
export function findUnit(name: string): UnitDefinition | undefined {
  return BY_NAME.get(name);
}

/**
 * A number of units in base units (m, deg). Fractions of a base unit divide by a whole number, so that `35cm` is
 * exactly `0.35m`.
 */
export function toBaseUnits(value: number, unit: UnitDefinition): number {
  return unit.factor < 1 ? value / Math.round(1 / unit.factor) : value * unit.factor;
}
