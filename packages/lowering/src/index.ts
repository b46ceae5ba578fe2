// Turns a typed program into a scene, and a scene into core form.

export { LOWERING_DEFAULTS, type LoweringOptions, lower, lowerItems } from './lower.ts';
export { printCoreForm, printRotation } from './print-core-form.ts';
export { expand } from './expand.ts';
export { pin } from './pin.ts';
export { LOWERING_PAGES } from './problems/index.ts';
export * from './import-raw/index.ts';
