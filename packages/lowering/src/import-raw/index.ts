// The import of RAW's programs.

export { importRaw, type RawImport, type RawImportOptions } from './import-raw.ts';
export { RAW_PAGES } from './problems/index.ts';
export { type EmbeddingTable, writeSafetensors } from './write-safetensors.ts';
