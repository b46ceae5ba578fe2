// The words of the language and what they mean, as data.
export { KINDS, PREFAB_PROPERTIES, findKind, findProperty } from './kinds.ts';
export { VARIANT_COUNT } from './kinds/nature.ts';
export { FUNCTIONS, findFunction } from './functions.ts';
export { ANNOTATIONS, findAnnotation } from './annotations.ts';
export { MEMBERS, findMember } from './members.ts';
export { UNITS, findUnit, toBaseUnits } from './units.ts';
export { ENUMERATIONS, TYPE_CONSTRUCTORS, TYPE_NAMES } from './type-names.ts';
export * from './types.ts';
export type * from './definitions.ts';
