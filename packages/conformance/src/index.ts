// Renderers against each other, and backends against their contract.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// The suite that every backend passes.
export { runBackendConformance } from './suite/run-backend-conformance.ts';
export type { BackendUnderTest, EmittedFile, FoundElement } from './suite/backend-under-test.ts';

// Pictures of one scene by two renderers: how far they may differ, and how far they do.
export { LIMITS, judgeColors, judgeDepth, judgeIds, judgeShadows, judgeSky } from './parity/judge.ts';
export type { IdPicture, ShadowPair } from './parity/judge.ts';
export type { DepthPicture } from './compare/compare-depth.ts';
export { loadScenes, type ParityScene } from './parity/load-scenes.ts';
export type { Verdict } from './parity/verdict.ts';
export type { Picture } from './picture.ts';

// What people see of it.
export { type ReportEntry, type ReportPicture, writeReport } from './report/report.ts';

// A folder of glTF files as people have them.
export { makeSampleModels, type SampleModels } from './sample-models.ts';
