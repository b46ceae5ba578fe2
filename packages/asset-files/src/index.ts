// Asset files: the user's glTF models into a library folder, and the library's assets into glTF files.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// Importing.
export { importAsset, type ImportedAsset, type ImportRequest } from './import/import-asset.ts';

// The manifest of a library folder.
export type { EditableFields, ImportRecord, LibraryEntry } from './manifest/library-entry.ts';
export { type LibraryManifest, printLibraryManifest, readLibraryManifest } from './manifest/library-manifest.ts';
export { mergeEntry, type MergedEntry } from './manifest/merge-entry.ts';
export { nameImports } from './manifest/name-imports.ts';

// Exporting.
export { EXPORT_DEFAULTS, exportAsset, type ExportOptions } from './export/export-asset.ts';
export { exportRig } from './export/export-rig.ts';

// Checking.
export { checkModel } from './validate/check-model.ts';
export { checkSpecies, type Findings } from './validate/check-species.ts';

// What can go wrong.
export { ASSET_FILES_PAGES } from './problems/index.ts';
export { libraryDoubt } from './problems/library-doubt.ts';
export { libraryFault } from './problems/library-fault.ts';
