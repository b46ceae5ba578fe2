// The facade: takes a file through all stages.

export { type Checked, type CompileOptions, checkFile } from './check-file.ts';
export { compileFile } from './compile-file.ts';
export { DIAGNOSTIC_PAGES, findPage, type StagePages } from './diagnostic-pages.ts';
export { expandFile, type Printed } from './expand-file.ts';
export { type Fixed, fixFile } from './fix-file.ts';
export { formatText } from './format-text.ts';
export { lintFile } from './lint-file.ts';
export { memoryWorld } from './memory-world.ts';
export { recordSources, withText } from './overlay-world.ts';
export { pinFile } from './pin-file.ts';
export { openSession, type Session, type Snapshot } from './session.ts';
export { createLocator, type Library, type Staged, type StageFileOptions, stageFile } from './stage-file.ts';
