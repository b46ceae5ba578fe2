// The sky: one table for all renderers.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

export type { SkyModel, SkyParameters, SkyTable } from './sky-model.ts';
export { createSky } from './create-sky.ts';
export { discFactor, skyRadiance, skyTableUv, sunRadiance } from './sky-radiance.ts';
export { ambientHarmonics } from './ambient-harmonics.ts';
