// Names, types, and everything that no draw decides.

// From a tree to a typed program: at once, or section by section.
export { check } from './check.ts';
export type { CheckOptions } from './check-options.ts';
export { checkSections } from './check-sections.ts';
export {
  type CheckedFile,
  type CheckedSection,
  type FileSet,
  type ImportedFile,
  type PlacedSection,
  fileSet,
} from './checked-file.ts';
export type { Answer } from './reads.ts';
export type { Declaration, PrefabDeclaration, ValueDeclaration } from './scope.ts';
export { type Limits, DEFAULT_LIMITS } from './limits.ts';
// The typed program, its types and its values.
export type * from './typed-tree.ts';
export type * from './type.ts';
export { WORLD, typeOf, typeText } from './type.ts';
export type * from './value.ts';
export { HOLE, UNKNOWN } from './value.ts';
export type { Appearance as AppearanceLiteral, Rotation as RotationLiteral } from './literal-values.ts';
export { defaultValue } from './default-value.ts';
// Running it.
export { type Failure, type Run, evaluate } from './evaluate.ts';
export { isOnePlace } from './evaluate-functions.ts';
export { satisfies } from './satisfies.ts';
export { forEachVariable } from './for-each-variable.ts';
export { countTurns } from './count-turns.ts';
export type { Cost } from './run-items.ts';
// What it asks of an asset library, and of the files that a scene names.
export { ASSET_ID, type AssetCatalog } from './asset-catalog.ts';
export * from './safetensors.ts';
// What it has to say.
export { CHECKER_PAGES, unsolvedHole } from './problems/index.ts';
