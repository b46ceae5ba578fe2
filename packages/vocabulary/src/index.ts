// The words of the language and what they mean, as data.

export { ANNOTATIONS, findAnnotation } from './annotations.ts';
export type * from './definitions.ts';
export { FUNCTIONS, findFunction } from './functions.ts';
export { VARIANT_COUNT } from './kinds/nature.ts';
export { findKind, findProperty, KINDS, PREFAB_MEMBERS, PREFAB_PROPERTIES } from './kinds.ts';
export { findMember, MEMBERS } from './members.ts';
export { ENUMERATIONS, TYPE_CONSTRUCTORS, TYPE_NAMES } from './type-names.ts';
export * from './types.ts';
export { findUnit, toBaseUnits, UNITS } from './units.ts';
