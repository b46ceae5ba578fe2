// Names, types, and everything that no draw decides.
export {
  type CheckedFile,
  type CheckedSection,
  type CheckOptions,
  type FileSet,
  type PlacedSection,
  check,
  checkSections,
  fileSet,
} from './check.ts';
export { type Limits, DEFAULT_LIMITS } from './limits.ts';
export { ASSET_ID, type AssetCatalog } from './asset-catalog.ts';
export type * from './typed-tree.ts';
export type * from './value.ts';
export type { Appearance as AppearanceLiteral, Rotation as RotationLiteral } from './literal-values.ts';
export { HOLE, UNKNOWN } from './value.ts';
export { evaluate, type Failure, type Run, satisfies } from './evaluate.ts';
export { countTurns } from './run-items.ts';
export { defaultValue } from './check-call.ts';
export { type Type, type Frame, typeOf, typeText, WORLD } from './type.ts';
export { CHECKER_PAGES, unsolvedHole } from './problems/index.ts';
export * from './safetensors.ts';
