// Names, types, and everything that no draw decides.

export { ASSET_ID, type AssetCatalog } from './asset-catalog.ts';
export { check } from './check.ts';
export type { CheckOptions } from './check-options.ts';
export { checkSections } from './check-sections.ts';
export { type CheckedFile, type CheckedSection, type FileSet, fileSet, type PlacedSection } from './checked-file.ts';
export { defaultValue } from './default-value.ts';
export { evaluate, type Failure, type Run, satisfies } from './evaluate.ts';
export { forEachVariable } from './for-each-variable.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export type { Appearance as AppearanceLiteral, Rotation as RotationLiteral } from './literal-values.ts';
export { CHECKER_PAGES, unsolvedHole } from './problems/index.ts';
export { countTurns } from './run-items.ts';
export * from './safetensors.ts';
export { type Frame, type Type, typeOf, typeText, WORLD } from './type.ts';
export type * from './typed-tree.ts';
export type * from './value.ts';
export { HOLE, UNKNOWN } from './value.ts';
