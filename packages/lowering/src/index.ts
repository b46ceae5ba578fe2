// Turns a typed program into a scene, and a scene into core form.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// A program becomes a scene; for editors, some of its items.
export { lower, lowerItems, LOWERING_DEFAULTS, type LoweringOptions } from './lower.ts';

// A scene becomes the program that says it most plainly.
export { printCoreForm } from './print-core-form.ts';
export { expand } from './expand.ts';

// A program's text, rewritten so that nothing in it depends on where the camera is.
export { pin } from './pin.ts';

// Programs of 'Reconstructing Animals and the Wild' become core form.
export { importRaw, type RawImport, type RawImportOptions } from './import-raw/index.ts';
export { type EmbeddingTable, writeSafetensors } from './import-raw/index.ts';

// The pages of what all of these can say.
export { LOWERING_PAGES } from './problems/index.ts';
export { RAW_PAGES } from './import-raw/index.ts';
